import type { GoodsAnswers } from "@/lib/applications/answers";
import { limits } from "@/lib/forms/limits";

/** What the buttons of the tariff lines do to the answers as typed. */
export function editGoods(
  typed: GoodsAnswers,
  intent: string,
): { answers: GoodsAnswers; place: string } | null {
  const lines = typed.hsLines ?? [];
  const [verb, what = ""] = intent.split(":");
  if (verb === "add") {
    const more = lines.length < limits.hsLines ? [...lines, {}] : lines;
    return { answers: { ...typed, hsLines: more }, place: linePlace(more.length - 1) };
  }
  if (verb === "remove") {
    const left = lines.filter((_, i) => i !== Number(what));
    return { answers: { ...typed, hsLines: left }, place: linePlace(0) };
  }
  return null;
}

/** The id of a line's heading. */
export const linePlace = (index: number) => `line-${index + 1}`;
