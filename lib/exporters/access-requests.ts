import type { Prisma } from "@/prisma/generated/client";

/** The requests that concern a profile: its number begins with theirs, and they are another person's. */
export function requestsFor(
  { businessNumber }: { businessNumber: string | null },
  ownerId: string,
): Prisma.AccessRequestWhereInput {
  if (businessNumber === null) return { id: { in: [] } };
  return { businessNumber: businessNumber.slice(0, 9), requesterId: { not: ownerId } };
}
