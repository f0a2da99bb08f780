"use client";

import { useLocale } from "next-intl";
import { figuresOf } from "./figures";
import { useTyped } from "@/components/form/typed-context";
import { showDecimal } from "@/lib/forms/numbers";

interface Props {
  words: { carats: string; usd: string; price: string; none: string };
  /** As the card beside the form, or as the line below the rows on a narrow screen. */
  look: "facts" | "totals";
}

/** Total mass and value of the rows as typed. */
export function LiveTotals({ words, look }: Props) {
  const locale = useLocale();
  const { carats, usd, usdPerCarat } = figuresOf(useTyped(), [], locale).totals;
  const big = look === "facts" ? "big" : undefined;
  return (
    <dl className={look}>
      <div>
        <dt>{words.carats}</dt>
        <dd className={big}>
          <output>{showDecimal(carats, locale, "carats")}</output>
        </dd>
      </div>
      <div>
        <dt>{words.usd}</dt>
        <dd className={big}>
          <output>{showDecimal(usd, locale, "usd")}</output>
        </dd>
      </div>
      <div>
        <dt>{words.price}</dt>
        <dd>
          <output>
            {usdPerCarat ? showDecimal(usdPerCarat, locale, "usdPerCarat") : words.none}
          </output>
        </dd>
      </div>
    </dl>
  );
}
