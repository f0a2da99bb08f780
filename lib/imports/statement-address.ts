import type { Locale } from "@/lib/i18n/routing";
import type { StatementFilter } from "@/lib/imports/statement";

/** Where an account can be had as a file, in the reader's language. */
export function statementAddress(
  importId: string,
  { kind, locale }: { kind: StatementFilter["kind"]; locale: Locale },
): string {
  const asked = new URLSearchParams({ locale, ...(kind ? { kind } : {}) });
  return `/api/imports/${importId}/statement?${asked.toString()}`;
}
