import "server-only";
import { getTranslations } from "next-intl/server";
import { todayInOttawa } from "@/lib/clock";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { showDate } from "@/lib/forms/dates";
import type { ClashNotice } from "@/lib/forms/form-state";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Locale } from "@/lib/i18n/routing";
import { findLastChange } from "@/lib/imports/queries/find-announcement";
import type { AnnouncedField, AnnouncedImport } from "@/lib/imports/schema-announce";
import { countryNames, nameIn } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";

interface Sides {
  readonly fields: readonly AnnouncedField[];
  readonly mine: AnnouncedImport;
  readonly theirs: AnnouncedImport;
}

/** Both answers of what two people changed, as the reader reads them. */
export async function clashNotice(
  viewer: ExporterViewer,
  announcementId: string,
  { fields, mine, theirs }: Sides,
  locale: Locale,
): Promise<ClashNotice> {
  const last = await findLastChange(viewer, announcementId);
  const t = await getTranslations({ locale, namespace: "imports.form" });
  const reference = await getReference(todayInOttawa());
  const read = (announced: AnnouncedImport, field: AnnouncedField): string => {
    const value = announced[field];
    if (value === undefined) return "";
    if (field === "importedOn") return showDate(value, locale);
    return field === "issuer" ? nameIn(countryNames(reference, value), locale) : value;
  };
  return {
    by: last && last.actorId !== viewer.userId ? last.by : "",
    at: last
      ? formatterFor(locale).dateTime(last.at, { dateStyle: "long", timeStyle: "short" })
      : "",
    rows: [],
    fields: fields.map((field) => ({
      name: `keep.${field}`,
      label: t(field),
      mine: read(mine, field),
      theirs: read(theirs, field),
    })),
  };
}
