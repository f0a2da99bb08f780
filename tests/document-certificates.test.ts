import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { GET } from "@/app/.well-known/document-certificates.pem/route";
import { env } from "@/lib/env";
import { ensureDocumentCertificate } from "@/scripts/document-certificate";
import { documentFiles } from "@/scripts/document-files";

// Read when first asked for: before that, it can be set.
const folder = path.join(path.dirname(process.env["STORAGE_DIR"] ?? ""), "keys");
const { PDF_CERTIFICATE_FILE: file, PDF_KEY_FILE } = documentFiles(folder);
process.env["PDF_CERTIFICATE_FILE"] = file;

it("gives everybody the certificates of PDFs, and nothing else that is in their file", async () => {
  expect(env().PDF_CERTIFICATE_FILE).toBe(file);
  expect((await GET()).status).toBe(404);
  await ensureDocumentCertificate(folder);
  const certificates = readFileSync(file, "utf8");
  writeFileSync(file, `A note.\n${readFileSync(PDF_KEY_FILE, "utf8")}${certificates}`);
  const answer = await GET();
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pem-certificate-chain",
    "cache-control": "public, max-age=3600",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers.has("set-cookie")).toBe(false);
  expect(await answer.text()).toBe(certificates);
});
