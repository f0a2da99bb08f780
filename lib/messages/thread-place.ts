import { readPlace } from "@/lib/place";
import type { Prisma } from "@/prisma/generated/client";

/* Of an exporter's conversations: drafts that nobody got yet first, then the newest. */

export function orderOf(backwards: boolean): Prisma.ThreadOrderByWithRelationInput[] {
  const [direction, nulls] = backwards ? (["asc", "last"] as const) : (["desc", "first"] as const);
  return [{ lastMessageAt: { sort: direction, nulls } }, { id: direction }];
}

/** What comes after that place, or before it. */
export function beyond(text: string, backwards: boolean): Prisma.ThreadWhereInput | null {
  const place = readPlace(text);
  if (!place) return null;
  const { at, id } = place;
  const tied = { lastMessageAt: at, id: backwards ? { gt: id } : { lt: id } };
  if (!at) return backwards ? tied : { OR: [tied, { lastMessageAt: { not: null } }] };
  return backwards
    ? { OR: [tied, { lastMessageAt: { gt: at } }, { lastMessageAt: null }] }
    : { lastMessageAt: { lte: at }, OR: [tied, { lastMessageAt: { lt: at } }] };
}
