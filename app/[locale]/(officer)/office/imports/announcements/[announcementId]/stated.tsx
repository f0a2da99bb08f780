import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { CountryName } from "@/components/record/country-name";
import { showDate } from "@/lib/forms/dates";
import type { Announced } from "@/lib/imports/queries/find-sent-announcement";
import { listParticipants } from "@/lib/reference/queries";

/** What the exporter says, as a statement of theirs: the paper decides. */
export async function Stated({ announced }: { announced: Announced }) {
  const t = await getTranslations("office.imports.announcement");
  const locale = await getLocale();
  const times = await deskTimes();
  const { importer, issuer, number, importedOn, note, sentAt, announcedBy } = announced;
  const reference = { countries: [], participants: await listParticipants() };
  const none = <span className="soft">{t("none")}</span>;
  return (
    <section className="box" aria-labelledby="stated-title">
      <h2 id="stated-title">{t("stated")}</h2>
      <dl className="kv">
        <dt>{t("importer")}</dt>
        <dd>{`${importer.legalName}, ${importer.city} (${importer.province})`}</dd>
        <dt>{t("issuer")}</dt>
        <dd>{issuer ? <CountryName code={issuer} reference={reference} /> : none}</dd>
        <dt>{t("number")}</dt>
        <dd>{number ? <span className="mono">{number}</span> : none}</dd>
        <dt>{t("importedOn")}</dt>
        <dd>{importedOn ? showDate(importedOn, locale) : none}</dd>
        <dt>{t("sent")}</dt>
        <dd>{sentAt ? t("sentBy", { when: times.near(sentAt), name: announcedBy.name }) : none}</dd>
        {note ? (
          <>
            <dt>{t("note")}</dt>
            <dd className="written">{note}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
