import { getLocale, getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { CountryName } from "@/components/record/country-name";
import { showDate } from "@/lib/forms/dates";
import type { Announced } from "@/lib/imports/queries/find-announced";
import { listParticipants } from "@/lib/reference/queries";

/** What the exporter says, as a statement of theirs: the paper decides. */
export async function Stated({ announced }: { announced: Announced }) {
  const t = await getTranslations("office.imports.announcement");
  const locale = await getLocale();
  const times = await deskTimes();
  const { importer, issuer, number, importedOn, note, sentAt, announcedBy } = announced;
  const reference = { countries: [], participants: await listParticipants() };
  const none = <span className="soft">{t("none")}</span>;
  const rows = [
    [t("importer"), `${importer.legalName}, ${importer.city} (${importer.province})`],
    [t("issuer"), issuer ? <CountryName key="issuer" code={issuer} reference={reference} /> : none],
    [
      t("number"),
      number ? (
        <span key="number" className="mono">
          {number}
        </span>
      ) : (
        none
      ),
    ],
    [t("importedOn"), importedOn ? showDate(importedOn, locale) : none],
    [t("sent"), sentAt ? t("sentBy", { when: times.near(sentAt), name: announcedBy.name }) : none],
    ...(note
      ? [
          [
            t("note"),
            <span key="note" className="written">
              {note}
            </span>,
          ],
        ]
      : []),
  ] as const;
  return (
    <section className="box" aria-labelledby="stated-title">
      <h2 id="stated-title">{t("stated")}</h2>
      <dl className="kv">
        {rows.map(([term, text], i) => (
          <Fragment key={i}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
