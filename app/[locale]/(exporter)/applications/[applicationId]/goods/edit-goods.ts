import { moveRow } from "@/app/[locale]/(exporter)/applications/[applicationId]/move-row";
import type { GoodsAnswers, TariffLine } from "@/lib/applications/answers";
import { asksIfPolished } from "@/lib/applications/polished";
import { limits } from "@/lib/forms/limits";

/**
 * What the buttons of the tariff lines do to the answers as typed: `add:line`, `remove:<n>`, `up:<n>` and
 * `down:<n>`, and `use:<n>:<subheading>`, which the three questions of subheading-guide.tsx lead to. A
 * button bears the number that its line has on the page; a line in which nothing was typed is not among
 * the answers any more.
 */
export function editGoods(
  answers: GoodsAnswers,
  intent: string,
  typed: Readonly<Record<string, string>>,
): { answers: GoodsAnswers; place: string } | null {
  const lines = answers.hsLines ?? [];
  const [verb, what = "", subheading = ""] = intent.split(":");
  if (intent === "add:line") {
    const more = lines.length < limits.hsLines ? [...lines, {}] : lines;
    return { answers: { ...answers, hsLines: more }, place: linePlace(more.length - 1) };
  }
  // A number that no line of a page has is none.
  const line = /^\d{1,2}$/.test(what) ? Number(what) : NaN;
  const blank = isBlank(line, typed);
  const at = placeAmongFilled(line, typed);
  if (verb === "remove") {
    const left = lines.filter((_, i) => blank || i !== at);
    const place = linePlace(Math.max(0, Math.min(at, left.length - 1)));
    return { answers: { ...answers, hsLines: left }, place };
  }
  if (verb === "up" || verb === "down") {
    const { rows, to } = moveRow(lines, blank ? -1 : at, verb);
    return { answers: { ...answers, hsLines: rows }, place: linePlace(Math.max(0, to)) };
  }
  if (verb === "use" && /^7102\.\d\d$/.test(subheading)) {
    // Who was led here has just said that no facet is polished.
    const found = {
      subheading,
      ...(asksIfPolished(subheading) ? { polished: "no" as const } : {}),
    };
    const filled = lines.toSpliced(at, blank ? 0 : 1, { ...(blank ? {} : lines[at]), ...found });
    const hsLines = blank && isEmpty(lines[at]) ? filled.toSpliced(at + 1, 1) : filled;
    return { answers: { ...answers, hsLines }, place: linePlace(at) };
  }
  return null;
}

/** The id of a line's heading. */
export const linePlace = (index: number) => `line-${index + 1}`;

/** The only line stays among the answers even when nothing is in it. */
const isEmpty = (line: TariffLine | undefined) => line !== undefined && !Object.keys(line).length;

function isBlank(line: number, typed: Readonly<Record<string, string>>): boolean {
  const ofLine = Object.entries(typed).filter(([name]) => name.startsWith(`hsLines[${line}].`));
  return ofLine.every(([, text]) => text.trim() === "");
}

function placeAmongFilled(line: number, typed: Readonly<Record<string, string>>): number {
  return Array.from({ length: line }, (_, i) => i).filter((i) => !isBlank(i, typed)).length;
}
