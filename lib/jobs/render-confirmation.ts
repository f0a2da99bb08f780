import "server-only";
import { buffer } from "node:stream/consumers";
import { signerFor } from "@/lib/certificates/keys/signer-for";
import { receiptClaims } from "@/lib/certificates/receipt/claims";
import { signReceipt } from "@/lib/certificates/credential/vc-jwt";
import { OFFICE } from "@/lib/certificates/record/wording";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { readFacts, type ConfirmationFacts } from "@/lib/imports/confirmation";
import { confirmationContent } from "@/lib/imports/pdf/confirmation-content";
import { renderConfirmation } from "@/lib/imports/pdf/confirmation-document";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage, storeNamed } from "@/lib/storage/stores";

/** A confirmation as it is sent: the letter, and the same as signed data where it is no older than those. */
interface Sent {
  readonly letter: Buffer;
  readonly signed: string | null;
}

/** A confirmation: rendered, signed and kept the first time it is asked for, the same bytes ever after. */
export async function confirmationLetter(confirmationId: string): Promise<Sent> {
  const find = () =>
    db().importConfirmation.findUniqueOrThrow({
      where: { id: confirmationId },
      select: {
        facts: true,
        confirmedAt: true,
        importCertificate: { select: { issuer: true } },
        document: { select: { store: true, key: true, signed: true } },
      },
    });
  const { document, facts: stored, confirmedAt, importCertificate } = await find();
  if (document) return read(document);
  const facts = readFacts(stored);
  const letters = (["en", "fr"] as const).map((language) =>
    confirmationContent(facts, confirmedAt, language),
  );
  const signed = await sign(confirmationId, importCertificate.issuer, facts, confirmedAt);
  const store = storage();
  const kept = await storeBytes(
    store,
    await renderConfirmation(letters, confirmedAt),
    "application/pdf",
  );
  const { count } = await db().importConfirmationDocument.createMany({
    data: [{ confirmationId, ...kept, signed }],
    skipDuplicates: true,
  });
  if (count === 1) return read({ ...kept, signed });
  // Another worker was quicker; its bytes are the ones that count.
  await store.remove(kept.key);
  const { document: first } = await find();
  if (!first) throw new Error(`Confirmation ${confirmationId} has no letter.`);
  return read(first);
}

async function read({ store, key, signed }: Kept): Promise<Sent> {
  return { letter: await buffer(await storeNamed(store).read(key)), signed };
}

interface Kept {
  readonly store: string;
  readonly key: string;
  readonly signed: string | null;
}

/**
 * The same as a receipt to Canada is, the other way round. Without a key this fails, and the mail waits for it.
 * @throws where nobody can sign
 */
async function sign(id: string, issuer: string, facts: ConfirmationFacts, at: Date) {
  const signer = await signerFor(db(), "credential", todayInOttawa());
  if (!signer.ok) throw new Error(`No key signs confirmation ${id}.`);
  const claims = receiptClaims(env().PORTAL_URL, {
    id,
    at,
    certificate: { number: facts.number, issuer, issued: facts.issuedOn },
    received: {
      by: "CA",
      on: facts.importedOn,
      parcels: facts.parcels,
      carats: facts.carats,
      usd: facts.valueUsd,
      hs: facts.subheadings,
      ...(facts.remarks === null ? {} : { remarks: facts.remarks }),
    },
    confirmedBy: { authority: OFFICE.en, name: facts.by.name, role: facts.by.title },
  });
  const signed = await signReceipt(claims, signer.value);
  if (!signed.ok) throw new Error(`Nobody signed confirmation ${id}.`);
  return signed.value;
}
