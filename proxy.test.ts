import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { config, proxy } from "@/proxy";

vi.mock("@/lib/env", () => ({
  env: () => ({ PORTAL_URL: "https://permits.example.ca", OIDC_ISSUER: "https://id.example.ca" }),
}));
vi.mock("@/lib/security/readiness", () => ({ databaseAnswers: () => Promise.resolve(true) }));

const passes = (path: string) =>
  unstable_doesMiddlewareMatch({
    config,
    nextConfig: {},
    url: `https://permits.example.ca${path}`,
  });
const answer = (path: string) => proxy(new NextRequest(`https://permits.example.ca${path}`));

// Whatever the proxy does not see bears no security headers, so a page must never be among it.
test.each([
  "/",
  "/en",
  "/fr/connexion",
  "/verify",
  "/api",
  "/apix/sign-in",
  "/fonts/sign-in",
  "/fontsx/sign-in",
  "/icons",
  "/icons/applications",
  "/_next",
  "/_next/sign-in",
  "/_next/image",
  "/_nextx/sign-in",
  "/.well-known/sign-in",
  "/.well-known/jwks.json/sign-in",
  "/.well-known/jwksxjson",
  "/.well-known/document-certificates.pem/sign-in",
  "/favicon.icon",
  "/favicon.ico/sign-in",
  "/log",
  "/log/sign-in",
  "/log/checkpoint/sign-in",
  "/log/proof",
  "/log/proof/0/sign-in",
  "/V/sign-in",
  "/Verify",
  "/V/check.js/sign-in",
  "/status",
  "/status/sign-in",
  "/status/message/sign-in",
  "/ns/kpc/v1/sign-in",
  "/schema/kpc/sign-in",
  "/vectors/kpc-1xjson",
])("stands before %s", (path) => {
  expect(passes(path)).toBe(true);
});

test.each([
  "/api/auth/sign-in",
  "/_next/static/chunks/a.js",
  "/fonts/unavailable.css",
  "/fonts/gcds-lato.woff2",
  "/icons/danger.svg",
  "/log/checkpoint",
  "/log/consistency",
  `/log/proof/${"0".repeat(64)}`,
  "/V",
  "/V/check.js",
  "/V/check.css",
  "/V/zxing_reader.wasm",
  "/V/app.webmanifest",
  "/status/revocation",
  "/status/message",
  "/ns/kpc/v1",
  "/schema/kpc/1",
  "/vectors/kpc-1.json",
  // A browser asks for it before it has read which icon a page has.
  "/favicon.ico",
  "/.well-known/jwks.json",
  "/.well-known/did.json",
  "/.well-known/document-certificates.pem",
])("leaves %s alone", (path) => {
  expect(passes(path)).toBe(false);
});

test.each(["/api", "/_next/sign-in", "/_next/image", "/.well-known/sign-in", "/favicon.icon"])(
  "knows no page at %s",
  async (path) => {
    const response = await answer(path);
    expect(response.status).toBe(404);
    expect(response.headers.get("x-frame-options")).toBe("DENY");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  },
);

test.each(["/apix/sign-in", "/fonts/sign-in", "/verify"])(
  "takes the first part of %s for no language",
  async (path) => {
    const response = await answer(path);
    expect(response.headers.get("location")).toBe(`https://permits.example.ca/en${path}`);
  },
);

test("an address in a language is passed on, its file-like ones too", async () => {
  expect((await answer("/en/sign-in")).status).toBe(200);
  expect((await answer("/en/nothing.html")).headers.get("x-middleware-rewrite")).not.toBeNull();
});

test.each([
  ["/fr/verify", "fr"],
  ["/en/verifier", "en"],
  ["/en/%76erify", "en"],
  ["/fr/import-confirmation/0", "fr"],
  ["/en/verify.rsc", "en"],
])("%s is no way around the address of a page", async (path, language) => {
  const request = new NextRequest(`https://permits.example.ca${path}`, {
    method: "POST",
    headers: { origin: "https://permits.example.ca" },
  });
  const response = await proxy(request);
  expect(response.status).toBe(404);
  expect(response.headers.get("x-middleware-rewrite")).toBe(
    `https://permits.example.ca/${language}/-`,
  );
});
