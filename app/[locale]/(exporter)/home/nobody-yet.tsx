import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";

/** For somebody who acts for no exporter: the three ways to begin. */
export function NobodyYet() {
  const t = useTranslations("dashboard.nobody");
  return (
    <>
      <div className="notice">
        <h2>{t("title")}</h2>
        <p>{t("text")}</p>
      </div>
      <ul className="grid grid--2">
        <li className="card">
          <h3>{t("create.title")}</h3>
          <p>{t("create.text")}</p>
          <PageLink className="button" href="/profile/new">
            {t("create.button")}
          </PageLink>
        </li>
        <li className="card">
          <h3>{t("ask.title")}</h3>
          <p>{t("ask.text")}</p>
          <PageLink className="button button--secondary" href="/profile/access">
            {t("ask.button")}
          </PageLink>
        </li>
      </ul>
    </>
  );
}
