import { useLocale, useTranslations } from "next-intl";
import { showDate } from "@/lib/forms/dates";
import { showDecimal } from "@/lib/forms/numbers";
import type { Locale } from "@/lib/i18n/routing";
import type { Check, CheckParam } from "@/lib/imports/checks";
import { nameIn } from "@/lib/reference/lookups";

const looks = { passed: "p", stopped: "b", told: "" } as const;

/** Each check: what it compared, its number and its basis in law. */
export function CheckLines({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("office.imports.checks");
  const locale = useLocale();
  // The figures belong to the key, which the translator's types cannot follow.
  const sentence = t as unknown as (key: string, values: Record<string, string | number>) => string;
  return checks.map(({ rule, result, key, params }, i) => (
    <li key={i} className={looks[result]}>
      <span className="visually-hidden">{t(result)} </span>
      {sentence(
        `found.${key}`,
        Object.fromEntries(
          Object.entries(params).map(([name, param]) => [name, showParam(param, locale)]),
        ),
      )}{" "}
      <span className="basis">{t(`basis.${rule}`)}</span>
    </li>
  ));
}

function showParam(param: CheckParam, locale: Locale): string | number {
  switch (param.as) {
    case "text":
    case "count":
      return param.value;
    case "usd":
      return showDecimal(param.value, locale, "usd");
    case "date":
      return showDate(param.value, locale);
    case "name":
      return nameIn(param, locale);
  }
}
