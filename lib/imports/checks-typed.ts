import Decimal from "decimal.js";
import { errorKey, type ErrorKey } from "@/lib/forms/error-key";
import { showDecimal } from "@/lib/forms/numbers";
import { normaliseNumber } from "@/lib/imports/number";
import type { Language } from "@/prisma/generated/enums";

/** The rough diamonds of the Act (s. 2), and under which name each has its line in the form. */
export const lineNames = { hs10: "7102.10", hs21: "7102.21", hs31: "7102.31" } as const;
export type LineName = keyof typeof lineNames;
export const lineKeys = Object.keys(lineNames) as LineName[];

/** Chosen as origin where the paper names none. */
export const unknownOrigin = "unknown";

/** What was typed so far. Days are ISO, masses and values normalised decimals. */
type TypedFacts = {
  readonly [
    K in
      | "number"
      | "numberAgain"
      | "issuedOn"
      | "expiresOn"
      | "importedOn"
      | "originalReceivedOn"
      | "carats"
      | "caratsAgain"
      | "usd"
  ]?: string | undefined;
} & { readonly [K in LineName]?: Amounts | undefined } & {
  readonly origins?: readonly string[] | undefined;
};

interface Amounts {
  readonly carats?: string | undefined;
  readonly usd?: string | undefined;
}

interface Disagreement {
  readonly field: string;
  readonly key: ErrorKey;
  readonly params?: Record<string, string>;
}

/** What does not fit together, of what is there. */
export function disagreements(typed: TypedFacts, today: string, locale: Language): Disagreement[] {
  const found: Disagreement[] = [];
  const say = (field: string, key: ErrorKey, params?: Record<string, string>) =>
    found.push({ field, key, ...(params ? { params } : {}) });

  const { number, numberAgain, issuedOn, expiresOn, importedOn, originalReceivedOn } = typed;
  if (number && numberAgain && normaliseNumber(number) !== normaliseNumber(numberAgain)) {
    say("numberAgain", errorKey("register.numberAgain.differs"), {
      first: number,
      second: numberAgain,
    });
  }
  const origins = typed.origins ?? [];
  if (origins.length === 0) say("origins[0]", errorKey("register.origins.required"));
  if (origins.includes(unknownOrigin) && origins.length > 1) {
    say("origins[0]", errorKey("register.origins.both"));
  }

  if (issuedOn && issuedOn > today) say("issuedOn", errorKey("register.issuedOn.future"));
  if (issuedOn && expiresOn && expiresOn < issuedOn) {
    say("expiresOn", errorKey("register.expiresOn.beforeIssue"));
  }
  if (importedOn && importedOn > today) say("importedOn", errorKey("register.importedOn.future"));
  else if (issuedOn && importedOn && importedOn < issuedOn) {
    say("importedOn", errorKey("register.importedOn.beforeIssue"));
  }
  const received = originalDayProblem(originalReceivedOn, importedOn, today);
  if (received) say("originalReceivedOn", received);

  const shown = (decimal: string) => showDecimal(decimal, locale);
  const { carats, caratsAgain, usd } = typed;
  if (isFigure(carats) && isFigure(caratsAgain) && !new Decimal(carats).eq(caratsAgain)) {
    say("caratsAgain", errorKey("register.caratsAgain.differs"), {
      first: shown(carats),
      second: shown(caratsAgain),
    });
  }
  const lines = lineKeys.map((key) => typed[key]).filter((one) => one !== undefined);
  if (!lines.some((one) => one.carats ?? one.usd)) {
    say("hs10.carats", errorKey("register.line.required"));
    return found;
  }
  for (const [field, total, parts] of [
    ["carats", carats, lines.map((one) => one.carats)],
    ["usd", usd, lines.map((one) => one.usd)],
  ] as const) {
    const known = parts.filter(isFigure);
    if (!isFigure(total) || known.length < lines.length) continue;
    const sum = Decimal.sum(0, ...known);
    if (sum.eq(total)) continue;
    say(field, errorKey(`register.${field}.differs`), {
      total: shown(new Decimal(total).toFixed(2)),
      sum: shown(sum.toFixed(2)),
      difference: shown(sum.minus(total).abs().toFixed(2)),
    });
  }
  return found;
}

/** What is wrong with a day on which the original was received. */
export function originalDayProblem(
  received: string | undefined,
  importedOn: string | undefined,
  today: string,
): ErrorKey | null {
  if (!received) return null;
  if (received > today) return errorKey("register.originalReceivedOn.future");
  if (importedOn && received < importedOn) {
    return errorKey("register.originalReceivedOn.beforeImport");
  }
  return null;
}

const isFigure = (typed: string | undefined): typed is string =>
  typed !== undefined && /^\d{1,15}(\.\d{1,2})?$/.test(typed);
