import "server-only";
import { createHash } from "node:crypto";
import { getFrozenNames } from "@/lib/applications/queries/frozen-names";
import { receiptContent } from "@/lib/applications/pdf/receipt-content";
import { renderReceipt } from "@/lib/applications/pdf/receipt-document";
import { readSnapshot } from "@/lib/applications/snapshot";
import { canonicalJson } from "@/lib/canonical-json";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import { Language } from "@/prisma/generated/enums";

/** Makes the receipts of a submission from its snapshot, one in each language, each once. */
export async function renderReceipts(submissionId: string): Promise<void> {
  const { snapshot: stored, receipts } = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { snapshot: true, receipts: { select: { language: true } } },
  });
  const snapshot = readSnapshot(stored);
  const names = await getFrozenNames(snapshot);
  const fingerprint = createHash("sha256").update(canonicalJson(stored), "utf8").digest("hex");
  const store = storage();
  for (const language of Object.values(Language)) {
    if (receipts.some((receipt) => receipt.language === language)) continue;
    const began = Date.now();
    const content = receiptContent(snapshot, names, fingerprint, language);
    const bytes = await renderReceipt(content, new Date(snapshot.submittedAt));
    const stored = await storeBytes(store, bytes, "application/pdf");
    const { count } = await db().submissionReceipt.createMany({
      data: [{ submissionId, language, ...stored }],
      skipDuplicates: true,
    });
    // Another worker was quicker; its bytes are the ones that count.
    if (count === 0) await store.remove(stored.key);
    log().info(
      { submission: submissionId, language, ms: Date.now() - began, size: stored.size },
      "receipt rendered",
    );
  }
}
