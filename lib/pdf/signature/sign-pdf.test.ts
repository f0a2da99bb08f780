import { randomInt, sign, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocumentCertificate } from "@/lib/certificates/keys/document-certificate";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { readPdf } from "@/lib/pdf/read-pdf";
import { signPdf } from "@/lib/pdf/signature/sign-pdf";
import type { DocumentSigner } from "@/lib/pdf/signature/signer";
import { err, ok } from "@/lib/result";
import { ensureDocumentCertificate } from "@/scripts/document-certificate";
import { documentFiles } from "@/scripts/document-files";
import { verifyPdf } from "@/tests/pdf-signature";

const folder = mkdtempSync(path.join(os.tmpdir(), "kp-signed-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = new Date("2026-11-23T15:04:05Z");
const window = { from: "2026-11-01", to: "2027-10-31" };

let page: Uint8Array;
let signer: DocumentSigner;
let root: string;
let signed: Uint8Array;

async function signerIn(where: string): Promise<{ signer: DocumentSigner; root: string }> {
  await ensureDocumentCertificate(where, window);
  const read = await readDocumentCertificate(documentFiles(where), at);
  if (!read.ok) throw new Error(read.error);
  const { chain, key } = read.value;
  if (!key) throw new Error("The key is in a file.");
  return {
    signer: {
      chain: chain.map(({ raw }) => Uint8Array.from(raw)),
      sign: (bytes) =>
        Promise.resolve(ok(sign("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }))),
    },
    root: readFileSync(path.join(where, "documents-root.pem"), "utf8"),
  };
}

async function signedBy(who: DocumentSigner, what = page): Promise<Uint8Array> {
  const done = await signPdf(what, who, at);
  if (!done.ok) throw new Error(done.error);
  return done.value;
}

beforeAll(async () => {
  page = await renderCertificate(ordinary(), { verifyUrl: "https://kp.example.ca/verify" });
  ({ signer, root } = await signerIn(path.join(folder, "ours")));
  signed = await signedBy(signer);
}, 60_000);

describe("a signed PDF", () => {
  it("is whole to a reader with other code who trusts the root", () => {
    expect(verifyPdf(signed, root)).toBe("whole");
  });

  it("has every byte of the page where it was, and shows the same", async () => {
    expect(Buffer.from(signed.subarray(0, page.length))).toEqual(Buffer.from(page));
    expect(await readPdf(signed)).toEqual(await readPdf(page));
  });

  it("keeps the link over the code beside its own field", () => {
    const text = Buffer.from(signed).toString("latin1");
    const annotations = [...text.matchAll(/\/Annots \[([^\]]*)\]/g)].map(([, list = ""]) =>
      list.trim().split(" 0 R").filter(Boolean),
    );
    const [before = [], after = []] = annotations;
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(2);
    expect(after[0]).toBe(before[0]);
    expect(text).toContain("/URI (https://kp.example.ca/verify)");
  });

  it("says how and when it was signed, and that nothing may be changed", () => {
    const text = Buffer.from(signed).toString("latin1");
    for (const part of [
      "/SubFilter /ETSI.CAdES.detached",
      "/M (D:20261123150405Z)",
      "/TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >>",
    ]) {
      expect(text.split(part)).toHaveLength(2);
    }
  });

  it("is not whole under another root", async () => {
    const other = await signerIn(path.join(folder, "other"));
    expect(verifyPdf(signed, other.root)).toBe("certificateNotOfTheRoot");
  });

  it("is not whole with another's signature in its place", async () => {
    const other = await signerIn(path.join(folder, "other"));
    const forged = await signedBy({ chain: signer.chain, sign: other.signer.sign });
    expect(verifyPdf(forged, root)).toBe("notSignedByTheCertificate");
  });

  it("shows a change of any byte that is signed: all at both ends, others at random", () => {
    const end = signed.length;
    const text = Buffer.from(signed).toString("latin1");
    const range = /\/ByteRange \[0 (\d+) (\d+)/.exec(text);
    const [from, to] = [Number(range?.[1]), Number(range?.[2])];
    const counted = (first: number, past: number) =>
      Array.from({ length: past - first }, (_, i) => first + i);
    const places = [
      ...counted(0, 1000),
      // All of the update: field, numbers of the range, table and end.
      ...counted(page.length, from),
      ...counted(to, end),
      ...Array.from({ length: 500 }, () => randomInt(0, page.length)),
    ];
    const unseen = places.filter((place) => {
      const changed = Uint8Array.from(signed);
      changed[place] = (changed[place] ?? 0) ^ (1 << randomInt(0, 8));
      return verifyPdf(changed, root) === "whole";
    });
    expect(unseen).toEqual([]);
  }, 60_000);

  it("shows what was written behind it", async () => {
    const longer = (more: Uint8Array | string) => Buffer.concat([signed, Buffer.from(more)]);
    expect(verifyPdf(longer("\n"), root)).toBe("notTheWholeFile");
    expect(verifyPdf(longer("5 0 obj\n<<>>\nendobj\n"), root)).toBe("notTheWholeFile");
    expect(verifyPdf(signed.subarray(0, -1), root)).toBe("notTheWholeFile");
    await expect(signedBy(signer, signed)).rejects.toThrow("table of places");
  });
});

it("signs nothing when the key does not answer", async () => {
  const away = { chain: signer.chain, sign: () => Promise.resolve(err("signerAway")) };
  expect(await signPdf(page, away, at)).toEqual(err("signerAway"));
});

it("names the certificate and the one above it, in this order", () => {
  const [first, second] = signer.chain.map((der) => new X509Certificate(der));
  expect(first?.subject).toContain("CN=Kimberley Process Office");
  expect(second && first?.checkIssued(second)).toBe(true);
  expect(second?.ca).toBe(true);
});
