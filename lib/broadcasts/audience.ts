import { inForce } from "@/lib/people/mandate";
import type { Prisma } from "@/prisma/generated/client";

interface Broadcast {
  readonly id: string;
  readonly everybody: boolean;
}

/**
 * Who is told of an announcement: whoever acts for an exporter that it is for. Who began to after it was published
 * sees it on the pages only.
 */
export function readersOf({ id, everybody }: Broadcast, publishedAt: Date): Prisma.UserWhereInput {
  const exporter = everybody ? {} : { broadcasts: { some: { broadcastId: id } } };
  return {
    mandates: { some: { AND: [inForce(), { acceptedAt: { lte: publishedAt }, exporter }] } },
  };
}
