import type { Answers } from "@/lib/applications/answers";
import { totalsOf } from "@/lib/applications/totals";
import type { Figures } from "@/lib/reviews/checklist";

/** What the papers are compared with: the shipment's carats and US dollars, and its seals. */
export function figuresOf({ origin, goods }: Answers): Figures {
  const { carats, usd } = totalsOf(origin?.origins ?? []);
  return { carats, usd, seals: String(goods?.seals?.length ?? 0) };
}
