import Decimal from "decimal.js";
import { ends, type CertificateStanding } from "@/lib/certificates/life/life";
import type { ReceiptFacts } from "@/lib/certificates/receipt/facts";
import type { CertificateRecord } from "@/lib/certificates/record/record";

/*
 * What an importing authority confirmed, beside what the certificate says (rule R35). The number needs no look: the
 * link and the check code are of one certificate.
 */

export const receiptDifferences = [
  "parcels",
  "carats",
  "value",
  "subheadings",
  "seals",
  "remarks",
  "notInForce",
] as const;
export type ReceiptDifference = (typeof receiptDifferences)[number];

/** With these a shipment is not let in. */
const notInForce: readonly CertificateStanding[] = ["lost", ...ends];

export interface Compared {
  readonly record: CertificateRecord;
  /** Where the certificate stood when it was said. */
  readonly standing: CertificateStanding;
  /** Carats by which the mass may differ. */
  readonly tolerance: string;
}

/** In what they differ, and what else somebody of the office has to read. */
export function differencesOf(said: ReceiptFacts, compared: Compared): ReceiptDifference[] {
  const { record, standing, tolerance } = compared;
  const off = (one: string, other: string) => new Decimal(one).minus(other).abs();
  const printed = record.lines.map(({ hs }) => hs).toSorted();
  const found: Readonly<Record<ReceiptDifference, boolean>> = {
    parcels: said.parcels !== record.parcels,
    carats: off(said.carats, record.totals.carats).gt(tolerance),
    value: !off(said.usd, record.totals.usd).isZero(),
    subheadings: said.subheadings.join() !== printed.join(),
    seals: !said.sealsIntact,
    remarks: said.remarks !== null,
    notInForce: notInForce.includes(standing),
  };
  return receiptDifferences.filter((difference) => found[difference]);
}
