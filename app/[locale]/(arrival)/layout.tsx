import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SessionWatch } from "@/app/[locale]/session-watch";
import { Masthead } from "@/components/layout/masthead";
import { NavLink } from "@/components/layout/nav-link";
import { PageFooter } from "@/components/layout/page-footer";
import { PageLink } from "@/components/layout/page-link";
import { SignOut } from "@/components/layout/sign-out";
import { currentPerson } from "@/lib/auth/current";
import { getPathname } from "@/lib/i18n/navigation";

/** The screens between a first sign-in and the portal: nothing there leads anywhere else. */
export default async function ArrivalLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  const locale = await getLocale();
  const person = await currentPerson();
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return (
    <>
      <Masthead
        name={<PageLink href="/">{t("portal")}</PageLink>}
        menu={<NavLink address={getPathname({ href: "/contact", locale })}>{t("contact")}</NavLink>}
        who={
          person ? (
            <>
              {person.name ? <p>{t.rich("signedInAs", { name: person.name, b })}</p> : null}
              <SignOut locale={locale} label={t("signOut")} />
            </>
          ) : null
        }
      />
      <main id="main" className="container">
        {children}
      </main>
      <PageFooter />
      <SessionWatch />
    </>
  );
}
