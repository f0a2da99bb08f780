import { getLocale, getTranslations } from "next-intl/server";
import type { Field, Written } from "@/lib/amendments/fields";
import { kinds } from "@/lib/amendments/kinds";
import { keyOf, standing, type Row } from "@/lib/amendments/row";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import { getFormatter } from "@/lib/i18n/get-formatter";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** Reference data in the reader's words, whatever its kind. */
export async function referenceWords() {
  const t = await getTranslations("office.reference");
  const locale = await getLocale();
  const format = await getFormatter();
  const fieldNames = t as (key: string) => string;
  const weekday = (day: string) =>
    format.dateTime(new Date(Date.UTC(2024, 0, Number(day))), { weekday: "long", timeZone: "UTC" });

  const lists = [
    named(await getTranslations("office.reference.choices")),
    named(await getTranslations("categories")),
    named(await getTranslations("sections")),
    named(await getTranslations("documents.kinds")),
    named(await getTranslations("office.reject.grounds"), "ground_"),
  ];

  /** The name of one of the words that the portal knows; itself where it is none. */
  function choice(value: string): string {
    return lists.map((nameOf) => nameOf(value)).find((found) => found !== null) ?? value;
  }

  function value(field: Field, written: Written): string {
    if (written === null) return "";
    switch (field.type) {
      case "day":
        return showDate(written, locale);
      case "decimal":
        return showDecimal(written, locale);
      case "flag":
        return t(written === "true" ? "yes" : "no");
      case "choice":
        return choice(written);
      case "weekdays":
        return format.list(written.split(" ").map(weekday));
      case "code":
      case "of":
      case "text":
      case "words":
      case "whole":
      case "time":
        return written;
    }
  }

  /** In the reader's language, and in the other one. */
  function both(row: Row, stem: "name" | "text" | "basis"): { own: string; other: string } {
    const [en, fr] = [row[`${stem}En`] ?? "", row[`${stem}Fr`] ?? ""];
    return locale === "fr" ? { own: fr, other: en } : { own: en, other: fr };
  }

  return {
    value,
    both,
    choice,
    otherLanguage: locale === "fr" ? "en-CA" : "fr-CA",
    date: (day: string) => showDate(day, locale),
    kind: (kind: ReferenceKind) => t(`kinds.${kind}.title`),
    field: (name: string) => fieldNames(`fields.${name}`),
    /** What a row is called in a sentence or a heading. */
    row(kind: ReferenceKind, row: Row): string {
      const key = keyOf(kind, row);
      if (kind === "officeHours") return t("hoursFrom", { day: showDate(key, locale) });
      if (kinds[kind].versions) {
        return t("version", { name: choice(row["kind"] ?? ""), version: row["version"] ?? "" });
      }
      const { own } = both(row, "name");
      return own ? t("named", { name: own, key }) : key;
    },
    /** From when until when, by its own days. */
    days(kind: ReferenceKind, row: Row): string {
      const { from, to } = kinds[kind];
      const [first, last] = [from && row[from], to && row[to]];
      if (first && last) {
        return t("days.both", { from: showDate(first, locale), to: showDate(last, locale) });
      }
      if (first) return t("days.from", { from: showDate(first, locale) });
      return last ? t("days.to", { to: showDate(last, locale) }) : t("days.always");
    },
    standing: (kind: ReferenceKind, row: Row, on: string) => standing(kind, row, on),
  };
}

/** A namespace of names; null for what it does not name. */
function named(t: unknown, prefix = ""): (key: string) => string | null {
  const say = t as ((key: string) => string) & { has: (key: string) => boolean };
  return (word) => {
    const key = word.startsWith(prefix) ? word.slice(prefix.length) : "";
    return key && say.has(key) ? say(key) : null;
  };
}
