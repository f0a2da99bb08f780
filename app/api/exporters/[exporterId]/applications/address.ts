import { addressOf, type ListFilter } from "@/lib/applications/schema-list";
import type { Locale } from "@/lib/i18n/routing";

/** More rows than this are not written into one file; its last row says so. */
export const exportLimit = 10_000;

interface Asked {
  format: "csv" | "xlsx";
  locale: Locale;
  filter: ListFilter;
}

/** Where a filtered list can be had as a file. */
export function exportAddress(exporterId: string, { format, locale, filter }: Asked): string {
  const query = addressOf({ ...filter, after: "", before: "" });
  const asked = new URLSearchParams({ format, locale, ...query });
  return `/api/exporters/${exporterId}/applications?${asked.toString()}`;
}
