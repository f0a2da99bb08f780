import "server-only";
import { createHash } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTo } from "@/lib/certificates/access";
import type { Receipt } from "@/lib/certificates/commands/confirm-import";
import { receiptContent, type StoredReceipt } from "@/lib/certificates/pdf/receipt-content";
import type { ReceiptDifference } from "@/lib/certificates/receipt/differences";
import { readReceipt, receiptName } from "@/lib/certificates/receipt/facts";
import { certificateRecord } from "@/lib/certificates/record/record";
import { db } from "@/lib/db";
import { drawConfirmation } from "@/lib/documents/letter-drawer";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

export const receiptForms = ["pdf", "jwt"] as const;
type ReceiptForm = (typeof receiptForms)[number];

interface ReceiptFile {
  readonly filename: string;
  readonly content: Buffer;
}

/**
 * A receipt of a certificate in one of its forms, for its exporter and the office; null where there is none of theirs,
 * "busy" where the letter cannot be drawn now.
 */
export async function openReceipt(
  viewer: Viewer,
  certificateId: string,
  place: number,
  form: ReceiptForm,
): Promise<ReceiptFile | "busy" | null> {
  const certificate = { AND: [visibleTo(viewer), idIs(certificateId)] };
  const found = await read({ certificate, place });
  return found && fileOf(found, form);
}

/** The receipt whose signed form, which says all of it, somebody holds; null where the portal gave no such. */
export async function findGivenReceipt(signed: string): Promise<Receipt | null> {
  const found = await db().importReceipt.findUnique({
    where: { signedSha256: createHash("sha256").update(signed).digest() },
    select: { id: true, facts: true, signed: true, at: true },
  });
  return found && { ...found, facts: readReceipt(found.facts) };
}

/** All forms of a receipt, to be sent with a mail; the same bytes each time. @throws when the letter cannot be drawn now */
export async function receiptFiles(receiptId: string): Promise<ReceiptFile[]> {
  const found = await read({ id: receiptId });
  if (!found) return [];
  const files = [await fileOf(found, "pdf"), await fileOf(found, "jwt")];
  return files.map((file) => {
    if (file === "busy")
      throw new Error("The letter was not drawn in time: the mail waits for it.");
    return file;
  });
}

function read(where: Prisma.ImportReceiptWhereInput) {
  return db().importReceipt.findFirst({
    where,
    select: {
      id: true,
      place: true,
      facts: true,
      differences: true,
      signed: true,
      at: true,
      certificate: { select: { record: true } },
    },
  });
}

type Read = NonNullable<Awaited<ReturnType<typeof read>>>;

async function fileOf(found: Read, form: ReceiptForm): Promise<ReceiptFile | "busy"> {
  const { number, destination } = certificateRecord.parse(found.certificate.record);
  const filename = receiptName(number, form);
  if (form === "jwt") return { filename, content: Buffer.from(found.signed, "utf8") };
  const receipt: StoredReceipt = {
    ...found,
    facts: readReceipt(found.facts),
    differences: found.differences as ReceiptDifference[],
    destination,
  };
  const letters = (["en", "fr"] as const).map((language) => receiptContent(receipt, language));
  const content = await drawConfirmation(letters, found.at);
  return content === "busy" ? content : { filename, content };
}
