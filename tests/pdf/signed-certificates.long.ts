import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { answersOf, documentsOf, scenarios } from "@/lib/applications/rules/scenario-answers";
import { documentSigner } from "@/lib/certificates/keys/document-signer";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { readCode } from "@/lib/certificates/pdf/read-code";
import { renderCertificate as renderPage } from "@/lib/certificates/pdf/render-certificate";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { longest, ordinary, pathological } from "@/lib/certificates/record/fixtures";
import { sealAddress } from "@/lib/certificates/seal/address";
import { sealRecord } from "@/lib/certificates/seal/sign";
import { type Good, goodRecords } from "@/lib/certificates/seal/vectors/good";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { renderCertificate } from "@/lib/jobs/render-certificate";
import { signPdf } from "@/lib/pdf/signature/sign-pdf";
import { storeNamed } from "@/lib/storage/stores";
import { newDraft, submit, toOwnConsignee } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";
import { at, certificateFor, issueLiveSeal } from "@/tests/factories/scenarios";
import { doneBefore } from "./done";
import { readersWhoTrust } from "./programs";

/* Signed certificates before readers that are none of ours: `npm run test:long -- pdf`. */

// A page of line work takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const done = doneBefore(process.env["PDF_PROGRESS"]);
const verifyUrl = `${env().PORTAL_URL}/verify`;
let readers: ReturnType<typeof readersWhoTrust>;
let failed = false;

beforeAll(async () => {
  const root = path.join(path.dirname(env().PDF_CERTIFICATE_FILE ?? ""), "documents-root.pem");
  readers = readersWhoTrust(root);
  if (!done.has("S30")) await issueLiveSeal();
});
afterEach(({ task }) => {
  setClock(null);
  failed ||= task.result?.state === "fail";
});
afterAll(() => {
  readers.forget();
  if (!failed) done.finish();
});

async function signedNow(page: Uint8Array) {
  const now = new Date();
  const signed = await signPdf(page, await documentSigner(now), now);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
}

/** Prints what the readers say. */
function expectSound(name: string, pdf: Uint8Array): void {
  const { pdfsig, qpdf } = readers.judge(pdf);
  process.stdout.write(`\n${name}, ${pdf.length} bytes\n${pdfsig}${qpdf}`);
  expect(pdfsig.match(/Signature #/g)).toHaveLength(1);
  expect(pdfsig).toContain("Signature Type: ETSI.CAdES.detached");
  expect(pdfsig).toContain("Total document signed");
  expect(pdfsig).toContain("Signature Validation: Signature is Valid.");
  expect(pdfsig).toContain("Certificate Validation: Certificate is Trusted.");
  expect(qpdf).toContain("No syntax or stream encoding errors found");
  const text = Buffer.from(pdf).toString("latin1");
  expect(text).toContain("<pdfaid:part>2</pdfaid:part>");
  expect(text).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
  done.add(name);
}

it("are not sound when a byte is another one, or when something follows", async () => {
  const page = await renderPage(ordinary(), { verifyUrl });
  const signed = await signedNow(page);
  const changed = Uint8Array.from(signed);
  changed[5000] = (changed[5000] ?? 0) ^ 1;
  expect(readers.judge(changed).pdfsig).toContain("Signature Validation: Digest Mismatch.");
  const longer = Buffer.concat([signed, Buffer.from("% more\n")]);
  expect(readers.judge(longer).pdfsig).toContain("Not total document signed");
});

/** Through the steps of the worker, without a database: what no application may contain is drawn as well. */
describe("of records at every limit", () => {
  const records: { name: string; record: CertificateRecord; good?: Good }[] = [
    { name: "ordinary", record: ordinary() },
    { name: "the longest values", record: longest() },
    { name: "the longest values without a blank", record: pathological() },
    ...goodRecords.map((good) => ({ name: good.name, record: good.record, good })),
  ];
  const addressOf = async ({ record, key = testKeys.current }: Good) => {
    const sealed = await sealRecord(record, await localSigner(key));
    if (!sealed.ok) throw new Error(sealed.error);
    return sealAddress(env().PORTAL_URL, sealed.value);
  };
  it.for(records)("$name", async ({ name, record, good }, { skip }) => {
    skip(done.has(name), "done before");
    const code = good ? await addressOf(good) : verifyUrl;
    const page = await renderPage(record, { verifyUrl, sealAddress: code });
    expect(await readCode(page)).toBe(code);
    expectSound(name, await signedNow(page));
  });

  it("a specimen", async ({ skip }) => {
    skip(done.has("a specimen"), "done before");
    const page = await renderPage(ordinary(), { verifyUrl, specimen: true });
    expectSound("a specimen", await signedNow(page));
  });
});

/** From the exporter's draft to the stored file, by the portal's own commands. */
describe("of every shipment that the rules let pass", () => {
  const passing = scenarios.filter(({ expect: { outcome } }) => outcome !== "blocked");
  it.for(passing)("$id $title", async (scenario, { skip }) => {
    skip(done.has(scenario.id), "done before");
    setClock(at(scenario.asOf));
    const { exporterId, owner } = await newExporter();
    const imported = await certificateFor(scenario, exporterId);
    const answers = toOwnConsignee(answersOf(scenario, () => imported?.id ?? ""));
    const id = await newDraft(owner, exporterId, answers, documentsOf(scenario));
    const submitted = await submit(owner, id);
    if (!submitted.ok) throw new Error(JSON.stringify(submitted));
    const { certificateId } = await issueSubmitted(id);
    await renderCertificate(certificateId);
    const { store, key } = await db().certificateDocument.findUniqueOrThrow({
      where: { certificateId },
    });
    expectSound(scenario.id, await buffer(await storeNamed(store).read(key)));
  });
});
