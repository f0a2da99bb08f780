import { getTranslations } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";

/** A list of a profile to somebody who acts for none: how to come to one. */
export async function NoProfile({ title, text }: { title: string; text: string }) {
  const t = await getTranslations();
  return (
    <>
      <Breadcrumbs trail={[{ href: "/home", text: t("dashboard.title") }]} />
      <main id="main" className="container">
        <h1>{title}</h1>
        <p className="lede">{text}</p>
        <p className="actions">
          <PageLink className="button" href="/profile/new">
            {t("applications.createProfile")}
          </PageLink>
          <PageLink href="/profile/access">{t("applications.askAccess")}</PageLink>
        </p>
      </main>
    </>
  );
}
