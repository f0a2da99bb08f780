import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { bannersFor } from "@/lib/broadcasts/queries";
import { publishDue, tellReaders } from "@/lib/broadcasts/publish";
import { setClock } from "@/lib/clock";
import { db, transaction, violatedConstraint } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { openDocument } from "@/lib/documents/queries";
import { tellPeople } from "@/lib/jobs/tell-people";
import { assignThread } from "@/lib/messages/commands/assign-thread";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { startThread } from "@/lib/messages/commands/start-thread";
import { findThread } from "@/lib/messages/queries/find-thread";
import { listThreads } from "@/lib/messages/queries/list-threads";
import { threadFilter } from "@/lib/messages/schema-list";
import { pdf } from "@/tests/factories/applications";
import { newBroadcast, publishedEvent } from "@/tests/factories/broadcasts";
import { another, cameIn } from "@/tests/factories/documents";
import { newImportCertificate } from "@/tests/factories/imports";
import { reply, sent, started } from "@/tests/factories/messages";
import { exporterViewer, newExporter, newOfficer } from "@/tests/factories/people";
import { confirmMerge, proposeMerge } from "./merge";

/* What people of the duplicate and the office had said to each other, and what was said to it at large. */

let ava: OfficerViewer;
let marie: OfficerViewer;
let nora: OfficerViewer;
let from: { exporterId: string; owner: ExporterViewer };
let into: { exporterId: string; owner: ExporterViewer };

beforeAll(async () => {
  [ava, marie, nora] = [
    await newOfficer("administrator"),
    await newOfficer("signatory"),
    await newOfficer("reviewer"),
  ];
});
beforeEach(async () => {
  [from, into] = [await newExporter(), await newExporter()];
});

const done = { ok: true, value: undefined };
const refusal = (error: string) => ({ ok: false, error });

async function merge(): Promise<void> {
  const reason = "The same business, registered twice.";
  const proposed = await proposeMerge(ava, from.exporterId, into.exporterId, reason);
  if (!proposed.ok) throw new Error(proposed.error);
  expect(await confirmMerge(marie, proposed.value.mergeId)).toMatchObject({ ok: true });
}

/** A reviewer who once acted for the duplicate. */
async function formerlyOf(exporterId: string): Promise<OfficerViewer> {
  const officer = await newOfficer("reviewer");
  const ended = { acceptedAt: new Date("2025-01-01"), endedAt: new Date("2025-02-01") };
  await db().mandate.create({
    data: { exporterId, userId: officer.userId, kind: "representative", ...ended },
  });
  return officer;
}
const holderOf = async (threadId: string) =>
  (await db().thread.findUniqueOrThrow({ where: { id: threadId } })).assignedToId;

