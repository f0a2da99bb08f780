import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { discardDraft } from "./commands/discard-draft";
import { saveDraft } from "./commands/save-draft";
import { sendMessage } from "./commands/send-message";
import { startThread } from "./commands/start-thread";
import { findThread } from "./queries/find-thread";
import type { ExporterViewer, Viewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { sent, started } from "@/tests/factories/messages";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newRepresentative,
} from "@/tests/factories/people";

/* How much one person writes for exporters: 30 messages within an hour, and 20 drafts for an exporter. */

let exporterId: string;
let owner: ExporterViewer;
let colleague: ExporterViewer;
let threadId: string;
beforeEach(async () => {
  ({ exporterId, owner } = await newExporter());
  colleague = await newRepresentative(exporterId, ["view", "prepare"]);
  ({ threadId } = await sent(colleague, exporterId));
});
afterEach(() => setClock(null));

const write = (viewer: Viewer, to = threadId, messageId: string = randomUUID()) =>
  sendMessage(viewer, to, { messageId, text: "And this?" });
const draft = (viewer: Viewer, creationToken: string = randomUUID()) =>
  startThread(viewer, {
    exporterId,
    about: "general",
    matterId: null,
    subject: "S",
    text: "Half a",
    creationToken,
  });
const refused = (error: string) => ({ ok: false, error });
const times = <T>(count: number, one: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, one));
const done = (results: readonly { ok: boolean }[]) => results.filter(({ ok }) => ok).length;

it("lets a representative send 30 messages an hour, pressed one by one or all at once", async () => {
  const other = await newExporter();
  await db().mandate.create({
    data: {
      exporterId: other.exporterId,
      userId: owner.userId,
      kind: "representative",
      permissions: ["view", "prepare"],
      acceptedAt: new Date(),
    },
  });
  const both = await exporterViewer(owner.userId);
  for (let i = 0; i < 26; i += 1) expect(await write(owner)).toMatchObject({ ok: true });
  // Each in another conversation, where no press waits for another's; half of them for the other exporter.
  const conversations: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    conversations.push((await sent(colleague, exporterId)).threadId);
    conversations.push((await sent(other.owner, other.exporterId)).threadId);
  }
  const results = await Promise.all(conversations.map((to) => write(both, to)));
  expect(done(results)).toBe(4);
  expect(results.filter(({ ok }) => !ok)).toEqual(Array(6).fill(refused("tooManySent")));
  expect(
    await db().message.count({ where: { authorId: owner.userId, sentAt: { not: null } } }),
  ).toBe(30);
  // Nobody hears of what was refused.
  const where = { kind: "message.sent", actorId: owner.userId };
  expect(await db().event.count({ where })).toBe(30);
  setClock(new Date(Date.now() + 3_601_000));
  expect(await write(owner)).toMatchObject({ ok: true });
});

it("keeps what could not be sent, and sends it an hour later", async () => {
  for (let i = 0; i < 30; i += 1) await write(owner);
  const { threadId: begun, messageId } = await started(owner, exporterId, { text: "Half a" });
  expect(await write(owner, begun, messageId)).toEqual(refused("tooManySent"));
  expect(await findThread(owner, begun)).toMatchObject({ draft: { id: messageId } });
  const first = { messageId: randomUUID(), text: "Kept." };
  expect(await saveDraft(owner, threadId, first)).toMatchObject({ ok: true });
  // Nor is what was sent already sent again: a second press of it is no refusal.
  const before = await db().message.findFirstOrThrow({
    where: { threadId, authorId: owner.userId, sentAt: { not: null } },
  });
  expect(await write(owner, threadId, before.id)).toMatchObject({ ok: true });
  // A colleague writes meanwhile.
  expect(await write(colleague)).toMatchObject({ ok: true });
  setClock(new Date(Date.now() + 3_601_000));
  expect(await write(owner, begun, messageId)).toMatchObject({ ok: true });
});

it("lets a representative keep 20 drafts for an exporter, begun one by one or all at once", async () => {
  for (let i = 0; i < 15; i += 1) await started(owner, exporterId);
  const results = await times(8, () => draft(owner));
  expect(done(results)).toBe(5);
  expect(results.filter(({ ok }) => !ok)).toEqual(Array(3).fill(refused("tooManyDrafts")));
  const reply = { messageId: randomUUID(), text: "Half a" };
  expect(await saveDraft(owner, threadId, reply)).toEqual(refused("tooManyDrafts"));
  const threads = await db().thread.findMany({ where: { exporterId, lastMessageAt: null } });
  expect(threads).toHaveLength(20);
  const [one, another] = threads.map(({ id }) => id);
  // The second press of one that is there is no new one, and it is kept as it goes on.
  expect(await draft(owner, one)).toMatchObject({ ok: true });
  const { draft: kept } = (await findThread(owner, one ?? "")) ?? {};
  const goesOn = { messageId: kept?.id ?? "", text: "Half a sentence" };
  expect(await saveDraft(owner, one ?? "", goesOn)).toMatchObject({ ok: true });
  await discardDraft(owner, another ?? "");
  expect(await saveDraft(owner, threadId, reply)).toMatchObject({ ok: true });
  // Not of a colleague, and not for another exporter.
  expect(await draft(colleague)).toMatchObject({ ok: true });
});

it("lets officers write as many as they answer", async () => {
  const officer = await newOfficer("reviewer");
  for (let i = 0; i < 31; i += 1) expect(await write(officer)).toMatchObject({ ok: true });
  const results = await times(21, () => draft(officer));
  expect(done(results)).toBe(21);
});
