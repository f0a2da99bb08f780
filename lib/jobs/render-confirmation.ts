import "server-only";
import { buffer } from "node:stream/consumers";
import { db } from "@/lib/db";
import { readFacts } from "@/lib/imports/confirmation";
import { confirmationContent } from "@/lib/imports/pdf/confirmation-content";
import { renderConfirmation } from "@/lib/imports/pdf/confirmation-document";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage, storeNamed } from "@/lib/storage/stores";

/** The letter of a confirmation: rendered and kept the first time it is asked for, the same bytes ever after. */
export async function confirmationLetter(confirmationId: string): Promise<Buffer> {
  const find = () =>
    db().importConfirmation.findUniqueOrThrow({
      where: { id: confirmationId },
      select: { facts: true, confirmedAt: true, document: { select: { store: true, key: true } } },
    });
  const { document, facts: stored, confirmedAt } = await find();
  if (document) return read(document);
  const facts = readFacts(stored);
  const letters = (["en", "fr"] as const).map((language) =>
    confirmationContent(facts, confirmedAt, language),
  );
  const store = storage();
  const kept = await storeBytes(
    store,
    await renderConfirmation(letters, confirmedAt),
    "application/pdf",
  );
  const { count } = await db().importConfirmationDocument.createMany({
    data: [{ confirmationId, ...kept }],
    skipDuplicates: true,
  });
  if (count === 1) return read(kept);
  // Another worker was quicker; its bytes are the ones that count.
  await store.remove(kept.key);
  const { document: first } = await find();
  if (!first) throw new Error(`Confirmation ${confirmationId} has no letter.`);
  return read(first);
}

async function read({ store, key }: { store: string; key: string }): Promise<Buffer> {
  return buffer(await storeNamed(store).read(key));
}
