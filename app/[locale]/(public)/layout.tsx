import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Banners } from "@/app/[locale]/banners";
import { SessionWatch } from "@/app/[locale]/session-watch";
import { Masthead } from "@/components/layout/masthead";
import { NavLink } from "@/components/layout/nav-link";
import { PageFooter } from "@/components/layout/page-footer";
import { PageLink } from "@/components/layout/page-link";
import { currentPerson } from "@/lib/auth/current";
import { getPathname } from "@/lib/i18n/navigation";

/** Pages that need no account. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  const locale = await getLocale();
  const person = await currentPerson();
  const item = (href: "/verify" | "/contact" | "/applications" | "/office/queue", text: string) => (
    <NavLink address={getPathname({ href, locale })}>{text}</NavLink>
  );
  return (
    <>
      <Masthead
        name={<PageLink href="/">{t("portal")}</PageLink>}
        menu={
          <>
            {item("/verify", t("verify"))}
            {item("/contact", t("contact"))}
            {person ? (
              person.roles.length > 0 ? (
                item("/office/queue", t("officerArea"))
              ) : (
                item("/applications", t("applications"))
              )
            ) : (
              <NavLink address={getPathname({ href: "/sign-in", locale })} absentHere>
                {t("signIn")}
              </NavLink>
            )}
          </>
        }
      />
      <Banners />
      <main id="main" className="container">
        {children}
      </main>
      <PageFooter />
      <SessionWatch />
    </>
  );
}
