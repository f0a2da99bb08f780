import "server-only";
import { documentSigner } from "@/lib/certificates/keys/document-signer";
import { askRegisteredAuthority } from "@/lib/certificates/commands/ask-to-confirm";
import { readCode } from "@/lib/certificates/pdf/read-code";
import { certificateRecordOf } from "@/lib/certificates/record/record";
import { renderCertificate as renderPdf } from "@/lib/certificates/pdf/render-certificate";
import { sealAddress } from "@/lib/certificates/seal/address";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { record } from "@/lib/events/record";
import { log } from "@/lib/log";
import { signPdf } from "@/lib/pdf/signature/sign-pdf";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import { append } from "@/lib/transparency/append";

/**
 * Makes the PDF of a certificate from its frozen facts, once, signs it, and says that it is there. Nothing is kept unless the
 * code on the page, read from its picture, is the certificate's seal, and the office's certificate has signed: otherwise
 * this fails, is tried again, and officers see it.
 */
export async function renderCertificate(certificateId: string): Promise<void> {
  const certificate = await db().certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: {
      record: true,
      applicationId: true,
      application: { select: { exporterId: true } },
      document: { select: { certificateId: true } },
      sealed: { select: { seal: true, sealSha256: true } },
    },
  });
  if (certificate.document) return;
  const began = Date.now();
  // Without a language: the portal answers in that of the reader's browser.
  const verifyUrl = `${env().PORTAL_URL}/verify`;
  const { sealed } = certificate;
  // None where it was issued before there were seals.
  const code = sealed ? sealAddress(env().PORTAL_URL, sealed.seal) : verifyUrl;
  const page = await renderPdf(certificateRecordOf(certificate.record), {
    verifyUrl,
    sealAddress: code,
  });
  if ((await readCode(page)) !== code) {
    throw new Error(`The code on the page of certificate ${certificateId} is not its seal.`);
  }
  const at = now();
  const signed = await signPdf(page, await documentSigner(at), at);
  if (!signed.ok) throw new Error(`Nobody signed the PDF of certificate ${certificateId}.`);
  const store = storage();
  const stored = await storeBytes(store, signed.value, "application/pdf");
  const { key, size, sha256 } = stored;
  const first = await transaction(async (tx) => {
    const { count } = await tx.certificateDocument.createMany({
      data: [{ certificateId, ...stored }],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    if (sealed) {
      const pdf = Buffer.from(sha256, "hex");
      await append(tx, { t: "document", seal: sealed.sealSha256, pdf });
    }
    const { applicationId } = certificate;
    const { exporterId } = certificate.application;
    const about = { applicationId, exporterId, certificateId };
    await record(
      tx,
      { system: true },
      { kind: "certificate.documentReady", ...about, data: { sha256 } },
    );
    await askRegisteredAuthority(tx, about);
    return true;
  });
  // Another worker was quicker; its bytes are the ones that count.
  if (!first) await store.remove(key);
  log().info({ certificate: certificateId, ms: Date.now() - began, size }, "certificate rendered");
}
