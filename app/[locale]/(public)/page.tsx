import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";

/** What the service is for, who needs it, and where to begin. */
export default async function HomePage() {
  const t = await getTranslations("home");
  const list = (
    name: "prepare",
    keys: readonly ["consignee", "figures", "papers", "imported", "seals"],
  ) => keys.map((key) => <li key={key}>{t(`${name}.${key}`)}</li>);
  const steps = ["fill", "declare", "decide", "receive", "report"] as const;
  return (
    <>
      <h1>{t("title")}</h1>
      <div className="layout">
        <div>
          <p className="lede">{t("lede")}</p>
          <p className="actions">
            <PageLink className="button button--start" href="/sign-in">
              {t("start")}
            </PageLink>
          </p>
          <p className="small">{t("gckey")}</p>
          <dl className="facts facts--row glance">
            {(["time", "cost", "decision", "valid"] as const).map((fact) => (
              <div key={fact}>
                <dt>{t(`facts.${fact}.name`)}</dt>
                <dd>
                  {fact === "decision" ? (
                    <PageLink href="/service-standard">{t(`facts.${fact}.value`)}</PageLink>
                  ) : (
                    t(`facts.${fact}.value`)
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <h2>{t("who.title")}</h2>
          <p>{t("who.text")}</p>
          <h2>{t("prepare.title")}</h2>
          <ul>{list("prepare", ["consignee", "figures", "papers", "imported", "seals"])}</ul>
          <h2>{t("how.title")}</h2>
          <ol className="timeline timeline--plain">
            {steps.map((step) => (
              <li className="next" key={step}>
                <h3>{t(`how.${step}.title`)}</h3>
                <p>{t(`how.${step}.text`)}</p>
              </li>
            ))}
          </ol>
        </div>
        <aside aria-label={t("check.aside")}>
          <div className="card card--wash">
            <h2>{t("check.title")}</h2>
            <p>{t("check.text")}</p>
            <p className="actions">
              <PageLink className="button button--secondary" href="/verify">
                {t("check.button")}
              </PageLink>
            </p>
          </div>
        </aside>
      </div>
    </>
  );
}
