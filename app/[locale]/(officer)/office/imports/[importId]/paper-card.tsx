import { getLocale, getTranslations } from "next-intl/server";
import { Fragment, type ReactNode } from "react";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { todayInOttawa } from "@/lib/clock";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import { getFormatter } from "@/lib/i18n/get-formatter";
import type { RegisteredPaper } from "@/lib/imports/queries/find-registered";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { listParticipants } from "@/lib/reference/queries";
import { OriginalLine } from "./original-line";

/** What the office read from the paper, its original and its scans. */
export async function PaperCard({ registered }: { registered: RegisteredPaper }) {
  const t = await getTranslations("office.imports.paper");
  const locale = await getLocale();
  const format = await getFormatter();
  const times = await deskTimes();
  const known = { countries: [], participants: await listParticipants() };
  const country = (code: string) => nameIn(countryNames(known, code), locale);
  const day = (iso: string) => showDate(iso, locale);
  const { origins, shipper, parcels, announcement, documents } = registered;
  const rows: [term: string, text: ReactNode][] = [
    [
      t("issued"),
      t("issuedText", {
        issuer: country(registered.issuer),
        issued: day(registered.issuedOn),
        expires: day(registered.expiresOn),
      }),
    ],
    [t("provenance"), country(registered.provenance)],
    [t("origin"), origins.length > 0 ? format.list(origins.map(country)) : t("originNone")],
    [t("hs"), <Lines key="lines" lines={registered.lines.map((line) => tariff(line))} />],
    ...(parcels === null ? [] : [[t("parcels"), String(parcels)] as [string, ReactNode]]),
    ...(shipper === null
      ? []
      : [
          [
            t("shipper"),
            <span key="shipper" className="written">
              {shipper}
            </span>,
          ] as [string, ReactNode],
        ]),
    [
      t("imported"),
      t("importedText", { date: day(registered.importedOn), importer: registered.importerName }),
    ],
    [t("stamp"), t(registered.stampSeen ? "stampYes" : "stampNo")],
    [
      t("original"),
      <OriginalLine key="original" registered={registered} today={todayInOttawa()} />,
    ],
    [
      t("scan"),
      documents.length === 0 ? (
        t("scanNone")
      ) : (
        <Lines
          key="scans"
          lines={documents.map(({ id, name }) => (
            <PageLink
              key={id}
              href={{
                pathname: "/office/documents/[documentId]",
                params: { documentId: id },
              }}
            >
              {name}
            </PageLink>
          ))}
        />
      ),
    ],
    [
      t("registered"),
      t("registeredText", {
        when: times.near(registered.registeredAt),
        by: registered.registeredBy,
      }),
    ],
    ...(announcement
      ? [
          [
            t("announcement"),
            <PageLink
              key="announcement"
              href={{
                pathname: "/office/imports/announcements/[announcementId]",
                params: { announcementId: announcement.id },
              }}
            >
              {t("announcementLink")}
            </PageLink>,
          ] as [string, ReactNode],
        ]
      : []),
  ];
  return (
    <section className="box" aria-labelledby="paper-title">
      <h2 id="paper-title">{t("title")}</h2>
      <dl className="kv">
        {rows.map(([term, text]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );

  function tariff({ subheading, carats, valueUsd }: RegisteredPaper["lines"][number]): string {
    if (carats === null || valueUsd === null) return subheading;
    return t("line", {
      subheading,
      carats: showDecimal(carats, locale, "carats"),
      usd: showDecimal(valueUsd, locale, "usd"),
    });
  }
}

function Lines({ lines }: { lines: readonly ReactNode[] }) {
  return lines.map((line, i) => (
    <span key={i} className="block">
      {line}
    </span>
  ));
}
