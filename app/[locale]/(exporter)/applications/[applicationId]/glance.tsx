import { getLocale, getTranslations } from "next-intl/server";
import type { OpenedSection } from "./open-section";
import { sectionHref } from "./section-href";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import { totalsOf } from "@/lib/applications/totals";
import { todayInOttawa } from "@/lib/clock";
import { showDecimal } from "@/lib/forms/numbers";
import { getReference } from "@/lib/reference/queries";

/** The shipment in four figures, and the way to all the rest. */
export async function Glance({ opened: { application } }: { opened: OpenedSection }) {
  const t = await getTranslations("receipt");
  const locale = await getLocale();
  const { answers, certificate } = application;
  const totals = totalsOf(answers.origin?.origins ?? []);
  const { destination, consignee } = answers.consignee ?? {};
  const reference = await getReference(todayInOttawa());
  return (
    <>
      <h2>{t("shipment")}</h2>
      <dl className="facts facts--row">
        <div>
          <dt>{t("destination")}</dt>
          <dd>{destination ? <CountryName code={destination} reference={reference} /> : "–"}</dd>
        </div>
        <div>
          <dt>{t("consignee")}</dt>
          <dd>{consignee?.name ?? "–"}</dd>
        </div>
        <div>
          <dt>{t("mass")}</dt>
          <dd>{showDecimal(totals.carats, locale, "carats")}</dd>
        </div>
        <div>
          <dt>{t("value")}</dt>
          <dd>{showDecimal(totals.usd, locale, "usd")}</dd>
        </div>
      </dl>
      {application.submissionVersion > 0 ? (
        <p className="actions">
          <PageLink
            className={certificate ? "button button--secondary" : "button"}
            href={sectionHref("summary", application.id)}
          >
            {t("see")}
          </PageLink>
        </p>
      ) : null}
    </>
  );
}
