import { personSelect } from "@/lib/mail/readers";
import { inForce } from "@/lib/people/mandate";
import type { Prisma } from "@/prisma/generated/client";

interface Broadcast {
  readonly id: string;
  readonly everybody: boolean;
}

/** The mandates by which somebody is told: those for its exporters that were in force when it was published. */
function reading({ id, everybody }: Broadcast, publishedAt: Date): Prisma.MandateWhereInput {
  const exporter = everybody ? {} : { broadcasts: { some: { broadcastId: id } } };
  return { AND: [inForce(), { acceptedAt: { lte: publishedAt }, exporter }] };
}

/**
 * Who is told of an announcement: whoever acts for an exporter that it is for. Who began to after it was published
 * sees it on the pages only.
 */
export function readersOf(broadcast: Broadcast, publishedAt: Date): Prisma.UserWhereInput {
  return { mandates: { some: reading(broadcast, publishedAt) } };
}

/** What must be known of such a reader: also for which of its exporters they act. */
export const readerSelect = (broadcast: Broadcast, publishedAt: Date) =>
  ({
    ...personSelect,
    mandates: {
      where: reading(broadcast, publishedAt),
      select: { exporter: { select: { legalName: true } } },
      orderBy: { exporter: { legalName: "asc" } },
    },
  }) satisfies Prisma.UserSelect;
