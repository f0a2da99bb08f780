import { useTranslations } from "next-intl";

/** The way of an import certificate, from the border into an application. */
export function HowItWorks() {
  const t = useTranslations("imports.steps");
  return (
    <section className="card card--wash">
      <h2>{t("title")}</h2>
      <ol className="small">
        {(["announce", "mail", "register", "use"] as const).map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </section>
  );
}
