import { getTranslations } from "next-intl/server";

/** As on the home page, for who comes here straight: what is needed, time, cost, service standard, who. */
export async function WhatYouNeed() {
  const t = await getTranslations("applications.start");
  const home = await getTranslations("home");
  return (
    <aside>
      <div className="card card--wash">
        <h2>{t("needTitle")}</h2>
        <ul className="small">
          {(["invoice", "seals", "consignee", "imported"] as const).map((need) => (
            <li key={need}>{t(`needs.${need}`)}</li>
          ))}
        </ul>
        <dl className="facts">
          {(["time", "cost", "decision"] as const).map((fact) => (
            <div key={fact}>
              <dt>{home(`facts.${fact}.name`)}</dt>
              <dd>{home(`facts.${fact}.value`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t("time")}</p>
      </div>
      <div className="card">
        <h2>{home("who.title")}</h2>
        <p>{home("who.text")}</p>
      </div>
    </aside>
  );
}
