import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { WhoBar } from "./who-bar";
import { Banners } from "@/app/[locale]/banners";
import { NoticesLink } from "@/app/[locale]/notices-link";
import { unreadNotices } from "@/app/[locale]/unread-notices";
import { SessionWatch } from "@/app/[locale]/session-watch";
import { BouncedNotice } from "@/components/layout/bounced-notice";
import { Masthead } from "@/components/layout/masthead";
import { NavCount } from "@/components/layout/nav-count";
import { NavLink } from "@/components/layout/nav-link";
import { PageFooter } from "@/components/layout/page-footer";
import { PageLink } from "@/components/layout/page-link";
import { SignOut } from "@/components/layout/sign-out";
import { chosenStanding, currentPath } from "@/lib/auth/acting-for";
import { currentPerson } from "@/lib/auth/current";
import { asExporter } from "@/lib/auth/viewer";
import { parameterIn } from "@/lib/i18n/alternate";
import { getPathname } from "@/lib/i18n/navigation";
import { countUnreadThreads } from "@/lib/messages/queries/list-threads";

/** The exporter's area. Each page and action asks for itself whether the reader may be there. */
export default async function ExporterLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  const locale = await getLocale();
  const person = await currentPerson();
  // The conversation of this very page is read in a moment.
  const opening = parameterIn(await currentPath(), "threadId") ?? "";
  const unreadBy = person && (await countUnreadThreads(asExporter(person), opening));
  const chosen = await chosenStanding();
  // Those that the list shows.
  const unread = (chosen && unreadBy?.get(chosen.exporterId)) ?? 0;
  return (
    <>
      <Masthead
        waiting={unread + (await unreadNotices())}
        name={<PageLink href="/home">{t("portal")}</PageLink>}
        menu={
          <>
            <NavLink address={getPathname({ href: "/home", locale })}>{t("home")}</NavLink>
            <NavLink address={getPathname({ href: "/applications", locale })}>
              {t("applications")}
            </NavLink>
            <NavLink address={getPathname({ href: "/imports", locale })}>{t("myImports")}</NavLink>
            <NavLink address={getPathname({ href: "/messages", locale })}>
              {t("myMessages")}
              <NavCount count={unread} label={t("unread", { count: unread })} />
            </NavLink>
            <NavLink address={getPathname({ href: "/profile", locale })}>{t("profile")}</NavLink>
            <NoticesLink />
            {person?.roles.length ? (
              <NavLink address={getPathname({ href: "/office/queue", locale })}>
                {t("officerArea")}
              </NavLink>
            ) : null}
          </>
        }
        who={
          person ? (
            <>
              <WhoBar />
              <p className="who__own">
                <PageLink href="/account">{t("account")}</PageLink>
              </p>
              <SignOut locale={locale} label={t("signOut")} />
            </>
          ) : null
        }
      />
      {person?.addressBounced ? <BouncedNotice address={person.email ?? ""} /> : null}
      <Banners />
      {children}
      <PageFooter />
      <SessionWatch />
    </>
  );
}
