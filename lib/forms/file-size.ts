import { showDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";

/** "412 kB", "1.2 MB"; "412 ko", "1,2 Mo". A kilobyte is 1,000 bytes. */
export function fileSize(bytes: number, locale: Locale): string {
  const french = locale === "fr";
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  if (kilobytes < 1000) return `${kilobytes}\u00A0${french ? "ko" : "kB"}`;
  return `${showDecimal((bytes / 1_000_000).toFixed(1), locale)}\u00A0${french ? "Mo" : "MB"}`;
}
