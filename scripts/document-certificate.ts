import { createPublicKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { addDays } from "../lib/calendar";
import { readDocumentCertificate } from "../lib/certificates/keys/document-certificate";
import { now, todayInOttawa } from "../lib/clock";
import { ConfigurationError } from "../lib/env";
import type { Configuration } from "./configuration";
import { makeX509Certificate } from "./make-x509-certificate";
import { documentFiles } from "./document-files";
import { writePrivateText } from "./private-file";
import type { Window } from "./signing-keys";

/** Who issued a certificate that only stands for a real one. */
const DEMONSTRATION = "Demonstration (not the Government of Canada)";

/** Days before its end at which a start makes the next certificate. */
const BEFORE = 30;
const YEARS = 365 * 20;

const rootName = { O: DEMONSTRATION, CN: "Kimberley Portal root" };
const ownName = { O: DEMONSTRATION, CN: "Kimberley Process Office" };
/** Document signing (RFC 9336); and mail, the use that readers of PDFs asked for before there was a use of its own. */
const uses = ["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"];

const keyPair = () =>
  generateKeyPairSync("ec", {
    namedCurve: "P-256",
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });

/** Makes a certificate for documents under the root of this machine, which is made once. */
export async function renewDocumentCertificate(folder: string, window?: Window): Promise<void> {
  const { PDF_CERTIFICATE_FILE, PDF_KEY_FILE } = documentFiles(folder);
  const rootFile = path.join(folder, "documents-root.pem");
  const rootKeyFile = path.join(folder, "documents-root-key.pem");
  const today = todayInOttawa();
  mkdirSync(folder, { recursive: true });
  if (!existsSync(rootFile) || !existsSync(rootKeyFile)) {
    const pair = keyPair();
    const made = await makeX509Certificate(
      { subject: rootName, publicKey: pair.publicKey, ca: true, uses: [] },
      window ?? { from: today, to: addDays(today, YEARS) },
      { name: rootName, publicKey: pair.publicKey, privateKey: pair.privateKey },
    );
    writePrivateText(rootKeyFile, pair.privateKey);
    writePrivateText(rootFile, made);
  }
  const rootPem = readFileSync(rootFile, "utf8");
  const privateKey = readFileSync(rootKeyFile, "utf8");
  const publicKey = createPublicKey(rootPem).export({ type: "spki", format: "pem" }).toString();
  const pair = keyPair();
  const certificate = await makeX509Certificate(
    { subject: ownName, publicKey: pair.publicKey, ca: false, uses },
    window ?? { from: today, to: addDays(today, 364) },
    { name: rootName, publicKey, privateKey },
  );
  writePrivateText(PDF_KEY_FILE, pair.privateKey);
  writePrivateText(PDF_CERTIFICATE_FILE, certificate + rootPem);
}

/** A certificate for documents that is good for a while: made where there is none. */
export async function ensureDocumentCertificate(folder: string, window?: Window): Promise<void> {
  const { PDF_CERTIFICATE_FILE, PDF_KEY_FILE } = documentFiles(folder);
  if (existsSync(PDF_CERTIFICATE_FILE) && existsSync(PDF_KEY_FILE)) {
    const there = new X509Certificate(readFileSync(PDF_CERTIFICATE_FILE));
    const soon = new Date(addDays(todayInOttawa(), BEFORE));
    const key = readFileSync(PDF_KEY_FILE);
    if (new Date(there.validTo) > soon && there.publicKey.equals(createPublicKey(key))) return;
  }
  await renewDocumentCertificate(folder, window);
}

/** What signs documents. @throws {ConfigurationError} where what is configured cannot */
export async function checkDocumentCertificate({
  documentCertificate,
  given,
}: Configuration): Promise<"demonstration" | "issued"> {
  if (documentCertificate === "generated") return "demonstration";
  const read = await readDocumentCertificate(given, now());
  if (!read.ok) throw new ConfigurationError([read.error]);
  const { chain } = read.value;
  return chain.some(({ issuer }) => issuer.includes(DEMONSTRATION)) ? "demonstration" : "issued";
}
