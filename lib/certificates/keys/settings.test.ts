import { expect, it } from "vitest";
import { signingProblems } from "@/lib/certificates/keys/settings";

const url = { KEY_SERVICE_URL: "https://keys.example.ca" };
const token = { KEY_SERVICE_TOKEN: "t".repeat(32) };

it("a key service has an address and a token, or there is none", () => {
  expect(signingProblems({})).toEqual([]);
  expect(signingProblems({ ...url, ...token })).toEqual([]);
  expect(signingProblems(url)).toEqual([expect.stringMatching(/^KEY_SERVICE_TOKEN is not set/)]);
  expect(signingProblems(token)).toEqual([
    expect.stringMatching(/^KEY_SERVICE_URL is not set although/),
  ]);
});

it("a certificate for documents has a key in a file or in the service, or there is none", () => {
  const certificate = { PDF_CERTIFICATE_FILE: "documents.pem" };
  const key = { PDF_KEY_FILE: "documents-key.pem" };
  expect(signingProblems({})).toEqual([]);
  expect(signingProblems({ ...certificate, ...key })).toEqual([]);
  expect(signingProblems({ ...certificate, ...url, ...token })).toEqual([]);
  expect(signingProblems(certificate)).toEqual([
    expect.stringMatching(/^PDF_KEY_FILE is not set; it must be set together with/),
  ]);
  expect(signingProblems(key)).toEqual([
    expect.stringMatching(/^PDF_CERTIFICATE_FILE is not set although PDF_KEY_FILE is/),
  ]);
});
