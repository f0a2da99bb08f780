import "server-only";
import { createHash } from "node:crypto";
import { now } from "@/lib/clock";
import { db, rollBack, transaction } from "@/lib/db";
import { matterOf, matterSelect } from "@/lib/documents/matter";
import { lockMessage } from "@/lib/documents/message-matter";
import { scan, type Scanner, type Verdict } from "@/lib/documents/scan/clamd";
import { record } from "@/lib/events/record";
import { log } from "@/lib/log";
import { storeNamed } from "@/lib/storage/stores";
import type { Prisma } from "@/prisma/generated/client";

/** What the scanner has still to judge. */
export const unjudged = {
  scan: { in: ["waiting", "unscanned"] },
  bytesRemovedAt: null,
} as const satisfies Prisma.DocumentWhereInput;

/**
 * Has the scanner judge a stored document: it is clean from then on, or infected and gone. Done again, or by
 * two at once, it has the effect of once. Gives nothing where there is nothing to judge.
 * @throws when its bytes cannot be read, or are not those that the row names
 */
export async function scanStored(
  scanner: Scanner,
  documentId: string,
): Promise<Verdict["kind"] | null> {
  const document = await db().document.findFirst({
    where: { id: documentId, ...unjudged },
    select: { id: true, store: true, key: true, sha256: true },
  });
  if (!document) return null;
  const { id, store, key, sha256 } = document;
  const verdict = await scan(scanner, exactly(await storeNamed(store).read(key), sha256));
  switch (verdict.kind) {
    case "clean": {
      const data = { scan: "clean", scannedAt: now() } as const;
      await db().document.updateMany({ where: { id, ...unjudged }, data });
      break;
    }
    case "infected":
      await condemn(id, verdict.threat);
      break;
    case "tooLarge":
      log().error({ document: id }, "the virus scanner takes no file this large");
      break;
    case "away":
      log().warn({ document: id, reason: verdict.reason }, "the virus scanner gave no answer");
      break;
  }
  return verdict.kind;
}

/** Takes the bytes of what was found infected out of the store; where that is away, the next time. */
export async function removeInfected(): Promise<void> {
  const left = await db().document.findMany({
    where: { scan: "infected", bytesRemovedAt: null },
    select: { id: true, store: true, key: true },
  });
  for (const { id, store, key } of left) {
    try {
      await storeNamed(store).remove(key);
    } catch (error) {
      log().error({ document: id, store, err: error }, "an infected file could not be removed");
      continue;
    }
    await db().document.updateMany({
      where: { id, bytesRemovedAt: null },
      data: { bytesRemovedAt: now() },
    });
  }
}

/** From its commit on nobody opens the document; the bytes are removed after it. */
async function condemn(id: string, threat: string): Promise<void> {
  const at = now();
  await transaction(async (tx) => {
    const document = await tx.document.findUniqueOrThrow({
      where: { id },
      select: { name: true, ...matterSelect },
    });
    const matter = matterOf(document);
    // Whoever has the page open is told that it has changed; whoever submits at this moment waits.
    if ("applicationId" in matter) {
      await tx.application.updateMany({
        where: { id: matter.applicationId, status: { in: ["draft", "returned"] } },
        data: { version: { increment: 1 } },
      });
    } else if ("announcementId" in matter) {
      await tx.importAnnouncement.updateMany({
        where: { id: matter.announcementId, status: { in: ["draft", "returned"] } },
        data: { version: { increment: 1 } },
      });
    } else if ("messageId" in matter) await lockMessage(tx, matter);
    const { count } = await tx.document.updateMany({
      where: { id, ...unjudged },
      data: { scan: "infected", scannedAt: at, threat },
    });
    if (count === 0) return rollBack(undefined);
    await tx.document.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } });
    const data = { documentId: id, name: document.name, threat };
    await record(tx, { system: true }, { kind: "document.infected", ...matter, data });
  });
  await removeInfected();
}

/** The bytes as they come. @throws at their end when they are not those of the fingerprint */
async function* exactly(
  bytes: ReadableStream<Uint8Array>,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of bytes as unknown as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== sha256)
    throw new Error("The store gave other bytes than it was given.");
}
