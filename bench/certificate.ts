import { webcrypto } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readDocumentCertificate } from "@/lib/certificates/keys/document-certificate";
import { privateKey } from "@/lib/certificates/keys/jwk";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { signWith } from "@/lib/certificates/keys/signature";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { sealAddress } from "@/lib/certificates/seal/address";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { sealRecord } from "@/lib/certificates/seal/sign";
import { KEYS, LIVE } from "@/lib/certificates/seal/vectors/circumstances";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { verifySeal } from "@/lib/certificates/seal/verify";
import { readPdf } from "@/lib/pdf/read-pdf";
import { signPdf } from "@/lib/pdf/signature/sign-pdf";
import { ok, type Result } from "@/lib/result";
import { ensureDocumentCertificate } from "../scripts/document-certificate";
import { documentFiles } from "../scripts/document-files";
import { median } from "./load";
import { drawPlainly } from "./plain-page";
import { verifySigned } from "./verify-pdf";

const rounds = 7;
const record = { ...ordinary(), statusIndex: 73_512 };
const verifyUrl = "https://kp.example.ca/verify";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** CPU milliseconds of one time. */
async function cpuOf(times: number, work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < times; n += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** Both in turn, round by round: what else the machine does is done to both. */
async function against(
  times: readonly [ours: number, yardstick: number],
  ours: () => unknown,
  yardstick: () => unknown,
) {
  await ours();
  await yardstick();
  const measured: { cpu: number; raw: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push({ cpu: await cpuOf(times[0], ours), raw: await cpuOf(times[1], yardstick) });
  }
  return {
    cpu: median(measured.map(({ cpu }) => cpu)),
    raw: median(measured.map(({ raw }) => raw)),
    ratio: median(measured.map(({ cpu, raw }) => cpu / raw)),
  };
}

/** Raw ES256 of WebCrypto on as many bytes as a seal signs. */
async function rawEs256() {
  const { subtle } = webcrypto;
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
  const pair = await subtle.generateKey(algorithm, false, ["sign", "verify"]);
  const bytes = webcrypto.getRandomValues(new Uint8Array(500));
  const signature = await subtle.sign(algorithm, pair.privateKey, bytes);
  return {
    sign: () => subtle.sign(algorithm, pair.privateKey, bytes),
    verify: () => subtle.verify(algorithm, pair.publicKey, signature, bytes),
  };
}

/** The certificate of documents as a start makes it, in a folder for as long as `work` lasts. */
async function withDocumentKey() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kp-bench-"));
  await ensureDocumentCertificate(folder);
  const { chain, key } = must(await readDocumentCertificate(documentFiles(folder), new Date()));
  rmSync(folder, { recursive: true });
  const jwk = privateKey.parse(key?.export({ format: "jwk" }));
  return {
    root: Uint8Array.from(chain.at(-1)?.raw ?? []),
    signer: {
      chain: chain.map(({ raw }) => Uint8Array.from(raw)),
      sign: (bytes: Uint8Array) => Promise.resolve(ok(signWith(jwk, bytes))),
    },
  };
}

/** Drawing, signing and verifying a certificate, each against the plainest way to do the like. */
export async function measureCertificate() {
  const sealer = await localSigner(testKeys.current);
  const seal = must(await sealRecord(record, sealer));
  const keys = (await keyListOf(KEYS)) ?? new Map();
  const around = { keys, statusOf: () => null, now: new Date(LIVE.now) };
  const address = sealAddress("https://kp.example.ca", seal);
  const render = () => renderCertificate(record, { verifyUrl, sealAddress: address });
  const page = await render();
  const { root, signer } = await withDocumentKey();
  const sign = () => signPdf(page, signer, new Date());
  const signed = must(await sign());
  const verify = () => verifySigned(signed, root);
  if (!(await verify())) throw new Error("the signed certificate is not whole");
  const raw = await rawEs256();
  const read = await readPdf(page);
  const seals = () => sealRecord(record, sealer);
  const verifySeals = () => verifySeal(seal, around);
  const plainly = () => drawPlainly(read, address);
  return [
    { what: "render", ...(await against([1, 1], render, plainly)) },
    { what: "seal (COSE)", ...(await against([100, 100], seals, raw.sign)) },
    { what: "sign the PDF", ...(await against([10, 100], sign, raw.sign)) },
    { what: "verify a seal", ...(await against([100, 100], verifySeals, raw.verify)) },
    { what: "verify the PDF", ...(await against([10, 100], verify, raw.verify)) },
  ];
}
