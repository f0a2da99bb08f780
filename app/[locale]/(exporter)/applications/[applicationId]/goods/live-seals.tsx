"use client";

import { useLocale } from "next-intl";
import { useTyped } from "@/components/form/typed-context";
import { readDecimal } from "@/lib/forms/numbers";

/** How many seal numbers there are, beside how many containers. `count` is "{seals} for {containers}". */
export function LiveSeals({ words }: { words: { label: string; count: string } }) {
  const typed = useTyped();
  const locale = useLocale();
  const seals = (typed["seals"] ?? "").split(/[\r\n\t,;]+/u).filter((seal) => seal.trim() !== "");
  const reading = readDecimal(typed["containerCount"] ?? "", locale, {
    decimals: 0,
    max: "999999",
  });
  const containers = reading.ok ? Number(reading.value) : null;
  const differ = containers !== null && seals.length > 0 && seals.length !== containers;
  return (
    <dl className={differ ? "live live--bad" : "live"}>
      <div>
        <dt>{words.label}</dt>
        <dd>
          <output htmlFor="seals containerCount">
            {words.count
              .replace("{seals}", String(seals.length))
              .replace("{containers}", containers === null ? "–" : String(containers))}
          </output>
        </dd>
      </div>
    </dl>
  );
}
