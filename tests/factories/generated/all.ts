import { goodsMistakes } from "./goods-mistakes";
import type { Mistake, Sending } from "./mistake";
import { originMistakes } from "./origin-mistakes";
import { partyMistakes } from "./party-mistakes";
import { chanceOf } from "./random";
import { newShipment } from "./shipment";
import { typedBy } from "./spelling";
import { routing, type Locale } from "@/lib/i18n/routing";

/** Twenty-five kinds. */
const mistakes = [...partyMistakes, ...originMistakes, ...goodsMistakes];

export interface Generated extends Sending {
  readonly n: number;
  readonly locale: Locale;
  /** Null in one that is right. */
  readonly mistake: Mistake | null;
}

/**
 * Two hundred applications as people would fill them in, the same at every run: for each language
 * fifty that are right, and two with each mistake.
 */
export const generated: readonly Generated[] = routing.locales.flatMap((locale, half) => {
  const right = Array.from({ length: 50 }, () => null);
  return [...right, ...mistakes, ...mistakes].map((mistake, index): Generated => {
    const n = half * 100 + index + 1;
    const chance = chanceOf(20_261_125 + n);
    const shipment = newShipment(half * 50 + index, locale, chance, mistake?.wanted ?? {});
    const typed = typedBy(chance, shipment.answers, locale);
    const { imports, documents } = shipment;
    const declared = ["rough_diamonds", "certification"] as const;
    const sending: Sending = { shipment, typed, imports, documents, declared };
    mistake?.make(sending, locale, chance);
    return { ...sending, n, locale, mistake };
  });
});
