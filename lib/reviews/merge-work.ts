import type { Work } from "@/lib/reviews/work";

export interface WorkClash {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** As a choice between two answers is sent: `clash-carats` is "mine" or "theirs". */
export const choiceName = (field: string) => `clash-${field}`;

/**
 * What two people wrote at the same time, together. Where both answered and not the same, theirs, which is
 * stored, stays and the clash is told, until it is chosen.
 */
export function mergeWork(
  mine: Work,
  theirs: Work,
  choices: Readonly<Record<string, string>>,
): { merged: Work; clashes: WorkClash[] } {
  const clashes: WorkClash[] = [];
  const merged: Record<string, string> = {};
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [own, other] = [mine[field] ?? "", theirs[field] ?? ""];
    const chosen = choices[choiceName(field)];
    const clash = own !== "" && other !== "" && own !== other && chosen === undefined;
    if (clash) clashes.push({ field, mine: own, theirs: other });
    merged[field] = clash || chosen === "theirs" ? other : own || other;
  }
  return { merged, clashes };
}
