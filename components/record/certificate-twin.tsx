import { SummaryList } from "@/components/record/summary-list";
import {
  formatDecimal,
  formatLongDate,
  formatUsd,
  NBSP,
  type Language,
} from "@/lib/certificates/record/figures";
import type { CertificateRecord, Party } from "@/lib/certificates/record/record";
import {
  AUTHORITY,
  END_OF_DAY,
  LABELS,
  OFFICE,
  STATEMENT,
  TITLE,
} from "@/lib/certificates/record/wording";

const [TITLE_EN = "", TITLE_FR = ""] = TITLE.split("/");

/**
 * A certificate as a page, with everything that its PDF says: the PDF has no structure that a screen reader could
 * follow. Labels and figures are in the reader's language; title and statement in both, as the Regulations have them.
 */
export function CertificateTwin({
  record,
  locale,
}: {
  record: CertificateRecord;
  locale: Language;
}) {
  const heading = `certificate-${record.number}-${locale}`;
  const label = (key: keyof typeof LABELS): string => LABELS[key][locale];
  const issuers = record.prior.length > 0;
  return (
    <section className="certificate" aria-labelledby={heading}>
      <div className="certificate__head">
        <div>
          <h2 id={heading}>
            <span lang="en">{TITLE_EN}</span>/<wbr />
            <span lang="fr">{TITLE_FR}</span>
          </h2>
          <p className="certificate__number">
            <span className="visually-hidden">{label("number")} </span>
            {record.number}
          </p>
        </div>
        <p>
          {AUTHORITY[locale]}
          <br />
          {OFFICE[locale]}
        </p>
      </div>
      <p lang="en">{STATEMENT.en}</p>
      <p lang="fr">{STATEMENT.fr}</p>
      <SummaryList
        rows={[
          { term: label("issued"), text: <DateText iso={record.issued} locale={locale} /> },
          {
            term: label("expires"),
            text: (
              <>
                <DateText iso={record.expires} locale={locale} />
                {END_OF_DAY[locale]}
              </>
            ),
          },
          { term: label("exporter"), text: partyLines(record.exporter, locale) },
          { term: label("consignee"), text: partyLines(record.consignee, locale) },
          { term: label("origin"), text: originText(record, locale) },
          { term: label("destination"), text: record.destination[locale] },
          { term: label("authority"), text: AUTHORITY[locale] },
        ]}
      />
      {/* It scrolls where the screen is narrow, so the keyboard must reach it. */}
      <div className="table-wrap" role="region" aria-label={label("goods")} tabIndex={0}>
        <table className="table--stack">
          <caption>{label("goods")}</caption>
          <thead>
            <tr>
              <th scope="col">{label("hs")}</th>
              <th scope="col" className="num">
                {label("mass")}
              </th>
              <th scope="col" className="num">
                {label("value")}
              </th>
            </tr>
          </thead>
          <tbody>
            {record.lines.map((line) => (
              <tr key={line.hs}>
                <th scope="row">
                  {line.hs}
                  <br />
                  <span className="soft">{line.description[locale]}</span>
                </th>
                <td className="num" data-label={label("mass")}>
                  {formatDecimal(line.carats, locale)}
                </td>
                <td className="num" data-label={label("value")}>
                  {formatUsd(line.usd, locale)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{label("total")}</th>
              <td className="num" data-label={label("mass")}>
                {formatDecimal(record.totals.carats, locale)}
              </td>
              <td className="num" data-label={label("value")}>
                {formatUsd(record.totals.usd, locale)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <SummaryList
        rows={[
          { term: label("containers"), text: String(record.seals.length) },
          { term: label("parcels"), text: String(record.parcels) },
          {
            term: label("seals"),
            text: (
              <ol className="plain">
                {record.seals.map((seal) => (
                  <li key={seal} className="mono">
                    {seal}
                  </li>
                ))}
              </ol>
            ),
          },
          {
            term: label("notes"),
            text: record.notes.map(({ about, text }) =>
              about ? `${about[locale]} — ${text}` : text,
            ),
          },
          {
            term: label("authorized"),
            text: [
              record.authorizedBy.name,
              locale === "en" ? record.authorizedBy.titleEn : record.authorizedBy.titleFr,
            ],
          },
          ...(record.replaces === undefined
            ? []
            : [{ term: label("replaces"), text: record.replaces }]),
          ...(record.checkCode === undefined
            ? []
            : [{ term: label("checkCode"), text: record.checkCode, mono: true }]),
        ]}
      />
      {issuers ? <Prior record={record} locale={locale} /> : null}
    </section>
  );
}

function Prior({ record, locale }: { record: CertificateRecord; locale: Language }) {
  const regions = new Intl.DisplayNames(`${locale}-CA`, { type: "region" });
  return (
    <div className="table-wrap" role="region" aria-label={LABELS.prior[locale]} tabIndex={0}>
      <table className="table--stack">
        <caption>{LABELS.prior[locale]}</caption>
        <thead>
          <tr>
            <th scope="col">{LABELS.priorNumber[locale]}</th>
            <th scope="col">{LABELS.priorIssuer[locale]}</th>
            <th scope="col" className="num">
              {LABELS.mass[locale]}
            </th>
          </tr>
        </thead>
        <tbody>
          {record.prior.map(({ number, issuer, carats }) => (
            <tr key={`${issuer} ${number}`}>
              <th scope="row">{number}</th>
              <td data-label={LABELS.priorIssuer[locale]}>{regions.of(issuer)}</td>
              <td className="num" data-label={LABELS.mass[locale]}>
                {formatDecimal(carats, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DateText({ iso, locale }: { iso: string; locale: Language }) {
  return <time dateTime={iso}>{formatLongDate(iso, locale)}</time>;
}

function partyLines({ name, addressLines, country }: Party, locale: Language): string[] {
  return [name, ...addressLines, country[locale]];
}

function originText({ origin }: CertificateRecord, locale: Language): string {
  const [first, ...others] = origin.map((place) => place[locale]);
  if (first === undefined) return LABELS.notKnown[locale];
  if (others.length === 0) return first;
  const [colon, semicolon] = locale === "en" ? [":", ";"] : [`${NBSP}:`, `${NBSP};`];
  return `${LABELS.mixed[locale]}${colon} ${[first, ...others].join(`${semicolon} `)}`;
}
