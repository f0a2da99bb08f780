import { getTranslations } from "next-intl/server";
import { TextField } from "@/components/form/text-field";
import { readings } from "@/lib/reviews/checklist";

/**
 * What is typed from the paper. The application's own figures are not shown here, and nothing is
 * filled in: only what was really read can be compared.
 */
export async function ReadFields() {
  const t = await getTranslations("office.review.read");
  return (
    <section className="readbox" aria-labelledby="read-title">
      <h3 id="read-title">
        {t("title")} <span className="basis">{t("how")}</span>
      </h3>
      <div className="read">
        {readings.map((name) => (
          <div key={name}>
            <TextField
              name={name}
              label={t(name)}
              inputMode={name === "seals" ? "numeric" : "decimal"}
              required
            />
            <TextField name={`${name}Why`} label={t("why")} maxLength={500} />
          </div>
        ))}
      </div>
    </section>
  );
}
