import { getLocale, getTranslations } from "next-intl/server";
import type { CertificateFacts } from "@/lib/certificates/record/facts";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";

/** What would be issued now, fact by fact as printed; the number is drawn by the act. */
export async function CertificatePreview({ facts }: { facts: CertificateFacts | null }) {
  const t = await getTranslations("office.sign.print");
  const locale = await getLocale();
  if (!facts) return <p className="law">{t("unfit")}</p>;
  const { origin, exporter, consignee, lines, totals, prior, notes, authorizedBy } = facts;
  const party = ({ name, addressLines, country }: typeof exporter) => (
    <>
      {name}
      {[...addressLines, country[locale]].map((line, i) => (
        <span key={i} className="sub">
          {line}
        </span>
      ))}
    </>
  );
  const names = origin.map((place) => place[locale]).join(", ");
  return (
    <section className="box" aria-labelledby="print-title">
      <h2 id="print-title">{t("title")}</h2>
      <dl className="kv">
        <dt>{t("number")}</dt>
        <dd>
          <span className="mono">CA········</span> <span className="soft">({t("drawn")})</span>
        </dd>
        <dt>{t("issued")}</dt>
        <dd>{showDate(facts.issued, locale)}</dd>
        <dt>{t("expires")}</dt>
        <dd>{t("expiresText", { date: showDate(facts.expires, locale) })}</dd>
        <dt>{t("exporter")}</dt>
        <dd>{party(exporter)}</dd>
        <dt>{t("consignee")}</dt>
        <dd>{party(consignee)}</dd>
        <dt>{t("destination")}</dt>
        <dd>{facts.destination[locale]}</dd>
        <dt>{t("origin")}</dt>
        <dd>
          {origin.length === 0 ? t("notStated") : null}
          {origin.length === 1 ? names : null}
          {origin.length > 1 ? t("mixed", { list: names }) : null}
        </dd>
        <dt>{t("lines")}</dt>
        <dd>
          {lines.map(({ hs, carats, usd }) => (
            <span key={hs} className="block">
              {t("line", {
                hs,
                carats: showDecimal(carats, locale, "carats"),
                usd: showDecimal(usd, locale, "usd"),
              })}
            </span>
          ))}
        </dd>
        <dt>{t("totals")}</dt>
        <dd>
          <b>
            {showDecimal(totals.carats, locale, "carats")}, {showDecimal(totals.usd, locale, "usd")}
          </b>
        </dd>
        <dt>{t("containers")}</dt>
        <dd>
          {facts.seals.length} (<span className="mono">{facts.seals.join(", ")}</span>)
        </dd>
        <dt>{t("parcels")}</dt>
        <dd>{facts.parcels}</dd>
        {prior.length > 0 ? (
          <>
            <dt>{t("prior")}</dt>
            <dd>
              {prior.map(({ number, carats }) => (
                <span key={number} className="block">
                  {number}, {showDecimal(carats, locale, "carats")}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {notes.length > 0 ? (
          <>
            <dt>{t("notes")}</dt>
            <dd className="written">{notes.map(({ text }) => text).join("\n")}</dd>
          </>
        ) : null}
        <dt>{t("signatory")}</dt>
        <dd>
          {authorizedBy.name}
          <span className="sub">
            {locale === "fr" ? authorizedBy.titleFr : authorizedBy.titleEn}
          </span>
        </dd>
      </dl>
    </section>
  );
}
