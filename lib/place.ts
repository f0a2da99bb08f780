import { isUuid } from "@/lib/row-id";

/*
 * A list that is ordered by an instant, page by page: a page holds its place when rows come or go. Where it begins
 * or ends is in its address.
 */

interface Place {
  readonly id: string;
  /** Null for what has no instant yet. */
  readonly at: Date | null;
}

export const placeOf = ({ id, at }: Place) => `${at?.toISOString() ?? ""}~${id}`;

const shape = /^([1-9]\d{3}-\d\d-\d\dT[\d:.]{12}Z)?$/;

/** A place that somebody tampered with is none. */
export function readPlace(text: string): Place | null {
  const [said = "", id = ""] = text.split("~");
  if (!shape.test(said) || !isUuid(id)) return null;
  if (said === "") return { at: null, id };
  const at = new Date(said);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}

interface Asked {
  /** How many rows a page has; one more was read. */
  readonly take: number;
  /** Whether the page begins at a place, or ends there. */
  readonly placed: boolean;
  readonly backwards: boolean;
}

/** A page of the rows that were read, in the order of the list, and whether there are others on either side. */
export function pageOf<R>(found: readonly R[], { take, placed, backwards }: Asked) {
  const goesOn = found.length > take;
  const rows = found.slice(0, take);
  const back = placed && backwards;
  if (back) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    /** Where the pages beside it end and begin; null at either end. */
    previous: (back ? goesOn : placed) && first ? first : null,
    next: (back || goesOn) && last ? last : null,
  };
}
