import { isUuid } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

/* Newest first; where a page of the list begins or ends, as its address carries it. */

interface Placed {
  readonly id: string;
  readonly at: Date;
}

export const placeOf = ({ id, at }: Placed) => `${at.toISOString()}~${id}`;

export function orderOf(backwards: boolean): Prisma.NoticeOrderByWithRelationInput[] {
  const direction = backwards ? "asc" : "desc";
  return [{ at: direction }, { id: direction }];
}

const shape = /^[1-9]\d{3}-\d\d-\d\dT[\d:.]{12}Z$/;

/** A place that somebody tampered with is none. */
function readPlace(text: string): Placed | null {
  const [said = "", id = ""] = text.split("~");
  if (!shape.test(said) || !isUuid(id)) return null;
  const at = new Date(said);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}

/** What comes after that place, or before it. */
export function beyond(place: string, backwards: boolean): Prisma.NoticeWhereInput | null {
  const found = readPlace(place);
  if (!found) return null;
  const { at, id } = found;
  return backwards
    ? { at: { gte: at }, OR: [{ at: { gt: at } }, { at, id: { gt: id } }] }
    : { at: { lte: at }, OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}
