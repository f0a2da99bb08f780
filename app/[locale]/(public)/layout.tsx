import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Masthead } from "@/components/layout/masthead";
import { NavLink } from "@/components/layout/nav-link";
import { PageFooter } from "@/components/layout/page-footer";
import { PageLink } from "@/components/layout/page-link";
import { getPathname } from "@/lib/i18n/navigation";

/** Pages that need no account. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  const locale = await getLocale();
  const item = (href: "/verify" | "/contact" | "/sign-in", text: string) => (
    <li>
      <NavLink address={getPathname({ href, locale })}>{text}</NavLink>
    </li>
  );
  return (
    <>
      <Masthead
        name={<PageLink href="/">{t("portal")}</PageLink>}
        menu={
          <>
            {item("/verify", t("verify"))}
            {item("/contact", t("contact"))}
            {item("/sign-in", t("signIn"))}
          </>
        }
      />
      <main id="main" className="container">
        {children}
      </main>
      <PageFooter />
    </>
  );
}
