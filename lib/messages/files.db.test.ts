import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { discardDraft } from "./commands/discard-draft";
import { saveDraft } from "./commands/save-draft";
import { sendMessage } from "./commands/send-message";
import { findThread } from "./queries/find-thread";
import { listTimeline } from "@/lib/audit/queries/list-timeline";
import type { ExporterViewer, OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { addDocument, removeDocument } from "@/lib/documents/commands";
import { openDocument } from "@/lib/documents/queries";
import { pdf } from "@/tests/factories/applications";
import { another, cameIn } from "@/tests/factories/documents";
import { sent, started } from "@/tests/factories/messages";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";

let exporterId: string;
let owner: ExporterViewer;
let colleague: ExporterViewer;
let officer: OfficerViewer;
beforeEach(async () => {
  ({ exporterId, owner } = await newExporter());
  colleague = await newRepresentative(exporterId, ["view", "prepare"]);
  officer = await newOfficer("reviewer");
});

async function attach(viewer: Viewer, messageId: string, n = 1): Promise<string> {
  const upload = await cameIn(`paper ${n}.pdf`, another(pdf, n));
  const added = await addDocument(viewer, { messageId }, "other", upload);
  if (!added.ok) throw new Error(added.error);
  return added.value.documentId;
}
const opens = async (viewer: Viewer, id: string) => {
  const opened = await openDocument(viewer, id);
  await opened?.stream.cancel();
  return opened !== null;
};
const removedAt = async (id: string) =>
  (await db().document.findUniqueOrThrow({ where: { id } })).removedAt;

it("is its writer's alone until the message is sent, and stays with it from then on", async () => {
  const { threadId, messageId } = await started(owner, exporterId);
  const id = await attach(owner, messageId);
  const off = await attach(owner, messageId, 2);
  expect(await opens(owner, id)).toBe(true);
  for (const viewer of [colleague, officer]) expect(await opens(viewer, id)).toBe(false);
  const notFound = { ok: false, error: "notFound" };
  expect(await removeDocument(colleague, { messageId }, id)).toEqual(notFound);
  const upload = await cameIn("a.pdf", another(pdf, 3));
  expect(await addDocument(officer, { messageId }, "other", upload)).toEqual(notFound);
  expect(await removeDocument(owner, { messageId }, off)).toMatchObject({ ok: true });

  expect(await sendMessage(owner, threadId, { messageId, text: "Here." })).toMatchObject({
    ok: true,
  });
  for (const viewer of [owner, colleague, officer]) expect(await opens(viewer, id)).toBe(true);
  expect(await opens(owner, off)).toBe(false);
  expect(await opens((await newExporter()).owner, id)).toBe(false);
  const locked = { ok: false, error: "locked" };
  expect(await removeDocument(owner, { messageId }, id)).toEqual(locked);
  const late = await cameIn("a.pdf", another(pdf, 4));
  expect(await addDocument(owner, { messageId }, "other", late)).toEqual(locked);
  const taken = db().document.update({ where: { id }, data: { removedAt: new Date() } });
  await expect(taken).rejects.toThrow("the files of a message that was sent stay with it");
  const found = await findThread(officer, threadId);
  expect(found?.messages[0]?.documents).toMatchObject([{ id, name: "paper 1.pdf" }]);
});

it("comes with the office's answer too", async () => {
  const { threadId } = await sent(owner, exporterId);
  const messageId = randomUUID();
  await saveDraft(officer, threadId, { messageId, text: "The form." });
  const id = await attach(officer, messageId);
  expect(await opens(owner, id)).toBe(false);
  expect(await opens(await newOfficer("reviewer"), id)).toBe(false);
  await sendMessage(officer, threadId, { messageId, text: "The form." });
  expect(await opens(owner, id)).toBe(true);
});

it("goes with a draft that is thrown away, to be swept like any that was removed", async () => {
  const { threadId, messageId } = await started(owner, exporterId);
  const id = await attach(owner, messageId);
  await discardDraft(owner, threadId);
  expect(await removedAt(id)).not.toBeNull();
  expect(await opens(owner, id)).toBe(false);
  const where = { kind: "document.removed", data: { path: ["documentId"], equals: id } };
  expect(await db().event.count({ where })).toBe(1);
});

it("keeps the message back while it waits for the virus check, or was removed by it unseen", async () => {
  const { threadId, messageId } = await started(owner, exporterId);
  const id = await attach(owner, messageId);
  await db().document.update({ where: { id }, data: { scan: "waiting" } });
  const written = { messageId, text: "Here.", files: 1 };
  expect(await sendMessage(owner, threadId, written)).toEqual({ ok: false, error: "scanWaiting" });
  const gone = { scan: "infected", threat: "Eicar", removedAt: new Date() } as const;
  await db().document.update({ where: { id }, data: gone });
  expect(await sendMessage(owner, threadId, written)).toEqual({ ok: false, error: "filesChanged" });
  const found = await findThread(owner, threadId);
  expect(found?.draft?.documents).toMatchObject([{ id, scan: "infected" }]);
  expect(await sendMessage(owner, threadId, { ...written, files: 0 })).toMatchObject({ ok: true });
});

it("is named on no timeline of the office as long as it is a draft's", async () => {
  const { threadId, messageId } = await started(owner, exporterId);
  await attach(owner, messageId);
  const auditor = await newOfficer("administrator", "auditor");
  const kinds = async (of: Parameters<typeof listTimeline>[1]) =>
    (await listTimeline(auditor, of))?.entries.map(({ kind }) => kind);
  for (const of of [
    { kind: "exporter", id: exporterId },
    { kind: "person", id: owner.userId },
  ] as const) {
    expect(await kinds(of)).not.toContain("document.added");
  }
  await sendMessage(owner, threadId, { messageId, text: "Here." });
  expect(await kinds({ kind: "exporter", id: exporterId })).toContain("message.sent");
});

it("is passed over on a timeline however many there are", async () => {
  const { messageId } = await started(owner, exporterId);
  const auditor = await newOfficer("administrator", "auditor");
  await db().$executeRaw`
    INSERT INTO "Document" (id, "messageId", kind, name, "mediaType", size, sha256, store, key, "uploadedById")
    SELECT gen_random_uuid(), ${messageId}::uuid, 'other', 'p.pdf', 'application/pdf', 1, repeat('0', 64), 'local',
           gen_random_uuid()::text, ${owner.userId}::uuid
      FROM generate_series(1, 4000)`;
  await db().$executeRaw`
    INSERT INTO "Event" (kind, "actorId", "actorRole", "exporterId", data)
    SELECT did.kind, ${owner.userId}::uuid, 'exporter', ${exporterId}::uuid, jsonb_build_object('documentId', d.id)
      FROM "Document" d, unnest(ARRAY['document.added', 'document.removed']) did (kind)
     WHERE d."messageId" = ${messageId}::uuid`;
  for (const of of [
    { kind: "exporter", id: exporterId },
    { kind: "person", id: owner.userId },
  ] as const) {
    const timeline = await listTimeline(auditor, of);
    const told = timeline?.entries.map(({ kind }) => kind) ?? [];
    expect(told).toContain("exporter.created");
    expect(told.filter((kind) => kind.startsWith("document."))).toEqual([]);
    expect(timeline?.next).toBeNull();
  }
});
