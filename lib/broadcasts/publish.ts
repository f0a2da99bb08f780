import "server-only";
import { readerSelect, readersOf } from "@/lib/broadcasts/audience";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { log } from "@/lib/log";
import { readerOf } from "@/lib/mail/readers";
import { to } from "@/lib/mail/to";
import type { Told, Reader } from "@/lib/mail/who-is-told";
import { give } from "@/lib/notices/give";
import type { Broadcast } from "@/prisma/generated/client";

/**
 * When one begins, and each minute: publishes the announcements whose time has come, each once, however many workers look. Telling its
 * readers is the job of that event.
 */
export async function publishDue(): Promise<void> {
  const at = now();
  const due = {
    publishedAt: null,
    takenBackAt: null,
    shownFrom: { lte: at },
    shownUntil: { gt: at },
  };
  const found = await db().broadcast.findMany({ where: due, select: { id: true } });
  for (const { id } of found) {
    await transaction(async (tx) => {
      const { count } = await tx.broadcast.updateMany({
        where: { id, ...due },
        data: { publishedAt: at },
      });
      if (count === 0) return;
      await record(
        tx,
        { system: true },
        { kind: "broadcast.published", data: { broadcastId: id } },
      );
    });
  }
}

/** Of a few thousand readers, so many in one transaction: a worker that dies has lost the work of a moment. */
const batch = 100;

/**
 * Tells the readers of an announcement of it, batch by batch until everybody has been told or it is taken back. Begun
 * again after a worker has died, or by two at once, it tells nobody twice: whoever has the notice of the event is left out,
 * and the batches of one announcement come one after the other.
 */
export async function tellReaders(eventId: bigint, broadcastId: string): Promise<void> {
  let told = 0;
  for (;;) {
    const count = await tellSome(eventId, broadcastId);
    if (count === 0) break;
    told += count;
  }
  log().info({ broadcast: broadcastId, told }, "announcement told");
}

async function tellSome(eventId: bigint, broadcastId: string): Promise<number> {
  return transaction(async (tx) => {
    // Whoever takes it back at this moment waits for this batch, or has been faster.
    await tx.$queryRaw`SELECT 1 FROM "Broadcast" WHERE id = ${broadcastId}::uuid FOR UPDATE`;
    const broadcast = await tx.broadcast.findUniqueOrThrow({ where: { id: broadcastId } });
    const { publishedAt, takenBackAt } = broadcast;
    if (!publishedAt || takenBackAt) return 0;
    const people = await tx.user.findMany({
      where: { AND: [readersOf(broadcast, publishedAt), { notices: { none: { eventId } } }] },
      select: readerSelect(broadcast, publishedAt),
      orderBy: { id: "asc" },
      take: batch,
    });
    await give(
      tx,
      eventId,
      people.flatMap((person) =>
        readerOf(person).map((reader) => planned(broadcast, reader, person.mandates)),
      ),
    );
    return people.length;
  });
}

type For = readonly { exporter: { legalName: string } }[];

/** The reader is told for which of their exporters it is, and of nobody else's. */
function planned(broadcast: Broadcast, reader: Reader, mandates: For): Told {
  const { id: broadcastId, urgent, everybody, titleEn, titleFr, textEn, textFr } = broadcast;
  const exporters = everybody ? [] : mandates.map(({ exporter }) => exporter.legalName);
  return {
    ...to(reader),
    template: urgent ? "urgentAnnouncement" : "announcement",
    data: { broadcastId, name: reader.name, exporters, titleEn, titleFr, textEn, textFr },
  };
}
