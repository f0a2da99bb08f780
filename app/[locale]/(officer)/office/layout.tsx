import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FindForm } from "@/app/[locale]/(officer)/office/_desk/find-form";
import { menuCounts } from "@/app/[locale]/(officer)/office/menu-counts";
import { NoticesLink } from "@/app/[locale]/notices-link";
import { OfficeMenu } from "@/app/[locale]/(officer)/office/office-menu";
import { unreadNotices } from "@/app/[locale]/unread-notices";
import { SessionWatch } from "@/app/[locale]/session-watch";
import { BouncedNotice } from "@/components/layout/bounced-notice";
import { Masthead } from "@/components/layout/masthead";
import { PageFooter } from "@/components/layout/page-footer";
import { PageLink } from "@/components/layout/page-link";
import { SignOut } from "@/components/layout/sign-out";
import { currentPerson } from "@/lib/auth/current";
import "@/app/styles/office.css";

/** The officers' area: same look, denser. Each page and action asks for itself who may be there. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  const locale = await getLocale();
  const person = await currentPerson();
  const roles = person?.roles.map((role) => t(`roles.${role}`)).join(", ");
  const { inbox, imports, dead } = await menuCounts();
  return (
    <div className="office">
      <Masthead
        wide
        waiting={inbox + imports + dead + (await unreadNotices())}
        name={<PageLink href="/office/queue">{t("officePortal")}</PageLink>}
        menu={
          <>
            {person?.roles.length ? <OfficeMenu roles={person.roles} /> : null}
            <NoticesLink />
          </>
        }
        tools={
          person ? (
            <>
              {person.roles.length > 0 ? <FindForm /> : null}
              <div className="me">
                <span>
                  {person.name}, {roles}
                </span>{" "}
                <PageLink href="/account">{t("account")}</PageLink>{" "}
                <SignOut locale={locale} label={t("signOut")} />
              </div>
            </>
          ) : null
        }
      />
      {person?.addressBounced ? <BouncedNotice address={person.email ?? ""} wide /> : null}
      {children}
      <PageFooter wide />
      <SessionWatch />
    </div>
  );
}
