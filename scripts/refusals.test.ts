import { describe, expect, it } from "vitest";
import { type InUse, isLoopback, refusals } from "./refusals";

const safe: InUse = {
  portalUrl: "https://example.ca",
  embeddedDatabase: false,
  embeddedProvider: false,
  embeddedOutbox: false,
  signingKeysInFiles: false,
  generatedAuthSecret: false,
  generatedLogKey: false,
  generatedDocumentCertificate: false,
  demonstrationAccounts: [],
  demonstrationData: false,
};

const causes: readonly (readonly [keyof InUse, Partial<InUse>, RegExp])[] = [
  [
    "embeddedDatabase",
    { embeddedDatabase: true },
    /embedded PostgreSQL .*DATABASE_URL and DATABASE_OWNER_URL/,
  ],
  ["embeddedProvider", { embeddedProvider: true }, /credential provider .*OIDC_ISSUER/],
  ["embeddedOutbox", { embeddedOutbox: true }, /outbox .*RESEND_API_KEY/],
  ["signingKeysInFiles", { signingKeysInFiles: true }, /signing keys .*KEY_SERVICE_URL/],
  ["generatedAuthSecret", { generatedAuthSecret: true }, /generated secret .*AUTH_SECRET/],
  ["generatedLogKey", { generatedLogKey: true }, /generated key .*LOG_KEY_FILE/],
  [
    "generatedDocumentCertificate",
    { generatedDocumentCertificate: true },
    /generated certificate; .*PDF_CERTIFICATE_FILE/,
  ],
  [
    "demonstrationAccounts",
    { demonstrationAccounts: ["Maya Okafor"] },
    /demonstration accounts .*Maya Okafor/,
  ],
  ["demonstrationData", { demonstrationData: true }, /demonstration data/],
  ["portalUrl", { portalUrl: "http://example.ca" }, /must begin with https:/],
];

describe("a public address", () => {
  it("is accepted when nothing of one machine is in use", () => {
    expect(refusals(safe)).toEqual([]);
  });

  it.each(causes)("is refused with its own sentence because of %s", (_, cause, sentence) => {
    const sentences = refusals({ ...safe, ...cause });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/^PORTAL_URL is .+, which others can reach: .+\.$/);
    expect(sentences[0]).toMatch(sentence);
  });

  it("is refused with all sentences at once", () => {
    const all = Object.assign({}, safe, ...causes.map(([, cause]) => cause)) as InUse;
    const sentences = refusals(all);
    expect(sentences).toHaveLength(causes.length);
    expect(new Set(sentences).size).toBe(causes.length);
  });

  it("is not what a loopback address is", () => {
    const all = Object.assign({}, safe, ...causes.map(([, cause]) => cause)) as InUse;
    expect(refusals({ ...all, portalUrl: "http://localhost:3000" })).toEqual([]);
  });
});

describe("loopback", () => {
  it.each([
    "http://localhost:3000",
    "http://127.0.0.1",
    "http://127.8.9.10:80",
    "http://[::1]:3000",
    "https://kp.localhost",
  ])("is %s", (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  it.each([
    "https://example.ca",
    "http://10.0.0.1",
    "http://0.0.0.0:3000",
    "http://[::]:3000",
    "https://localhost.example.ca",
    "https://127.0.0.1.example.ca",
    "http://[::ffff:10.0.0.1]",
  ])("is not %s", (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});
