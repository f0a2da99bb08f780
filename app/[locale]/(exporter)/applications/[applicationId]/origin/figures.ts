import Decimal from "decimal.js";
import { decimalOf, pricePerCarat, totalsOf, type Totals } from "@/lib/applications/totals";
import { readDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";

/** What follows from the amounts typed in one row; null while it does not. Normalised decimals. */
export interface RowFigures {
  readonly carats: string | null;
  readonly usd: string | null;
  readonly usdPerCarat: string | null;
  /** What this row leaves of its import certificate, the rows before it counted; may be negative. */
  readonly left: string | null;
  /** The mass of that certificate. */
  readonly all: string | null;
  /** What was left of it for this application, and what this row and those before it take. */
  readonly available: string | null;
  readonly drawn: string | null;
}

export interface Drawable {
  readonly id: string;
  readonly carats: string;
  readonly remaining: string;
}

/** The figures of every row of a form as typed, and their totals. Pure: the server prints the same. */
export function figuresOf(
  values: Readonly<Record<string, string>>,
  certificates: readonly Drawable[],
  locale: Locale,
): { rows: RowFigures[]; totals: Totals } {
  const drawn = new Map<string, Decimal>();
  const rows = rowNumbers(values).map((row): RowFigures => {
    const read = (field: "carats" | "usd") => {
      const typed = values[`origins[${row}].${field}`] ?? "";
      const reading = readDecimal(typed, locale, {
        decimals: 2,
        max: "999999999999999",
        unit: field,
      });
      return reading.ok ? reading.value : null;
    };
    const [carats, usd] = [read("carats"), read("usd")];
    const amounts = { carats: carats ?? undefined, usd: usd ?? undefined };
    const id = values[`origins[${row}].importCertificateId`] ?? "";
    const isImported = values[`origins[${row}].category`] === "previously_imported";
    const certificate = isImported ? certificates.find((c) => c.id === id) : undefined;
    const before = drawn.get(id) ?? new Decimal(0);
    const after = before.plus(decimalOf(amounts.carats) ?? 0);
    if (certificate) drawn.set(id, after);
    return {
      carats,
      usd,
      usdPerCarat: pricePerCarat(amounts),
      left: certificate ? new Decimal(certificate.remaining).minus(after).toFixed(2) : null,
      all: certificate?.carats ?? null,
      available: certificate?.remaining ?? null,
      drawn: certificate ? after.toFixed(2) : null,
    };
  });
  const known = rows.map(({ carats, usd }) => ({
    carats: carats ?? undefined,
    usd: usd ?? undefined,
  }));
  return { rows, totals: totalsOf(known) };
}

function rowNumbers(values: Readonly<Record<string, string>>): number[] {
  const found = Object.keys(values).flatMap((name) => /^origins\[(\d+)\]\./.exec(name)?.[1] ?? []);
  return [...new Set(found.map(Number))].sort((a, b) => a - b);
}
