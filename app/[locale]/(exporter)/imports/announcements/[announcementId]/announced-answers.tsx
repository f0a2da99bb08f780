import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { detailsHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { fieldId } from "@/components/form/field-id";
import { CountryName } from "@/components/record/country-name";
import { SummaryList } from "@/components/record/summary-list";
import { showDate } from "@/lib/forms/dates";
import { getPathname } from "@/lib/i18n/navigation";
import { normaliseNumber } from "@/lib/imports/number";
import type { Announcement } from "@/lib/imports/queries/find-announcement";
import { announcedFields, type AnnouncedField } from "@/lib/imports/schema-announce";
import type { Reference } from "@/lib/reference/types";

interface Props {
  announcement: Announcement;
  reference: Reference;
  /** Whether the reader may change it now. */
  open: boolean;
}

/** What the exporter says of the import, each with its Change link. */
export function AnnouncedAnswers({ announcement, reference, open }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const { id, announced } = announcement;
  const { issuer, number, importedOn, note } = announced;
  const path = getPathname({ href: detailsHref(id), locale });
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  const texts: Record<AnnouncedField, ReactNode> = {
    issuer: issuer && <CountryName code={issuer} reference={reference} />,
    number: number && (
      <>
        <span className="mono">{number}</span>
        {open ? (
          <>
            <br />
            <span className="soft">{t("page.filedAs", { number: normaliseNumber(number) })}</span>
          </>
        ) : null}
      </>
    ),
    importedOn: importedOn && showDate(importedOn, locale),
    note: note ?? t("page.noNote"),
  };
  const change = (field: AnnouncedField) => (
    <a href={`${path}#${fieldId(field)}`}>
      {t.rich("page.change", { what: t(`form.${field}`), hidden })}
    </a>
  );
  return (
    <section>
      <h2>{t("page.details")}</h2>
      <SummaryList
        rows={announcedFields.map((field) => ({
          term: t(`form.${field}`),
          text: texts[field] ?? <span className="soft">{t("announced.unknown")}</span>,
          act: open ? change(field) : undefined,
        }))}
      />
    </section>
  );
}