describe("conversations of the duplicate", () => {
  it("are read and answered under the kept profile, by whoever acts for it", async () => {
    const { id: matterId } = await newImportCertificate({ exporterId: from.exporterId });
    const { threadId } = await sent(from.owner, from.exporterId, { about: "import", matterId });
    await merge();
    const came = await exporterViewer(from.owner.userId);
    for (const viewer of [came, into.owner]) {
      const { rows } = await listThreads(viewer, into.exporterId, threadFilter.parse({}));
      expect(rows.map(({ id }) => id)).toEqual([threadId]);
      expect(await findThread(viewer, threadId)).toMatchObject({ mayWrite: true });
    }
    const answer = await reply(nora, threadId, "It is registered.");
    const event = await db().event.findFirstOrThrow({
      where: { kind: "message.sent", data: { path: ["messageId"], equals: answer } },
    });
    expect(event.exporterId).toBe(into.exporterId);
    await tellPeople(event.id);
    const told = await db().notice.findMany({ where: { eventId: event.id } });
    expect(new Set(told.map(({ userId }) => userId))).toEqual(
      new Set([from.owner.userId, into.owner.userId]),
    );
  });

  it("take what was being written along, with its files", async () => {
    const { threadId, messageId } = await started(from.owner, from.exporterId);
    const upload = await cameIn("paper.pdf", another(pdf, 1));
    const added = await addDocument(from.owner, { messageId }, "other", upload);
    if (!added.ok) throw new Error(added.error);
    const open = await sent(into.owner, into.exporterId);
    const prepared = { messageId: randomUUID(), text: "Half a sentence" };
    expect(await saveDraft(nora, open.threadId, prepared)).toMatchObject({ ok: true });
    await merge();
    const came = await exporterViewer(from.owner.userId);
    expect(await findThread(into.owner, threadId)).toBeNull();
    expect(await findThread(came, threadId)).toMatchObject({ draft: { id: messageId } });
    const whole = { messageId, text: "Here it is." };
    expect(await sendMessage(came, threadId, whole)).toMatchObject({ ok: true });
    const opened = await openDocument(into.owner, added.value.documentId);
    await opened?.stream.cancel();
    expect(opened).not.toBeNull();
    expect(await sendMessage(nora, open.threadId, prepared)).toMatchObject({ ok: true });
  });

  it("are let go by an officer who belonged to one of the two, and kept by any other", async () => {
    const [ofFrom, ofInto] = [await formerlyOf(from.exporterId), await formerlyOf(into.exporterId)];
    const moved = [
      await sent(from.owner, from.exporterId),
      await sent(from.owner, from.exporterId),
    ].map(({ threadId }) => threadId);
    const { threadId: kept } = await sent(into.owner, into.exporterId);
    const hold = (viewer: OfficerViewer, threadId = "") =>
      assignThread(viewer, threadId, viewer.userId, null);
    expect(await hold(ofInto, moved[0])).toEqual(done);
    expect(await hold(nora, moved[1])).toEqual(done);
    expect(await hold(ofFrom, kept)).toEqual(done);
    await merge();
    expect(await Promise.all([...moved, kept].map(holderOf))).toEqual([null, nora.userId, null]);
    const written = { messageId: randomUUID(), text: "The office answers." };
    for (const officer of [ofFrom, ofInto]) {
      for (const threadId of [...moved, kept]) {
        expect(await sendMessage(officer, threadId, written)).toEqual(refusal("ownProfile"));
      }
    }
  });

  it("bear messages of both sides at the same moment, and nothing is left behind", async () => {
    for (let n = 0; n < 4; n += 1) {
      [from, into] = [await newExporter(), await newExporter()];
      const { threadId } = await sent(from.owner, from.exporterId);
      const written = (text: string) => ({ messageId: randomUUID(), text });
      const start = {
        ...({ exporterId: from.exporterId, about: "general", matterId: null } as const),
        ...{ subject: "Another", text: "May we?", creationToken: randomUUID() },
      };
      const [, asked, answered, begun] = await Promise.all([
        merge(),
        sendMessage(from.owner, threadId, written("And?")),
        sendMessage(nora, threadId, written("Yes.")),
        startThread(from.owner, start),
      ]);
      expect(answered).toMatchObject({ ok: true });
      for (const each of [asked, begun]) if (!each.ok) expect(each).toEqual(refusal("notFound"));
      const kept = await db().thread.findMany({ where: { exporterId: into.exporterId } });
      expect(kept).toHaveLength(begun.ok ? 2 : 1);
      expect(await db().thread.count({ where: { exporterId: from.exporterId } })).toBe(0);
    }
  });

  it("are begun no more", async () => {
    await merge();
    const start = {
      ...({ exporterId: from.exporterId, about: "general", matterId: null } as const),
      ...{ subject: "A question", text: "May we?", creationToken: randomUUID() },
    };
    expect(await startThread(from.owner, start)).toEqual(refusal("notFound"));
    expect(await startThread(nora, start)).toEqual(refusal("notFound"));
    const begun = { about: "general", subject: "A question", startedById: nora.userId } as const;
    const late = transaction((tx) =>
      tx.thread.create({ data: { exporterId: from.exporterId, ...begun } }),
    ).then(() => "nothing", violatedConstraint);
    expect(await late).toBe("Exporter_not_merged");
  });
});

describe("an announcement to the duplicate", () => {
  async function announced(shownFrom: Date, shownUntil: Date): Promise<string> {
    const id = await newBroadcast(ava, { everybody: false, shownFrom, shownUntil });
    await db().broadcastExporter.create({
      data: { broadcastId: id, exporterId: from.exporterId },
    });
    return id;
  }
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const seenBy = async ({ userId }: ExporterViewer) =>
    (await bannersFor(await exporterViewer(userId), "en")).map(({ id }) => id);

  it("is shown to whoever acts for the kept profile, and told them when its time comes", async () => {
    const [shown, planned] = [
      await announced(inDays(-1), inDays(3)),
      await announced(inDays(1), inDays(3)),
    ];
    expect(await seenBy(into.owner)).not.toContain(shown);
    await merge();
    for (const viewer of [from.owner, into.owner]) expect(await seenBy(viewer)).toContain(shown);
    setClock(inDays(2));
    await publishDue();
    const eventId = await publishedEvent(planned);
    if (eventId === null) throw new Error("not published");
    await tellReaders(eventId, planned);
    setClock(null);
    const told = await db().notice.findMany({ where: { eventId } });
    expect(new Set(told.map(({ userId }) => userId))).toEqual(
      new Set([from.owner.userId, into.owner.userId]),
    );
  });

  it("that named both, or is over, stays as it was said", async () => {
    const both = await announced(inDays(-1), inDays(3));
    const ids = { exporterId: into.exporterId };
    await db().broadcastExporter.create({ data: { broadcastId: both, ...ids } });
    setClock(inDays(-9));
    const over = await announced(inDays(-8), inDays(-7));
    setClock(null);
    await merge();
    const named = await db().broadcastExporter.findMany({
      where: { broadcastId: { in: [both, over] }, ...ids },
    });
    expect(named.map(({ broadcastId }) => broadcastId)).toEqual([both]);
  });
});
