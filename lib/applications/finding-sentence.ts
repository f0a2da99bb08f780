import { createTranslator } from "next-intl";
import type { Language } from "@/prisma/generated/enums";
import type { Finding, Param, RuleId } from "@/lib/applications/rules/rule";
import type { Signal } from "@/lib/applications/signals/signal";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import { formatterFor } from "@/lib/i18n/formatter";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const translators = {
  en: createTranslator({ locale: "en", messages: { rules: en.rules, signals: en.signals } }),
  fr: createTranslator({ locale: "fr", messages: { rules: fr.rules, signals: fr.signals } }),
};

/** One plain sentence that says what was compared with what, in the reader's language. */
export function findingSentence(
  finding: Pick<Finding, "messageKey" | "params">,
  locale: Language,
): string {
  const [rule, found] = finding.messageKey.split(".") as [RuleId, string];
  return translate(locale, `rules.${rule}.found.${found}`, shown(finding.params, locale));
}

/** What history says about a submission, with its figures, in the reader's language. */
export function signalSentence({ key, params }: Pick<Signal, "key" | "params">, locale: Language) {
  return translate(locale, `signals.found.${key}`, shown(params, locale));
}

function shown(params: Finding["params"], locale: Language) {
  return Object.fromEntries(
    Object.entries(params).map(([key, param]) => [key, showParam(param, locale)]),
  );
}

/** A rule's name, what it compares, and its basis in law. */
export function ruleText(
  rule: RuleId,
  part: "name" | "compares" | "basis",
  locale: Language,
): string {
  return translate(locale, `rules.${rule}.${part}`, {});
}

type Translate = (key: string, values: Record<string, string | number>) => string;

/** The key is put together from checked parts, which the translator's types cannot follow. */
function translate(locale: Language, key: string, values: Record<string, string | number>): string {
  return (translators[locale] as unknown as Translate)(key, values);
}

function showParam(param: Param, locale: Language): string | number {
  switch (param.as) {
    case "text":
    case "count":
      return param.value;
    case "carats":
    case "usd":
      return showDecimal(param.value, locale, param.as);
    case "date":
      return showDate(param.value, locale);
    case "name":
      return param[locale];
    case "list":
      return formatterFor(locale).list(param.items.map((item) => String(showParam(item, locale))));
  }
}
