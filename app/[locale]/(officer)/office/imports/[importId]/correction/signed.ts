import { showDecimal, type Unit } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";

/** A difference with its sign: +0.50, −0.50. */
export function signed(figure: string, locale: Locale, unit?: Unit): string {
  const shown = showDecimal(figure, locale, unit);
  if (Number(figure) === 0) return shown;
  return shown.startsWith("-") ? `−${shown.slice(1)}` : `+${shown}`;
}
