import Decimal from "decimal.js";

interface Amounts {
  readonly carats?: string | undefined;
  readonly usd?: string | undefined;
}

export interface Totals {
  readonly carats: string;
  readonly usd: string;
  /** Rounded to the cent; null without carats. */
  readonly usdPerCarat: string | null;
}

/** The exact decimal that a stored answer stands for; null while it is missing or not a number. */
export function decimalOf(answer: string | undefined): Decimal | null {
  return answer !== undefined && /^-?\d{1,20}(\.\d{1,20})?$/.test(answer)
    ? new Decimal(answer)
    : null;
}

/** The sum of what is there, in exact decimals, as text with at least two places. */
export function sumOf(answers: readonly (string | undefined)[]): string {
  const sum = answers.reduce((total, answer) => total.plus(decimalOf(answer) ?? 0), new Decimal(0));
  return sum.toFixed(Math.max(2, sum.decimalPlaces()));
}

/** Totals of rows or tariff lines; what is not filled in yet counts as nothing. */
export function totalsOf(rows: readonly Amounts[]): Totals {
  const carats = sumOf(rows.map((row) => row.carats));
  const usd = sumOf(rows.map((row) => row.usd));
  return { carats, usd, usdPerCarat: pricePerCarat({ carats, usd }) };
}

/** US dollars a carat to the cent; null while it cannot be computed. */
export function pricePerCarat({ carats, usd }: Amounts): string | null {
  const [mass, value] = [decimalOf(carats), decimalOf(usd)];
  return mass?.gt(0) && value ? value.div(mass).toFixed(2) : null;
}
