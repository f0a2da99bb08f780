import { moveRow } from "@/app/[locale]/(exporter)/applications/[applicationId]/move-row";
import { categories, type OriginAnswers, type OriginRow } from "@/lib/applications/answers";
import { limits } from "@/lib/forms/limits";
import { isUuid } from "@/lib/row-id";

/**
 * What the buttons of the origin rows do to the answers as typed: `add:<category>` appends a row,
 * `remove:<n>` takes one away, `up:<n>` and `down:<n>` move it, `category:<n>` shows the questions of the
 * category chosen for it, and `position:<n>` the degrees and minutes that fill-positions.ts has put into
 * it. A category that was changed without that button is shown too before the reader goes on.
 */
export function editOrigin(
  { origins: typed = [] }: OriginAnswers,
  intent: string,
  before: OriginAnswers,
): { answers: OriginAnswers; place: string } | null {
  const origins = typed.filter(({ category }) => categories.includes(category)).map(withId);
  const [verb, what = ""] = intent.split(":");
  if (verb === "add") {
    const category = categories.find((each) => each === what);
    if (!category || origins.length >= limits.origins)
      return { answers: { origins }, place: "add" };
    const row = { id: crypto.randomUUID(), category } as OriginRow;
    return { answers: { origins: [...origins, row] }, place: rowPlace(origins.length) };
  }
  if (verb === "remove") {
    const left = origins.filter((_, i) => i !== Number(what));
    const place = left.length > 0 ? rowPlace(Math.min(Number(what), left.length - 1)) : "add";
    return { answers: { origins: left }, place };
  }
  if (verb === "up" || verb === "down") {
    const { rows, to } = moveRow(origins, Number(what), verb);
    return { answers: { origins: rows }, place: rowPlace(to) };
  }
  if (verb === "category" || verb === "position") {
    return { answers: { origins }, place: rowPlace(Number(what)) };
  }
  if (verb !== "next") return null;
  const changed = origins.findIndex(({ id, category }) => {
    const was = before.origins?.find((row) => row.id === id);
    return was !== undefined && was.category !== category;
  });
  return changed < 0 ? null : { answers: { origins }, place: rowPlace(changed) };
}

/** The id of a row's heading. */
export const rowPlace = (index: number) => `row-${index + 1}`;

/** Ids travel with the form: one that cannot be ours is replaced. */
function withId(row: OriginRow): OriginRow {
  return isUuid(row.id) ? row : { ...row, id: crypto.randomUUID() };
}
