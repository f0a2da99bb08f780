import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { OriginTable } from "./origin-table";
import { showDate } from "@/lib/forms/dates";
import { SectionHead } from "./section-head";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { PageLink } from "@/components/layout/page-link";
import { showDecimal } from "@/lib/forms/numbers";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import type { Party } from "@/lib/applications/answers";
import type { Review } from "@/lib/reviews/queries/find-review";
import type { FoundWork } from "@/lib/reviews/queries/find-work";
import type { AcceptedSection } from "@/lib/reviews/work";

/** What was submitted last, section by section, each with its way to ask for a change. */
export async function ApplicationPane({ review, work }: { review: Review; work: FoundWork }) {
  const t = await getTranslations("office.review.application");
  const polished = await getTranslations("application.goods.polished.answer");
  const locale = await getLocale();
  const times = await deskTimes();
  const { snapshot, facts } = review;
  const { applicant, delivery, consignee, goods } = snapshot.answers;
  const { origin } = snapshot;
  const country = (code: string | undefined) =>
    code ? nameIn(countryNames(facts.reference, code), locale) : "";
  const address = (party: Party | undefined) => (
    <>
      {party?.name}
      {[
        ...(party?.addressLines ?? []),
        [party?.city, party?.region, party?.postalCode].filter(Boolean).join(" "),
        country(party?.country),
      ]
        .filter(Boolean)
        .map((line) => (
          <span key={line} className="sub">
            {line}
          </span>
        ))}
    </>
  );
  const head = (section: AcceptedSection, title: string) => (
    <SectionHead review={review} work={work} section={section} title={title} />
  );
  const exporter = applicant?.exporterIsDifferent ? applicant.exporter : undefined;
  return (
    <section className="pane" id="app" aria-labelledby="app-title" tabIndex={0}>
      <div className="line line--c">
        <h2 id="app-title">
          {t("title")}{" "}
          <span className="basis">
            {t("version", { version: String(snapshot.submissionVersion) })}
          </span>
        </h2>
        <PageLink
          className="small end"
          href={{
            pathname: "/office/review/[applicationId]/exporter-view",
            params: { applicationId: review.id },
            query: await kept(),
          }}
        >
          {t("exporterView")}
        </PageLink>
      </div>
      <div className="sec">
        {head("origin", t("rows"))}
        <OriginTable review={review} />
      </div>
      <div className="sec">
        {head("consignee", t("destination"))}
        <dl className="kv">
          <dt>{t("participant")}</dt>
          <dd>{country(consignee?.destination)}</dd>
          <dt>{t("consignee")}</dt>
          <dd>{address(consignee?.consignee)}</dd>
        </dl>
      </div>
      <div className="sec">
        {head("goods", t("containers"))}
        <dl className="kv">
          {goods?.hsLines?.map((line) => (
            <Line
              key={line.subheading}
              term={line.subheading}
              text={[
                showDecimal(line.carats ?? "", locale, "carats"),
                showDecimal(line.usd ?? "", locale, "usd"),
                ...(line.polished ? [polished(line.polished)] : []),
              ].join(", ")}
            />
          ))}
          <dt>{t("containersCount")}</dt>
          <dd>
            {t("inParcels", {
              containers: goods?.containerCount ?? "",
              parcels: Number(goods?.parcels ?? 0),
            })}
          </dd>
          <dt>{t("seals")}</dt>
          <dd className="mono">{goods?.seals?.join(", ")}</dd>
          <dt>{t("origin")}</dt>
          <dd>
            {origin.kind === "single" ? country(origin.participant) : null}
            {origin.kind === "mixed"
              ? t("mixed", { list: origin.participants.map(country).join(", ") })
              : null}
            {origin.kind === "unknown" || origin.kind === "none" ? t("originUnknown") : null}{" "}
            <span className="soft">({t("fromRows")})</span>
          </dd>
          {goods?.semaPermit ? <Line term={t("permit")} text={goods.semaPermit} /> : null}
        </dl>
      </div>
      <div className="sec">
        {head("applicant", t("applicant"))}
        <dl className="kv">
          <dt>{t("name")}</dt>
          <dd>
            {address({
              name: snapshot.applicant.legalName,
              addressLines: [...snapshot.applicant.addressLines],
              city: snapshot.applicant.city,
              region: snapshot.applicant.province,
              postalCode: snapshot.applicant.postalCode,
            })}
          </dd>
          <dt>{t("exporter")}</dt>
          <dd>{exporter ? address(exporter) : t("theApplicant")}</dd>
          <dt>{t("sendTo")}</dt>
          <dd>{delivery?.to === "exporter" ? t("theExporter") : t("theApplicant")}</dd>
          <dt>{t("submittedBy")}</dt>
          <dd>
            {snapshot.applicant.individual.name}
            {snapshot.onPaper ? (
              <span className="sub">
                {t("onPaper", {
                  date: showDate(snapshot.onPaper.receivedOn, locale),
                  name: snapshot.onPaper.enteredBy.name,
                })}
              </span>
            ) : null}
          </dd>
          <dt>{t("declared")}</dt>
          <dd>
            {snapshot.declarations.map(({ kind, textVersion, at }) => (
              <span key={kind} className="block">
                {t("declaredAs", {
                  kind,
                  version: String(textVersion),
                  when: times.moment(new Date(at)),
                })}
              </span>
            ))}
          </dd>
        </dl>
      </div>
      <div className="sec">
        <h3>{t("soFar")}</h3>
        <p>{t("certificates", { count: review.earlierCertificates })}</p>
      </div>
    </section>
  );
}

function Line({ term, text }: { term: string | undefined; text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}
