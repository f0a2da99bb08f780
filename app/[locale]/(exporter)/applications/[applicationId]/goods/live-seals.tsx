"use client";

import { useLocale } from "next-intl";
import { useTyped } from "@/components/form/typed-context";
import { repeatedSeals } from "@/lib/applications/seals";
import { readDecimal } from "@/lib/forms/numbers";

interface Words {
  label: string;
  /** "{seals} for {containers}" */
  count: string;
  wrong: string;
  /** "Number {place} is the same as number {first}." */
  repeated: string;
}

/** How many seal numbers there are beside how many containers, and which of them were given before. */
export function LiveSeals({ words }: { words: Words }) {
  const typed = useTyped();
  const locale = useLocale();
  const seals = (typed["seals"] ?? "").split(/[\r\n\t,;]+/u).filter((seal) => seal.trim() !== "");
  const reading = readDecimal(typed["containerCount"] ?? "", locale, {
    decimals: 0,
    max: "999999",
  });
  const containers = reading.ok ? Number(reading.value) : null;
  const differ = containers !== null && seals.length > 0 && seals.length !== containers;
  const repeated = repeatedSeals(seals);
  return (
    <dl className={differ || repeated.length > 0 ? "live live--bad" : "live"}>
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
      {repeated.length > 0 ? (
        <div>
          <dt>{words.wrong}</dt>
          <dd>
            <output htmlFor="seals">
              {repeated
                .map(({ place, first }) =>
                  words.repeated
                    .replace("{place}", String(place))
                    .replace("{first}", String(first)),
                )
                .join(" ")}
            </output>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
