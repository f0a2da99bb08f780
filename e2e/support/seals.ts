import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";
import { signerFor } from "@/lib/certificates/keys/signer-for";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { digitsOf } from "@/lib/certificates/seal/address";
import { encodeCbor } from "@/lib/certificates/seal/cbor";
import { claimsFrom } from "@/lib/certificates/seal/claims";
import { open, wrap } from "@/lib/certificates/seal/envelope";
import { factsOf, type SealableRecord } from "@/lib/certificates/seal/sealed-facts";
import { sealRecord } from "@/lib/certificates/seal/sign";
import type { Signer } from "@/lib/certificates/seal/signer";
import { expiryDateOf } from "@/lib/certificates/record/validity";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";

/* Seals made with the keys that the portal under test has published. */

/** Place of every certificate of these tests in the lists. */
export const statusIndex = 73_512;

export async function signer(purpose: "seal" | "specimen" | "credential"): Promise<Signer> {
  const found = await signerFor(db(), purpose, todayInOttawa());
  if (!found.ok) throw new Error(`No key for ${purpose}.`);
  return found.value;
}

/** The ordinary certificate, issued today. */
export function recordOfToday(changes: Partial<CertificateRecord> = {}): SealableRecord {
  const issued = todayInOttawa();
  return { ...ordinary({ issued, expires: expiryDateOf(issued), ...changes }), statusIndex };
}

export async function sealed(record: SealableRecord, by?: Signer): Promise<Uint8Array> {
  const seal = await sealRecord(record, by ?? (await signer("seal")));
  if (!seal.ok) throw new Error(seal.error);
  return seal.value;
}

/** The fragment of an address. */
export const fragmentOf = (seal: Uint8Array): string => `#${digitsOf(seal)}`;

/** A genuine seal in which somebody made a hundredth of a carat more of the mass. */
export async function heavier(record: SealableRecord): Promise<Uint8Array> {
  const opened = open(await sealed(record));
  if (!opened.ok) throw new Error(opened.error);
  const facts = await factsOf(record);
  const more = "12480.36";
  const lines = facts.lines.map((line) => ({ ...line, carats: more }));
  const totals = { ...facts.totals, carats: more };
  const claims = encodeCbor(claimsFrom({ ...facts, lines, totals }));
  return wrap({ ...opened.value, claims });
}

/** A picture of the QR code of an address, as a phone would take it. */
export async function qrPicture(address: string): Promise<Buffer> {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm");
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });
  const { image, error } = await writeBarcode(address, {
    format: "QRCode",
    scale: 6,
    addQuietZones: true,
  });
  if (!image) throw new Error(error);
  return Buffer.from(await image.arrayBuffer());
}
