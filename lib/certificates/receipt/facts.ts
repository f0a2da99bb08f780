import * as z from "zod";
import { canonicalJson } from "@/lib/canonical-json";

/**
 * What an importing authority confirmed of a shipment (KPCS III(b)), as it was said. Frozen with the receipt: its
 * signed form and its page are functions of it.
 */
const receiptFacts = z.object({
  schemaVersion: z.literal(1),
  number: z.string(),
  /** Of the destination: a participant, and its authority as it was asked. */
  participant: z.string(),
  authority: z.string(),
  receivedOn: z.iso.date(),
  parcels: z.int().positive(),
  /** Carats and US dollars: decimals with two places. */
  carats: z.string(),
  usd: z.string(),
  /** Sorted, each once. */
  subheadings: z.array(z.string()),
  sealsIntact: z.boolean(),
  remarks: z.string().nullable(),
  /** Who confirms, for the authority. */
  name: z.string(),
  role: z.string(),
});
export type ReceiptFacts = z.infer<typeof receiptFacts>;

/** @throws when the stored facts are not of a known version */
export const readReceipt = (stored: unknown): ReceiptFacts => receiptFacts.parse(stored);

/** Whether two confirmations say the same, to whoever they were asked of. */
export function saysTheSame(one: ReceiptFacts, other: ReceiptFacts): boolean {
  return canonicalJson({ ...one, authority: "" }) === canonicalJson({ ...other, authority: "" });
}

/** The files of a receipt, named after the certificate. */
export const receiptName = (number: string, extension: "pdf" | "jwt"): string =>
  `${number}-import-receipt.${extension}`;
