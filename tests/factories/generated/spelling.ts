import type { Chance } from "./random";
import type { Answers } from "@/lib/applications/answers";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { kindOf, type FieldKind } from "@/lib/forms/parse-form";
import { showForm } from "@/lib/forms/show-form";
import type { Locale } from "@/lib/i18n/routing";

/** What somebody types in a section's fields, by name. */
export type Typed = Record<AnsweredSection, Record<string, string>>;

const narrow = "\u202F";

/** Answers as people of a language type them: each in a way of their own. */
export function typedBy(chance: Chance, answers: Answers, locale: Locale): Typed {
  const section = (name: AnsweredSection) => {
    const { fields } = sectionForms[name];
    const shown = Object.entries(showForm(fields, answers[name], locale));
    return Object.fromEntries(
      shown
        .filter(([field]) => !field.startsWith("seals[") && !field.endsWith("].id"))
        .map(([field, text]) => {
          const kind = kindOf({ fields }, field);
          return [field, kind ? spelled(chance, kind, text, locale) : text];
        }),
    );
  };
  return {
    applicant: section("applicant"),
    delivery: section("delivery"),
    consignee: section("consignee"),
    origin: section("origin"),
    goods: section("goods"),
  };
}

function spelled(chance: Chance, kind: FieldKind, text: string, locale: Locale): string {
  switch (kind) {
    case "carats":
    case "usd":
      return withUnit(chance, kind, asFigure(chance, text, locale), locale);
    case "degreesNorth":
      return text + chance.pick(["", "°", " °", "° N"]);
    case "degreesWest":
      return text + chance.pick(["", "°", " °", locale === "en" ? "° W" : "° O"]);
    case "minutes":
      return text + chance.pick(["", "′", "'"]);
    case "postalCode":
      return chance.pick([text, text.toLowerCase(), text.replace(" ", ""), text.replace(" ", "-")]);
    case "list":
      return text.replaceAll("\n", chance.pick(["\r\n", ", ", " ; ", ",\r\n"]));
    case "lines":
      return text.replaceAll("\n", "\r\n");
    case "text":
      // As a Macintosh may send accents, and with a space after the last word.
      return chance.once(4) && /[À-ỹ]/u.test(text) ? `${text.normalize("NFD")} ` : text;
    case "count":
    case "date":
    case "flag":
      return text;
  }
}

/** 1,204.50 may be typed 1204.5; 1 204,50 may have any space, or none, or a point. */
function asFigure(chance: Chance, shown: string, locale: Locale): string {
  const short = shown.replace(/[.,]00$/, "").replace(/([.,]\d)0$/, "$1");
  const text = chance.once(3) ? short : shown;
  if (locale === "en") return chance.once(2) ? text : text.replaceAll(",", "");
  const spaced = text.replaceAll("\u00A0", chance.pick([" ", "\u00A0", narrow, ""]));
  return chance.once(4) ? spaced.replace(",", ".") : spaced;
}

function withUnit(chance: Chance, kind: "carats" | "usd", figure: string, locale: Locale): string {
  if (!chance.once(3)) return figure;
  if (kind === "carats") return figure + chance.pick([" ct", " carats", "ct"]);
  return locale === "en"
    ? chance.pick([`$${figure}`, `US$${figure}`, `USD ${figure}`, `${figure} USD`])
    : chance.pick([`${figure} $`, `${figure}\u00A0$\u00A0US`, `${figure} USD`]);
}
