import { readDate } from "@/lib/forms/dates";
import { readDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";
import type { PaperFacts } from "@/lib/imports/checks";
import { lineKeys, lineNames } from "@/lib/imports/checks-typed";

type Values = Readonly<Record<string, string>>;

/** What the form says of the paper so far; what cannot be read yet is not known. */
export function typedPaper(values: Values, locale: Locale): PaperFacts {
  const said = (name: string) => values[name]?.trim() || undefined;
  const day = (name: string) => {
    const reading = readDate(values[name] ?? "");
    return reading.ok ? reading.value : undefined;
  };
  return {
    issuer: said("issuer"),
    number: said("number"),
    issuedOn: day("issuedOn"),
    expiresOn: day("expiresOn"),
    importedOn: day("importedOn"),
    originalReceivedOn: day("originalReceivedOn"),
    lines: lineKeys.flatMap((key) => {
      const carats = figure(values[`${key}.carats`], "carats", locale);
      const valueUsd = figure(values[`${key}.usd`], "usd", locale);
      return carats && valueUsd ? [{ subheading: lineNames[key], carats, valueUsd }] : [];
    }),
  };
}

/** What was typed twice or is added up and does not agree, as the schema looks at it. */
export function typedFigures(values: Values, locale: Locale) {
  const carats = (name: string) => figure(values[name], "carats", locale);
  const usd = (name: string) => figure(values[name], "usd", locale);
  const line = (key: string) => {
    const typed = { carats: carats(`${key}.carats`), usd: usd(`${key}.usd`) };
    return (typed.carats ?? typed.usd) ? typed : undefined;
  };
  return {
    number: values["number"]?.trim(),
    numberAgain: values["numberAgain"]?.trim(),
    hs10: line("hs10"),
    hs21: line("hs21"),
    hs31: line("hs31"),
    carats: carats("carats"),
    caratsAgain: carats("caratsAgain"),
    usd: usd("usd"),
  };
}

function figure(typed: string | undefined, unit: "carats" | "usd", locale: Locale) {
  const reading = readDecimal(typed ?? "", locale, { decimals: 2, max: "999999999999999", unit });
  return reading.ok ? reading.value : undefined;
}
