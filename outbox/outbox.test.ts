import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOutbox } from "./outbox";

const API_KEY = "re_test_key";
const OTHER_KEY = "re_other_key";
const DAY = 24 * 60 * 60 * 1000;
const mail = {
  from: "Office <office@example.ca>",
  to: "maya@example.ca",
  subject: "Reçu / Receipt",
  text: "Hello",
};

let directory: string;
let clock: number;
let server: Server;
let origin: string;
let resend: Resend;

async function start() {
  server = await createOutbox({ directory, apiKeys: [API_KEY, OTHER_KEY], now: () => clock });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  resend = new Resend(API_KEY, { baseUrl: origin });
}

async function stop() {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

async function kept(to = "") {
  const headers = { authorization: `Bearer ${API_KEY}` };
  const response = await fetch(`${origin}/api/mails?to=${encodeURIComponent(to)}`, { headers });
  return ((await response.json()) as { mails: { id: string; to: string[]; subject: string }[] })
    .mails;
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "outbox-"));
  clock = Date.parse("2026-11-20T20:42:00Z");
  await start();
});

afterEach(async () => {
  await stop();
  await rm(directory, { recursive: true });
});

describe("the API, through the provider's own client", () => {
  it("takes a mail, shows it again and keeps it over a restart", async () => {
    const sent = await resend.emails.send({
      ...mail,
      html: "<p>Hello</p>",
      replyTo: "office@example.ca",
    });
    expect(sent.error).toBeNull();
    await stop();
    await writeFile(join(directory, "half-written.json.part"), "{");
    await start();
    const shown = await resend.emails.get(sent.data?.id ?? "");
    expect(shown.data).toMatchObject({
      object: "email",
      to: ["maya@example.ca"],
      subject: "Reçu / Receipt",
      html: "<p>Hello</p>",
      text: "Hello",
      reply_to: ["office@example.ca"],
      last_event: "delivered",
    });
    expect((await readdir(directory)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("refuses a missing and a wrong key", async () => {
    const wrong = await new Resend("re_other", { baseUrl: origin }).emails.send(mail);
    expect(wrong.error).toMatchObject({ statusCode: 401, name: "invalid_api_key" });
    expect((await fetch(`${origin}/emails`, { method: "POST", body: "{}" })).status).toBe(401);
    expect((await fetch(`${origin}/api/mails`)).status).toBe(401);
    expect(await kept()).toHaveLength(0);
  });

  it("remembers an idempotency key for 24 hours, also over a restart", async () => {
    const first = await resend.emails.send(mail, { idempotencyKey: "mail/1" });
    await stop();
    await start();
    const again = await resend.emails.send(mail, { idempotencyKey: "mail/1" });
    expect(again.data?.id).toBe(first.data?.id);
    const other = await resend.emails.send(
      { ...mail, text: "Other" },
      { idempotencyKey: "mail/1" },
    );
    expect(other.error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
    expect(await kept()).toHaveLength(1);
    clock += DAY;
    const later = await resend.emails.send(mail, { idempotencyKey: "mail/1" });
    expect(later.data?.id).not.toBe(first.data?.id);
    expect(await kept()).toHaveLength(2);
  });

  it("keeps one mail of simultaneous requests with one key", async () => {
    const send = () => resend.emails.send(mail, { idempotencyKey: "mail/2" });
    const answers = await Promise.all([send(), send(), send(), send()]);
    const ids = new Set(answers.flatMap((answer) => answer.data?.id ?? []));
    expect(ids.size).toBe(1);
    const refused = answers.filter((answer) => answer.error).map((answer) => answer.error?.name);
    expect(
      new Set(refused).size <= 1 &&
        refused.every((name) => name === "concurrent_idempotent_requests"),
    ).toBe(true);
    expect(await kept()).toHaveLength(1);
  });

  it("refuses an idempotency key that is too long", async () => {
    const answer = await resend.emails.send(mail, { idempotencyKey: "k".repeat(257) });
    expect(answer.error).toMatchObject({ statusCode: 400, name: "invalid_idempotency_key" });
  });

  it("answers 5 requests a second, then 429 with retry-after", async () => {
    for (let sent = 0; sent < 5; sent++) expect((await resend.emails.send(mail)).error).toBeNull();
    const refused = await resend.emails.send(mail);
    expect(refused.error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
    expect(refused.headers?.["retry-after"]).toBe("1");
    clock += 1000;
    expect((await resend.emails.send(mail)).error).toBeNull();
    expect(await kept()).toHaveLength(6);
  });

  it("counts the requests of each account apart", async () => {
    const other = new Resend(OTHER_KEY, { baseUrl: origin });
    for (let sent = 0; sent < 5; sent++) expect((await resend.emails.send(mail)).error).toBeNull();
    for (let sent = 0; sent < 5; sent++) expect((await other.emails.send(mail)).error).toBeNull();
    expect((await resend.emails.send(mail)).error).toMatchObject({ statusCode: 429 });
    expect((await other.emails.send(mail)).error).toMatchObject({ statusCode: 429 });
  });

  it("takes a batch of up to 100 and all or nothing when strict", async () => {
    const batch = await resend.batch.send([mail, { ...mail, to: "luc@example.ca" }], {
      idempotencyKey: "batch/1",
    });
    expect(batch.data?.data).toHaveLength(2);
    const wrong = await resend.batch.send([mail, { ...mail, to: "nobody" }]);
    expect(wrong.error).toMatchObject({ statusCode: 422, name: "validation_error" });
    const many = await resend.batch.send(Array.from({ length: 101 }, () => mail));
    expect(many.error?.statusCode).toBe(422);
    expect(await kept()).toHaveLength(2);
    const lenient = await resend.batch.send([mail, { ...mail, to: "nobody" }], {
      batchValidation: "permissive",
    });
    expect(lenient.data?.data).toHaveLength(1);
    expect(lenient.data?.errors).toMatchObject([{ index: 1 }]);
  });

  it.each([
    ["no recipient", { ...mail, to: [] }, "missing_required_field"],
    [
      "two recipients in one string",
      { ...mail, to: "a@example.ca,b@example.ca" },
      "validation_error",
    ],
    [
      "a recipient hidden in a name",
      { ...mail, to: "b@example.ca, A <a@example.ca>" },
      "validation_error",
    ],
    [
      "a header in a recipient",
      { ...mail, to: "a@example.ca\r\nBcc: b@example.ca" },
      "validation_error",
    ],
    [
      "a header in the subject",
      { ...mail, subject: "Hi\r\nBcc: b@example.ca" },
      "validation_error",
    ],
    [
      "a header in a header",
      { ...mail, headers: { "X-A": "1\r\nBcc: b@example.ca" } },
      "validation_error",
    ],
    ["a sender that is no address", { ...mail, from: "office" }, "invalid_from_address"],
    [
      "no content",
      { from: mail.from, to: mail.to, subject: "Empty", text: undefined },
      "missing_required_field",
    ],
    [
      "too many recipients",
      { ...mail, to: Array.from({ length: 51 }, (_, n) => `p${n}@example.ca`) },
      "validation_error",
    ],
  ])("refuses %s", async (_what, payload, name) => {
    const answer = await resend.emails.send(payload as typeof mail);
    expect(answer.error).toMatchObject({ statusCode: 422, name });
    expect(await kept()).toHaveLength(0);
  });

  it("answers unknown mails, methods and broken bodies in the provider's way", async () => {
    expect((await resend.emails.get("nothing")).error).toMatchObject({
      statusCode: 404,
      name: "not_found",
    });
    const headers = { authorization: `Bearer ${API_KEY}` };
    expect((await fetch(`${origin}/emails`, { headers })).status).toBe(405);
    expect((await fetch(`${origin}/emails`, { method: "POST", headers, body: "{" })).status).toBe(
      400,
    );
  });

  it("finds mails by recipient, newest first", async () => {
    await resend.emails.send(mail);
    await resend.emails.send({ ...mail, to: "luc@example.ca", subject: "One" });
    await resend.emails.send({
      ...mail,
      to: "x@example.ca",
      bcc: "LUC@example.ca",
      subject: "Two",
    });
    expect((await kept("luc@")).map((found) => found.subject)).toEqual(["Two", "One"]);
  });
});

describe("the viewer", () => {
  const hostile = {
    ...mail,
    subject: `<script>alert("1")</script>`,
    html: "<head></head><script>alert(1)</script><p>Body</p>",
  };

  it("lists mails and finds them in both languages, as text", async () => {
    await resend.emails.send(hostile);
    const english = await (await fetch(`${origin}/?lang=en&to=maya`)).text();
    expect(english).toContain('<html lang="en-CA">');
    expect(english).toContain("1 email<");
    expect(english).not.toContain("<script>");
    const french = await (
      await fetch(`${origin}/`, { headers: { "accept-language": "fr-CA,en;q=0.5" } })
    ).text();
    expect(french).toContain('<html lang="fr-CA">');
    expect(french).toContain("1 courriel<");
    expect(await (await fetch(`${origin}/?lang=fr&to="><b>`)).text()).not.toContain("<b>");
  });

  it("shows a mail in a frame that can do nothing", async () => {
    const { data } = await resend.emails.send({
      ...hostile,
      text: "See http://localhost:3000/en?a=1&b=2 <b>",
    });
    const page = await fetch(`${origin}/mail/${data?.id}?lang=en`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    const html = await page.text();
    expect(html).toContain(`<iframe src="/mail/${data?.id}/html"`);
    expect(html).toContain('href="http://localhost:3000/en?a=1&#38;b=2"');
    expect(html).not.toContain("<script>");
    const document = await fetch(`${origin}/mail/${data?.id}/html`);
    expect(document.headers.get("content-security-policy")).toMatch(
      /default-src 'none'.*sandbox(?!.*allow-scripts)/,
    );
    expect(await document.text()).toContain('<head><base target="_blank"></head>');
  });

  it("answers 404 for what it does not have, 405 for what it does not do, 421 for other names", async () => {
    expect((await fetch(`${origin}/mail/00000000-0000-0000-0000-000000000000`)).status).toBe(404);
    expect((await fetch(`${origin}/nothing`)).status).toBe(404);
    expect((await fetch(`${origin}/`, { method: "POST" })).status).toBe(405);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const { request } = await import("node:http");
    const status = await new Promise((done) => {
      request(`${origin}/`, { headers: { host: "evil.example" } }, (answer) =>
        done(answer.statusCode),
      ).end();
    });
    expect(status).toBe(421);
  });
});
