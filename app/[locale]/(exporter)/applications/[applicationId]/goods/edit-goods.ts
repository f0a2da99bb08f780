import type { GoodsAnswers } from "@/lib/applications/answers";
import { asksIfPolished } from "@/lib/applications/polished";
import { limits } from "@/lib/forms/limits";

/**
 * What the buttons of the tariff lines do to the answers as typed: `add:line`, `remove:<n>`, and
 * `use:<n>:<subheading>`, which the three questions of subheading-guide.tsx lead to.
 */
export function editGoods(
  typed: GoodsAnswers,
  intent: string,
): { answers: GoodsAnswers; place: string } | null {
  const lines = typed.hsLines ?? [];
  const [verb, what = "", subheading = ""] = intent.split(":");
  if (verb === "add") {
    const more = lines.length < limits.hsLines ? [...lines, {}] : lines;
    return { answers: { ...typed, hsLines: more }, place: linePlace(more.length - 1) };
  }
  if (verb === "remove") {
    const left = lines.filter((_, i) => i !== Number(what));
    return { answers: { ...typed, hsLines: left }, place: linePlace(0) };
  }
  if (verb === "use" && /^7102\.\d\d$/.test(subheading)) {
    // Who was led here has just said that no facet is polished.
    const found = {
      subheading,
      ...(asksIfPolished(subheading) ? { polished: "no" as const } : {}),
    };
    const all = lines.length > 0 ? lines : [{}];
    const filled = all.map((line, i) => (i === Number(what) ? { ...line, ...found } : line));
    return { answers: { ...typed, hsLines: filled }, place: linePlace(Number(what)) };
  }
  return null;
}

/** The id of a line's heading. */
export const linePlace = (index: number) => `line-${index + 1}`;
