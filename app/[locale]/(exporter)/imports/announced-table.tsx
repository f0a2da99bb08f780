import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnnouncementTag } from "./announcement-tag";
import { announcementHref } from "./imports-href";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import { showDate } from "@/lib/forms/dates";
import type { AnnouncementRow } from "@/lib/imports/queries/list-announcements";
import type { Reference } from "@/lib/reference/types";

interface Props {
  rows: readonly AnnouncementRow[];
  reference: Reference;
  /** Whether the reader may do what waits for the exporter. */
  mayAct: boolean;
}

/** The announced imports, one a line: which, where it stands, who acts next. */
export function AnnouncedTable({ rows, reference, mayAct }: Props) {
  const t = useTranslations("imports.announced");
  const next = useTranslations("imports.next");
  const locale = useLocale();
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return (
    <table className="table--stack">
      <caption className="visually-hidden">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("certificate")}</th>
          <th scope="col">{t("imported")}</th>
          <th scope="col">{t("status")}</th>
          <th scope="col">{t("next")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, status, announced: { number, issuer, importedOn } }) => (
          <tr key={id}>
            <th scope="row">
              <PageLink href={announcementHref(id)} className={number ? "mono" : undefined}>
                {number ?? t("unnamed")}
              </PageLink>
              {issuer ? (
                <>
                  <br />
                  <span className="soft">
                    <CountryName code={issuer} reference={reference} />
                  </span>
                </>
              ) : null}
            </th>
            <td data-label={t("imported")}>{importedOn ? showDate(importedOn, locale) : "–"}</td>
            <td data-label={t("status")}>
              <AnnouncementTag status={status} />
            </td>
            <td data-label={t("next")}>
              {next.rich(
                (status === "draft" || status === "returned") && !mayAct
                  ? `${status}Others`
                  : status,
                { b },
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
