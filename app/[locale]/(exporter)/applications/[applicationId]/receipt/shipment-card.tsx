import { getLocale, getTranslations } from "next-intl/server";
import type { ShownSubmission } from "./next-steps";
import { CountryName } from "@/components/record/country-name";
import { drawsOf } from "@/lib/applications/facts";
import { sumOf } from "@/lib/applications/totals";
import { showDecimal } from "@/lib/forms/numbers";
import { getReference } from "@/lib/reference/queries";

/** The shipment as it was submitted. */
export async function ShipmentCard({ submission }: { submission: ShownSubmission }) {
  const t = await getTranslations("receipt");
  const locale = await getLocale();
  const { snapshot } = submission;
  const { answers, totals, importCertificates } = snapshot;
  const reference = await getReference(snapshot.referenceDay);
  const destination = answers.consignee?.destination;
  return (
    <aside>
      <div className="card card--wash">
        <h2>{t("shipment")}</h2>
        <dl className="facts">
          <div>
            <dt>{t("destination")}</dt>
            <dd>{destination ? <CountryName code={destination} reference={reference} /> : "–"}</dd>
          </div>
          <div>
            <dt>{t("consignee")}</dt>
            <dd>{answers.consignee?.consignee?.name}</dd>
          </div>
          <div>
            <dt>{t("mass")}</dt>
            <dd>{showDecimal(totals.carats, locale, "carats")}</dd>
          </div>
          <div>
            <dt>{t("value")}</dt>
            <dd>{showDecimal(totals.usd, locale, "usd")}</dd>
          </div>
          {importCertificates.map(({ id, number }) => {
            const drawn = drawsOf(answers).filter((draw) => draw.importCertificateId === id);
            const carats = sumOf(drawn.map((draw) => draw.carats));
            return (
              <div key={id}>
                <dt>{t("reserved", { number })}</dt>
                <dd>{showDecimal(carats, locale, "carats")}</dd>
              </div>
            );
          })}
          <div>
            <dt>{t("declaredBy")}</dt>
            <dd>{submission.submittedBy}</dd>
          </div>
        </dl>
      </div>
    </aside>
  );
}
