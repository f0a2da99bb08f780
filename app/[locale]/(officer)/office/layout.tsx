import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Counted } from "@/app/[locale]/(officer)/office/queue/counted";
import { FindForm } from "@/app/[locale]/(officer)/office/_desk/find-form";
import { NoticesLink } from "@/app/[locale]/notices-link";
import { SessionWatch } from "@/app/[locale]/session-watch";
import { BouncedNotice } from "@/components/layout/bounced-notice";
import { Masthead } from "@/components/layout/masthead";
import { NavLink } from "@/components/layout/nav-link";
import { PageFooter } from "@/components/layout/page-footer";
import { PageLink } from "@/components/layout/page-link";
import { SignOut } from "@/components/layout/sign-out";
import { currentPerson } from "@/lib/auth/current";
import { getPathname } from "@/lib/i18n/navigation";
import { countSentAnnouncements } from "@/lib/imports/queries/list-register";
import { countWaitingThreads } from "@/lib/messages/queries/count-inbox";
import "@/app/styles/office.css";

/** The officers' area: same look, denser. Each page and action asks for itself who may be there. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  const locale = await getLocale();
  const person = await currentPerson();
  const roles = person?.roles.map((role) => t(`roles.${role}`)).join(", ");
  const announced = person?.roles.length ? await countSentAnnouncements() : null;
  const waiting = person?.roles.length ? await countWaitingThreads() : null;
  return (
    <div className="office">
      <Masthead
        wide
        name={<PageLink href="/office/queue">{t("officePortal")}</PageLink>}
        menu={
          <>
            <NavLink address={getPathname({ href: "/office/queue", locale })}>{t("queue")}</NavLink>
            {person?.roles.includes("signatory") ? (
              <NavLink address={getPathname({ href: "/office/issue", locale })}>
                {t("toIssue")}
              </NavLink>
            ) : null}
            {person?.roles.includes("reviewer") ? (
              <NavLink address={getPathname({ href: "/office/paper", locale })}>
                {t("paper")}
              </NavLink>
            ) : null}
            {waiting === null ? null : (
              <NavLink address={getPathname({ href: "/office/inbox", locale })}>
                {t("inbox")}
                {waiting > 0 ? (
                  <span className="nav__count">
                    <span aria-hidden="true">
                      <Counted count={waiting} />
                    </span>
                    <span className="visually-hidden">{t("waiting", { count: waiting })}</span>
                  </span>
                ) : null}
              </NavLink>
            )}
            {announced === null ? null : (
              <NavLink address={getPathname({ href: "/office/imports", locale })}>
                {t("imports")}
                {announced > 0 ? (
                  <span className="nav__count">
                    <span aria-hidden="true">{announced}</span>
                    <span className="visually-hidden">{t("waiting", { count: announced })}</span>
                  </span>
                ) : null}
              </NavLink>
            )}
            {person?.roles.length ? (
              <NavLink address={getPathname({ href: "/office/certificates", locale })}>
                {t("certificates")}
              </NavLink>
            ) : null}
            {person?.roles.length ? (
              <NavLink address={getPathname({ href: "/office/exporters", locale })}>
                {t("exporters")}
              </NavLink>
            ) : null}
            {person?.roles.length ? (
              <NavLink address={getPathname({ href: "/office/reference", locale })}>
                {t("reference")}
              </NavLink>
            ) : null}
            {person?.roles.some((role) => role === "administrator" || role === "auditor") ? (
              <>
                <NavLink address={getPathname({ href: "/office/users", locale })}>
                  {t("users")}
                </NavLink>
                <NavLink address={getPathname({ href: "/office/texts", locale })}>
                  {t("texts")}
                </NavLink>
                <NavLink address={getPathname({ href: "/office/audit", locale })}>
                  {t("audit")}
                </NavLink>
                <NavLink address={getPathname({ href: "/office/retention", locale })}>
                  {t("retention")}
                </NavLink>
              </>
            ) : null}
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
