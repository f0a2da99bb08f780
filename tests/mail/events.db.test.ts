import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { signed } from "@/outbox/reporter";
import { newMail } from "@/tests/factories/mails";
import { newPerson } from "@/tests/factories/people";
import { POST } from "@/app/api/mail-events/route";

const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, ".")).toString("base64")}`;
const secret = secretOf("the portal's");
process.env["MAIL_WEBHOOK_SECRET"] = secret;
afterAll(() => delete process.env["MAIL_WEBHOOK_SECRET"]);

async function sentMail() {
  const { userId } = await newPerson();
  return newMail(userId, { status: "sent", sentAt: new Date(), providerId: randomUUID() });
}

const event = (mailId: string, type = "email.delivered", more: object = {}) =>
  JSON.stringify({
    type,
    created_at: new Date().toISOString(),
    data: {
      email_id: randomUUID(),
      created_at: new Date().toISOString(),
      from: "office@x.example",
      to: ["a@x.example"],
      subject: "Hello",
      tags: { mail: mailId },
      ...more,
    },
  });

type Signing = { key?: string; id?: string; at?: number };

function request(body: string, headers: Record<string, string>) {
  return new Request("http://localhost:3000/api/mail-events", { method: "POST", headers, body });
}

function tell(
  body: string,
  { key = secret, id = `msg_${randomUUID()}`, at = Date.now() }: Signing = {},
) {
  return POST(request(body, signed({ url: "", secret: key }, id, body, at)));
}

const statusOf = async (id: string) =>
  (await db().mail.findUniqueOrThrow({ where: { id } })).status;
const minutes = (count: number) => Date.now() + count * 60_000;

it("takes what the provider signed, once", async () => {
  const { id } = await sentMail();
  const msg = `msg_${randomUUID()}`;
  expect((await tell(event(id), { id: msg })).status).toBe(204);
  expect(await statusOf(id)).toBe("delivered");
  expect((await tell(event(id, "email.complained"), { id: msg })).status).toBe(204);
  expect(await statusOf(id)).toBe("delivered");
});

it("takes one of several signatures, as while the secret is changed", async () => {
  const { id } = await sentMail();
  const body = event(id);
  const msg = `msg_${randomUUID()}`;
  const right = signed({ url: "", secret }, msg, body, Date.now());
  const wrong = signed({ url: "", secret: secretOf("another") }, msg, body, Date.now());
  const both = `${wrong["svix-signature"]} v2,abc ${right["svix-signature"]}`;
  expect((await POST(request(body, { ...right, "svix-signature": both }))).status).toBe(204);
  expect(await statusOf(id)).toBe("delivered");
});

it("refuses what is not signed, by another, long ago, or for later", async () => {
  const { id } = await sentMail();
  const body = event(id);
  const good = signed({ url: "", secret }, "msg_1", body, Date.now());
  const refused = [
    POST(request(body, {})),
    tell(body, { key: secretOf("somebody else's") }),
    tell(body, { at: minutes(-6) }),
    tell(body, { at: minutes(6) }),
    POST(request(event(id, "email.bounced"), good)),
    POST(request(body, { ...good, "svix-id": "msg_2" })),
    POST(request(body, { ...good, "svix-timestamp": "soon" })),
    POST(request(body, { ...good, "svix-signature": "v1," })),
  ];
  for (const answer of await Promise.all(refused)) expect(answer.status).toBe(401);
  expect(await statusOf(id)).toBe("sent");
  expect(await db().mailReport.count({ where: { mailId: id } })).toBe(0);
});

it("reads no more than 64 kB", async () => {
  expect((await tell("x".repeat(65 * 1024))).status).toBe(413);
});

it("takes what is of no concern to it, and keeps nothing of it", async () => {
  const before = await db().mailReport.count();
  const nothing = [
    "",
    "[]",
    '{"type":"email.delivered"}',
    '{"type":"__proto__","created_at":"2026-12-04T00:00:00Z","data":{}}',
    event(randomUUID()),
    event("not an id"),
    event((await sentMail()).id, "email.opened"),
    event((await sentMail()).id, "email.delivered", { email_id: 5 }),
  ];
  for (const body of nothing) expect((await tell(body)).status).toBe(204);
  expect(await db().mailReport.count()).toBe(before);
});

it("keeps what a stranger's server says on one line, and not for ever long", async () => {
  const { id } = await sentMail();
  const message = `550 no\r\nsuch \u202euser\u0000 ${"x".repeat(900)}`;
  const body = event(id, "email.bounced", {
    bounce: { message, type: "Transient", subType: "General" },
  });
  expect((await tell(body)).status).toBe(204);
  const report = await db().mailReport.findFirstOrThrow({ where: { mailId: id } });
  expect(report.detail).toMatch(/^550 no such user x+$/);
  expect(report.detail).toHaveLength(500);
  expect(report.kind).toBe("bouncedForNow");
});
