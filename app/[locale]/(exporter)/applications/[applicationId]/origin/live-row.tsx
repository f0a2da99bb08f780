"use client";

import { useLocale } from "next-intl";
import { figuresOf, type Drawable } from "./figures";
import { fieldId } from "@/components/form/field-id";
import { useTyped } from "@/components/form/typed-context";
import { showDecimal } from "@/lib/forms/numbers";

export interface LiveWords {
  understood: string;
  price: string;
  remaining: string;
  /** "{left} of {all}" */
  left: string;
  /** "{over} too many: {available} left, {drawn} taken" */
  over: string;
  none: string;
}

interface Props {
  row: number;
  certificates: readonly Drawable[];
  words: LiveWords;
}

/** What was understood in a row, its price, and what it leaves of its import certificate. */
export function LiveRow({ row, certificates, words }: Props) {
  const locale = useLocale();
  const figures = figuresOf(useTyped(), certificates, locale).rows[row];
  const { carats, usd, usdPerCarat, left, all, available, drawn } = figures ?? {};
  const name = (field: string) => fieldId(`origins[${row}].${field}`);
  const both = `${name("carats")} ${name("usd")}`;
  const amounts = [
    carats ? showDecimal(carats, locale, "carats") : null,
    usd ? showDecimal(usd, locale, "usd") : null,
  ].filter(Boolean);
  const over = left?.startsWith("-");
  return (
    <dl className={over ? "live live--bad" : "live"}>
      <div>
        <dt>{words.understood}</dt>
        <dd>
          <output htmlFor={both}>{amounts.length ? amounts.join(", ") : words.none}</output>
        </dd>
      </div>
      <div>
        <dt>{words.price}</dt>
        <dd>
          <output htmlFor={both}>
            {usdPerCarat ? showDecimal(usdPerCarat, locale, "usdPerCarat") : words.none}
          </output>
        </dd>
      </div>
      {left && all ? (
        <div>
          <dt>{words.remaining}</dt>
          <dd>
            <output htmlFor={name("carats")}>
              {over
                ? words.over
                    .replace("{over}", showDecimal(left.slice(1), locale, "carats"))
                    .replace("{available}", showDecimal(available ?? "", locale, "carats"))
                    .replace("{drawn}", showDecimal(drawn ?? "", locale, "carats"))
                : words.left
                    .replace("{left}", showDecimal(left, locale))
                    .replace("{all}", showDecimal(all, locale, "carats"))}
            </output>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
