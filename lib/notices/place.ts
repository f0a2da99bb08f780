import { readPlace } from "@/lib/place";
import type { Prisma } from "@/prisma/generated/client";

/* Newest first. */

export function orderOf(backwards: boolean): Prisma.NoticeOrderByWithRelationInput[] {
  const direction = backwards ? "asc" : "desc";
  return [{ at: direction }, { id: direction }];
}

/** What comes after that place, or before it. */
export function beyond(place: string, backwards: boolean): Prisma.NoticeWhereInput | null {
  const { at, id } = readPlace(place) ?? {};
  if (!at || !id) return null;
  return backwards
    ? { at: { gte: at }, OR: [{ at: { gt: at } }, { at, id: { gt: id } }] }
    : { at: { lte: at }, OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}
