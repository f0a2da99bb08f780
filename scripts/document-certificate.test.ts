import { X509Certificate } from "node:crypto";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readDocumentCertificate } from "@/lib/certificates/keys/document-certificate";
import { addDays } from "@/lib/calendar";
import { now, todayInOttawa } from "@/lib/clock";
import { err } from "@/lib/result";
import { readConfiguration } from "./configuration";
import { documentCommand } from "./document-command";
import {
  checkDocumentCertificate,
  ensureDocumentCertificate,
  renewDocumentCertificate,
} from "./document-certificate";
import { documentFiles } from "./document-files";

const folder = mkdtempSync(path.join(os.tmpdir(), "kp-documents-"));
const place = (name: string) => path.join(folder, name);
const files = documentFiles(place("keys"));
const certificate = () => readFileSync(files.PDF_CERTIFICATE_FILE, "utf8");
const today = todayInOttawa();

beforeAll(() => ensureDocumentCertificate(place("keys")));
afterAll(() => rmSync(folder, { recursive: true }));

it("is made once, under a root of its own, for this account alone", async () => {
  const first = certificate();
  await ensureDocumentCertificate(place("keys"));
  expect(certificate()).toBe(first);
  for (const name of readdirSync(place("keys"))) {
    expect(statSync(path.join(place("keys"), name)).mode & 0o777).toBe(0o600);
  }
  const own = new X509Certificate(first);
  const root = new X509Certificate(readFileSync(path.join(place("keys"), "documents-root.pem")));
  expect(own.checkIssued(root) && own.verify(root.publicKey)).toBe(true);
  expect([own.ca, root.ca]).toEqual([false, true]);
  // RFC 9336, and what readers ask for.
  expect(own.keyUsage).toEqual(["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"]);
  expect(own.serialNumber).not.toBe(root.serialNumber);
});

it("is renewed before its end, under the same root", async () => {
  const soon = { from: addDays(today, -300), to: addDays(today, 20) };
  await renewDocumentCertificate(place("keys"), soon);
  const ending = certificate();
  await ensureDocumentCertificate(place("keys"));
  expect(certificate()).not.toBe(ending);
  const root = readFileSync(path.join(place("keys"), "documents-root.pem"), "utf8");
  expect(certificate().endsWith(root)).toBe(true);
  expect((await readDocumentCertificate(files, now())).ok).toBe(true);
});

it("says in a sentence what nothing can be signed with", async () => {
  const other = documentFiles(place("other"));
  await ensureDocumentCertificate(place("other"));
  writeFileSync(place("empty.pem"), "nothing");
  const reasons = [
    [{}, now(), /^PDF_CERTIFICATE_FILE is not set/],
    [{ PDF_CERTIFICATE_FILE: place("empty.pem") }, now(), /holds no certificate/],
    [{ ...files, PDF_CERTIFICATE_FILE: place("none.pem") }, now(), /cannot be read: .*none\.pem/],
    [{ ...files, PDF_KEY_FILE: other.PDF_KEY_FILE }, now(), /PDF_KEY_FILE is not the key/],
    [{ ...files, PDF_KEY_FILE: place("empty.pem") }, now(), /cannot be read/],
    [files, new Date("2020-01-01"), /is good from .* only\.$/],
    [files, new Date("2120-01-01"), /is good from .* only\.$/],
  ] as const;
  for (const [given, at, sentence] of reasons) {
    expect(await readDocumentCertificate(given, at)).toEqual(
      err(expect.stringMatching(sentence) as string),
    );
  }
});

it("signs with the chain that belongs together, whatever else is in the file", async () => {
  await ensureDocumentCertificate(place("other"));
  const former = readFileSync(documentFiles(place("other")).PDF_CERTIFICATE_FILE, "utf8");
  copyFileSync(files.PDF_KEY_FILE, place("key.pem"));
  writeFileSync(place("chain.pem"), certificate() + former);
  const given = { PDF_CERTIFICATE_FILE: place("chain.pem"), PDF_KEY_FILE: place("key.pem") };
  const read = await readDocumentCertificate(given, now());
  expect(read.ok && read.value.chain).toHaveLength(2);
});

it("is not taken for one that was issued, wherever it lies", async () => {
  const check = (source: Record<string, string>) =>
    checkDocumentCertificate(readConfiguration(source));
  expect(await check({})).toBe("demonstration");
  expect(await check(files)).toBe("demonstration");
  await expect(check({ ...files, PDF_CERTIFICATE_FILE: place("none.pem") })).rejects.toThrow(
    /^PDF_CERTIFICATE_FILE or PDF_KEY_FILE cannot be read/,
  );
  expect(() => readConfiguration({ PDF_KEY_FILE: files.PDF_KEY_FILE })).toThrow(
    /PDF_CERTIFICATE_FILE is not set although/,
  );
});

it("is told by the command, which renews only what it has made", async () => {
  const before = certificate();
  const shown = await documentCommand(readConfiguration({}), place("keys"), false);
  expect(shown).toContain("CN=Kimberley Process Office, O=Demonstration");
  expect(shown).toContain(new X509Certificate(before).fingerprint256);
  await expect(documentCommand(readConfiguration(files), place("keys"), true)).rejects.toThrow(
    /^PDF_CERTIFICATE_FILE is set/,
  );
  expect(certificate()).toBe(before);
  await documentCommand(readConfiguration({}), place("keys"), true);
  expect(certificate()).not.toBe(before);
  expect(await documentCommand(readConfiguration({}), place("nowhere"), false)).toMatch(
    /^There is no certificate in /,
  );
});
