import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createOutbox } from "./outbox";

const API_KEY = "re_test_key";
const secret = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;
const mail = { from: "Office <office@example.ca>", subject: "Reçu / Receipt", text: "Hello" };

type Told = { id: string; type: string; emailId: string; tags: unknown; bounce?: unknown };
let directory: string;
let portal: Server;
let outbox: Server;
let resend: Resend;
let told: Told[];
/** What the portal answers; tests change it. */
let status: number;

const listen = async (server: Server) => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

async function close(server: Server) {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

async function startOutbox(url: string) {
  outbox = await createOutbox({ directory, apiKeys: [API_KEY], webhook: { url, secret } });
  resend = new Resend(API_KEY, { baseUrl: await listen(outbox) });
}

let portalUrl: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "outbox-"));
  told = [];
  status = 204;
  portal = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const payload = Buffer.concat(chunks).toString("utf8");
      const header = (name: string) => String(request.headers[name]);
      // The provider's own client takes only what is signed as the provider signs.
      const headers = { id: header("svix-id"), timestamp: header("svix-timestamp") };
      const signature = header("svix-signature");
      const event = resend.webhooks.verify({
        payload,
        headers: { ...headers, signature },
        webhookSecret: secret,
      }) as unknown as { type: string; data: { email_id: string; tags: unknown; bounce: unknown } };
      const { email_id: emailId, tags, bounce } = event.data;
      if (status < 300) told.push({ id: headers.id, type: event.type, emailId, tags, bounce });
      response.writeHead(status).end();
    })();
  });
  portalUrl = await listen(portal);
  await startOutbox(portalUrl);
});

afterEach(async () => {
  await close(outbox);
  await close(portal);
  await rm(directory, { recursive: true });
});

const typesOf = (id: string | undefined) =>
  told.filter(({ emailId }) => emailId === id).map(({ type }) => type);
const send = async (to: string) => {
  const tags = [{ name: "mail", value: "m1" }];
  return (await resend.emails.send({ ...mail, to, tags })).data?.id;
};

describe("what became of a mail", () => {
  it("is told, signed as the provider signs, with the tags of the mail", async () => {
    const id = await send("maya@example.ca");
    await vi.waitFor(() => expect(typesOf(id)).toEqual(["email.sent", "email.delivered"]), 5000);
    expect(told[0]).toMatchObject({ id: `msg_${id}_sent`, tags: { mail: "m1" } });
  });

  it("is decided by the address", async () => {
    const back = await send("bounced+maya@example.ca");
    const unwanted = await send("Maya <complained@example.ca>");
    await vi.waitFor(() => expect(typesOf(back)).toEqual(["email.sent", "email.bounced"]), 5000);
    const all = ["email.sent", "email.delivered", "email.complained"];
    await vi.waitFor(() => expect(typesOf(unwanted)).toEqual(all), 5000);
    expect(told.find(({ bounce }) => bounce)?.bounce).toMatchObject({ type: "Permanent" });
    const shown = await resend.emails.get(back ?? "");
    expect(shown.data?.last_event).toBe("bounced");
  });

  it("is told until it is heard", async () => {
    status = 503;
    const id = await send("maya@example.ca");
    await new Promise((later) => setTimeout(later, 500));
    expect(typesOf(id)).toEqual([]);
    status = 204;
    await vi.waitFor(
      () => expect(typesOf(id).sort()).toEqual(["email.delivered", "email.sent"]),
      8000,
    );
  });

  it("is told after a restart where it was not heard before, and only then", async () => {
    const heard = await send("luc@example.ca");
    await vi.waitFor(() => expect(typesOf(heard)).toHaveLength(2), 5000);
    status = 503;
    const id = await send("maya@example.ca");
    await new Promise((later) => setTimeout(later, 500));
    await close(outbox);
    status = 204;
    await startOutbox(portalUrl);
    await vi.waitFor(() => expect(typesOf(id)).toHaveLength(2), 8000);
    expect(typesOf(heard)).toHaveLength(2);
  });
});
