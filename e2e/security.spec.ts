import { env } from "@/lib/env";
import { db } from "@/lib/db";
import { newDraft } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { cookieOf, get, post, type Answer, type Sender } from "./support/requests";

const anonymous: Sender = { name: "nobody", cookie: null };

/** What every answer bears, whatever it is. */
function expectGuarded({ headers, status }: Answer, what: string) {
  const named = (name: string) => headers.get(name);
  expect(named("x-content-type-options"), `${what}: nosniff (${status})`).toBe("nosniff");
  expect(named("x-frame-options"), `${what}: frames`).toMatch(/^(DENY|SAMEORIGIN)$/);
  expect(named("referrer-policy"), `${what}: referrer`).toBe("same-origin");
  expect(named("cross-origin-opener-policy"), `${what}: opener`).toBe("same-origin");
  expect(named("cache-control"), `${what}: cache`).toContain("no-store");
  expect(named("x-powered-by"), `${what}: no advertisement`).toBeNull();
}

test("pages, redirects, files and refusals bear the security headers", async () => {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId);
  const document = await db().document.findFirstOrThrow({ where: { applicationId: id } });
  const sender: Sender = { name: "the owner", cookie: await cookieOf(owner.userId) };
  const answers: [string, Answer, number][] = [
    ["a public page", await get("/en", anonymous), 200],
    ["a page", await get(`/en/applications/${id}`, sender), 200],
    ["the first address", await get("/", anonymous), 307],
    ["a page that asks for a sign-in", await get("/fr/demandes", anonymous), 307],
    ["an unknown address", await get("/en/nothing-here", anonymous), 404],
    ["an unknown address outside the languages", await get("/nothing.php", anonymous), 404],
    ["a file", await get(`/api/documents/${document.id}`, sender), 200],
    ["a file of somebody else's", await get(`/api/documents/${document.id}`, anonymous), 404],
    ["an unknown handler", await get("/api/nothing", anonymous), 404],
    ["a form from elsewhere", await post("/en/verify", anonymous, "", "https://a.example"), 403],
    ["a form from nowhere", await post("/en/verify", anonymous, "", null), 403],
    [
      "an upload from elsewhere",
      await post(`/api/applications/${id}/documents`, sender, "", "https://a.example"),
      403,
    ],
    ["a sign-in from elsewhere", await post("/api/auth/sign-in", anonymous, "", null), 403],
    ["a sign-out from elsewhere", await post("/api/auth/sign-out", sender, "", null), 403],
  ];
  for (const [what, answer, status] of answers) {
    expect(answer.status, what).toBe(status);
    expectGuarded(answer, what);
  }
  const [, file] = answers.find(([what]) => what === "a file") ?? [];
  expect(file?.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(file?.headers.get("content-disposition")).toMatch(/^attachment;/);
});

test("a page runs nothing but its own scripts, by a nonce that never comes twice", async () => {
  const nonces = new Set<string>();
  for (const address of ["/en", "/en", "/fr/verifier", "/en/nothing-here"]) {
    const { headers, body } = await get(address, anonymous);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy, address).toContain("default-src 'none'");
    expect(policy, address).toContain("frame-ancestors 'none'");
    expect(policy, address).toContain("base-uri 'none'");
    expect(policy, address).not.toMatch(/unsafe-(inline|eval)|script-src[^;]*https?:/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(nonce.length, address).toBeGreaterThan(20);
    nonces.add(nonce);
    for (const [tag] of body.matchAll(/<script\b[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`);
    expect(body, `${address}: no style attributes`).not.toMatch(/<[^>]+\sstyle="/);
    expect(body, `${address}: no handlers in attributes`).not.toMatch(/<[^>]+\son\w+="/);
  }
  expect(nonces.size).toBe(4);
});

test("nothing is asked of anybody else, and no policy is violated", async ({ openFor }) => {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId);
  const page = await openFor(owner);
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.origin !== env().PORTAL_URL) elsewhere.push(url.href);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      // The fixtures fail on errors in the console.
      setTimeout(() => {
        throw new Error(`${event.violatedDirective}: ${event.blockedURI}`);
      });
    });
  });
  for (const address of [
    "/en",
    "/fr/verifier",
    "/en/applications",
    `/en/applications/${id}`,
    `/en/applications/${id}/origin`,
    `/fr/demandes/${id}/sommaire`,
    `/en/profile/${exporterId}`,
  ]) {
    await page.goto(address, { waitUntil: "networkidle" });
  }
  expect(elsewhere).toEqual([]);
});

test("pages of papers are for officers, inside the portal's own pages", async () => {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId);
  const document = await db().document.findFirstOrThrow({ where: { applicationId: id } });
  const officer = await newOfficer("reviewer");
  const answer = await get(`/api/documents/${document.id}/pages/1`, {
    name: "an officer",
    cookie: await cookieOf(officer.userId),
  });
  // A draft is none of their business.
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  expectGuarded(answer, "a page of a paper");
});

test("addresses come from the configuration, never from what a request claims", async () => {
  const response = await fetch(`${env().PORTAL_URL}/en`, {
    headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    redirect: "manual",
  });
  const body = await response.text();
  expect(body).not.toContain("evil.example");
  expect(response.headers.get("location") ?? "").not.toContain("evil.example");
});
