import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { discardDraft } from "./commands/discard-draft";
import { markRead } from "./commands/mark-read";
import { saveDraft } from "./commands/save-draft";
import { sendMessage } from "./commands/send-message";
import { startThread } from "./commands/start-thread";
import { findThread, openThread } from "./queries/find-thread";
import { countThreads, countUnreadThreads, listThreads } from "./queries/list-threads";
import { threadFilter } from "./schema-list";
import type { ExporterViewer, OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { newDraft } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";
import { reply, sent, started } from "@/tests/factories/messages";

let exporterId: string;
let owner: ExporterViewer;
let officer: OfficerViewer;
beforeEach(async () => {
  ({ exporterId, owner } = await newExporter());
  officer = await newOfficer("reviewer");
});

const all = threadFilter.parse({});
const list = (viewer: Viewer, said: Partial<typeof all> = {}) =>
  listThreads(viewer, exporterId, { ...all, ...said });
const newTo = async (viewer: ExporterViewer, opening?: string) => [
  ...(await countUnreadThreads(viewer, opening)),
];
const general = { about: "general", matterId: null } as const;
const notFound = { ok: false, error: "notFound" };

describe("a conversation", () => {
  it("is its writer's alone until the first message is sent, then also the office's", async () => {
    const { threadId, messageId } = await started(owner, exporterId, { text: "Half a" });
    const colleague = await newRepresentative(exporterId, ["view", "prepare"]);
    expect(await findThread(officer, threadId)).toBeNull();
    expect(await findThread(colleague, threadId)).toBeNull();
    expect((await list(colleague)).rows).toEqual([]);
    expect((await list(owner)).rows).toMatchObject([{ id: threadId, draft: true, last: null }]);
    const saved = { messageId, subject: "Which invoice?", text: "Half a sentence" };
    expect(await saveDraft(owner, threadId, saved)).toMatchObject({ ok: true });
    const written = { ...saved, text: "A whole sentence." };
    expect(await sendMessage(owner, threadId, written)).toEqual({ ok: true, value: { messageId } });
    for (const viewer of [owner, colleague, officer]) {
      expect(await findThread(viewer, threadId)).toMatchObject({
        subject: "Which invoice?",
        draft: null,
        messages: [{ text: "A whole sentence.", mine: viewer === owner }],
      });
    }
    expect((await list(colleague)).rows).toMatchObject([{ last: { side: "exporter" } }]);
  });

  it("is begun once by a press that is sent twice", async () => {
    const creationToken = randomUUID();
    const start = { exporterId, ...general, subject: "Hours", text: "When?", creationToken };
    const both = await Promise.all([startThread(owner, start), startThread(owner, start)]);
    expect(both[0]).toMatchObject({ ok: true, value: { threadId: creationToken } });
    expect(both[1]).toEqual(both[0]);
    expect(await db().message.count({ where: { threadId: creationToken } })).toBe(1);
    const other = await newExporter();
    expect(await startThread(other.owner, { ...start, exporterId: other.exporterId })).toEqual(
      notFound,
    );
  });

  it("is about what is the same exporter's, and what the office knows", async () => {
    const other = await newExporter();
    const { id: matterId } = await newImportCertificate({ exporterId: other.exporterId });
    const start = { exporterId, subject: "It", text: "", creationToken: randomUUID() };
    const matter = { ok: false, error: "matter" };
    expect(await startThread(owner, { ...start, about: "import", matterId })).toEqual(matter);
    expect(await startThread(officer, { ...start, about: "import", matterId })).toEqual(matter);
    const draft = await newDraft(owner, exporterId, {}, []);
    const application = { ...start, about: "application", matterId: draft } as const;
    expect(await startThread(owner, application)).toEqual(matter);
    const own = await newImportCertificate({ exporterId });
    const right = { ...start, about: "import", matterId: own.id } as const;
    const made = await startThread(owner, right);
    expect(made).toMatchObject({ ok: true });
    const found = await findThread(owner, start.creationToken);
    expect(found?.matter).toEqual({ kind: "import", id: own.id, number: own.number });
  });

  it("is refused to another exporter, to who may only view, and after the mandate has ended", async () => {
    const { threadId } = await sent(owner, exporterId);
    const other = await newExporter();
    const viewOnly = await newRepresentative(exporterId, ["view"]);
    const former = await newRepresentative(exporterId, ["view", "prepare"]);
    const mandate = { exporterId, userId: former.userId };
    await db().mandate.updateMany({ where: mandate, data: { endedAt: new Date() } });
    const written = { messageId: randomUUID(), text: "Me too." };
    const start = { exporterId, ...general, subject: "S", text: "T", creationToken: randomUUID() };
    for (const viewer of [other.owner, viewOnly, former]) {
      expect(await saveDraft(viewer, threadId, written)).toEqual(notFound);
      expect(await sendMessage(viewer, threadId, written)).toEqual(notFound);
      expect(await startThread(viewer, start)).toEqual(notFound);
      expect(await discardDraft(viewer, threadId)).toEqual(notFound);
    }
    expect(await findThread(other.owner, threadId)).toBeNull();
    expect(await markRead(former, threadId, new Date())).toEqual(notFound);
    expect(await findThread(viewOnly, threadId)).toMatchObject({ mayWrite: false });
    expect((await findThread(owner, threadId))?.messages).toHaveLength(1);
  });

  it("is answered by reviewers and signatories who are not of the exporter", async () => {
    const { threadId } = await sent(owner, exporterId);
    const written = { messageId: randomUUID(), text: "The office answers." };
    const auditor = await newOfficer("auditor");
    expect(await sendMessage(auditor, threadId, written)).toEqual({
      ok: false,
      error: "notAllowed",
    });
    const own = await newOfficer("signatory");
    const ended = { kind: "representative", acceptedAt: new Date(), endedAt: new Date() } as const;
    await db().mandate.create({ data: { exporterId, userId: own.userId, ...ended } });
    expect(await sendMessage(own, threadId, written)).toEqual({ ok: false, error: "ownProfile" });
    expect(await sendMessage(officer, threadId, written)).toMatchObject({ ok: true });
    expect((await list(owner)).rows).toMatchObject([{ last: { side: "office" } }]);
    expect(await findThread(owner, threadId)).toMatchObject({
      waitingSince: null,
      messages: [
        { author: owner.name },
        { author: null, text: "The office answers.", unread: true },
      ],
    });
  });
});

describe("a message", () => {
  it("is sent once, however often it is pressed, with a draft or without", async () => {
    const { threadId, messageId } = await started(owner, exporterId);
    const first = { messageId, text: "Once.", subject: "Once" };
    const presses = [1, 2, 3].map(() => sendMessage(owner, threadId, first));
    expect(await Promise.all(presses)).toEqual(Array(3).fill({ ok: true, value: { messageId } }));
    const second = { messageId: randomUUID(), text: "Typed and sent at once." };
    await Promise.all([1, 2, 3].map(() => sendMessage(owner, threadId, second)));
    expect((await findThread(officer, threadId))?.messages).toMatchObject([
      { text: "Once." },
      { text: "Typed and sent at once." },
    ]);
    const where = { kind: "message.sent", data: { path: ["threadId"], equals: threadId } };
    expect(await db().event.count({ where })).toBe(2);
  });

  it("is drafted by two representatives at once, each without the other's", async () => {
    const { threadId } = await sent(owner, exporterId);
    const colleague = await newRepresentative(exporterId, ["view", "prepare"]);
    const drafts = [owner, colleague].map((viewer) => ({ viewer, messageId: randomUUID() }));
    await Promise.all(
      drafts.map(({ viewer, messageId }) =>
        saveDraft(viewer, threadId, { messageId, text: viewer.userId }),
      ),
    );
    for (const { viewer, messageId } of drafts) {
      const found = await findThread(viewer, threadId);
      expect(found?.draft).toMatchObject({ id: messageId, text: viewer.userId });
      expect(found?.messages).toHaveLength(1);
    }
    const [mine, theirs] = drafts.map(({ messageId }) => messageId);
    const stolen = { messageId: theirs ?? "", text: "Mine now" };
    expect(await saveDraft(owner, threadId, stolen)).toEqual(notFound);
    expect(await sendMessage(owner, threadId, stolen)).toEqual(notFound);
    const again = { messageId: randomUUID(), text: "Another window" };
    expect(await saveDraft(owner, threadId, again)).toEqual({ ok: false, error: "otherDraft" });
    await Promise.all(
      drafts.map(({ viewer, messageId }) =>
        sendMessage(viewer, threadId, { messageId, text: "Sent." }),
      ),
    );
    const { messages } = (await findThread(officer, threadId)) ?? {};
    expect(messages?.map(({ id }) => id)).toEqual(expect.arrayContaining([mine, theirs]));
  });

  it("stays as it was sent, also for who writes SQL", async () => {
    const { messageId, threadId } = await sent(owner, exporterId);
    const where = { id: messageId };
    await expect(db().message.update({ where, data: { text: "Other" } })).rejects.toThrow(
      "stays as it is",
    );
    await expect(
      db().thread.update({ where: { id: threadId }, data: { subject: "Other" } }),
    ).rejects.toThrow("subject of a conversation that was sent stays");
    const unsent = { lastMessageAt: null, lastSide: null, waitingSince: null };
    await expect(db().thread.update({ where: { id: threadId }, data: unsent })).rejects.toThrow(
      "what was sent stays sent",
    );
    await expect(db().$executeRaw`DELETE FROM "Message" WHERE id = ${messageId}::uuid`)
      .rejects //
      .toThrow();
  });

  it("changes the state of nothing but its conversation", async () => {
    const { id: matterId } = await newImportCertificate({ exporterId });
    const before = await db().importCertificate.findUniqueOrThrow({ where: { id: matterId } });
    const start = { about: "import", matterId } as const;
    const { threadId } = await sent(owner, exporterId, start);
    await reply(officer, threadId, "It is in the register.");
    await reply(owner, threadId, "Thank you.");
    const after = await db().importCertificate.findUniqueOrThrow({ where: { id: matterId } });
    expect(after).toEqual(before);
    const kinds = await db().event.findMany({
      where: { importCertificateId: matterId },
      select: { kind: true },
      orderBy: { id: "asc" },
    });
    expect(kinds).toEqual(Array(3).fill({ kind: "message.sent" }));
  });

  it("is thrown away with its files, and its conversation with it where nothing was sent", async () => {
    const { threadId } = await started(owner, exporterId);
    expect(await discardDraft(owner, threadId)).toEqual({ ok: true, value: { ended: true } });
    expect(await findThread(owner, threadId)).toBeNull();
    expect((await list(owner)).rows).toEqual([]);
    // Pressed again in another window, or twice: it is done.
    expect(await discardDraft(owner, threadId)).toEqual({ ok: true, value: { ended: true } });
    const two = await started(owner, exporterId);
    expect(
      await Promise.all([discardDraft(owner, two.threadId), discardDraft(owner, two.threadId)]),
    ).toEqual(Array(2).fill({ ok: true, value: { ended: true } }));
    const { owner: stranger } = await newExporter();
    expect(await discardDraft(stranger, threadId)).toEqual(notFound);
    // Whoever may no longer write is told nothing.
    const former = await newRepresentative(exporterId, ["view", "prepare"]);
    const theirs = await started(former, exporterId);
    expect(await discardDraft(former, theirs.threadId)).toMatchObject({ ok: true });
    const mandate = { exporterId, userId: former.userId };
    await db().mandate.updateMany({ where: mandate, data: { endedAt: new Date() } });
    expect(await discardDraft(former, theirs.threadId)).toEqual(notFound);
    const nora = await newOfficer("reviewer");
    const office = await started(nora, exporterId);
    expect(await discardDraft(nora, office.threadId)).toMatchObject({ ok: true });
    expect(await discardDraft({ ...nora, roles: ["auditor"] }, office.threadId)).toEqual(notFound);
    const kept = await sent(owner, exporterId);
    const messageId = randomUUID();
    await saveDraft(owner, kept.threadId, { messageId, text: "No." });
    expect(await discardDraft(owner, kept.threadId)).toEqual({ ok: true, value: { ended: false } });
    const again = { messageId, text: "Yes?" };
    expect(await saveDraft(owner, kept.threadId, again)).toMatchObject({ error: "notDraft" });
    expect(await sendMessage(owner, kept.threadId, again)).toMatchObject({ error: "discarded" });
  });
});

describe("the list", () => {
  it("says what is new to its reader, until they have opened it", async () => {
    const { threadId } = await sent(owner, exporterId);
    expect(await newTo(owner)).toEqual([]);
    await reply(officer, threadId, "One");
    await reply(officer, threadId, "Two");
    const colleague = await newRepresentative(exporterId, ["view"]);
    expect((await list(owner)).rows).toMatchObject([{ unread: 2, last: { side: "office" } }]);
    expect(await newTo(owner)).toEqual([[exporterId, 1]]);
    expect(await newTo(owner, threadId)).toEqual([]);
    expect(await openThread(owner, threadId)).toMatchObject({ unread: 2 });
    expect(await findThread(owner, threadId)).toMatchObject({ unread: 0 });
    expect(await newTo(owner)).toEqual([]);
    expect(await newTo(colleague)).toEqual([[exporterId, 1]]);
    await markRead(owner, threadId, new Date(0));
    const unread = { ...all, view: "unread" } as const;
    expect(await countThreads(owner, exporterId, unread)).toBe(0);
    expect((await list(owner, unread)).rows).toEqual([]);
    expect(await countThreads(colleague, exporterId, unread)).toBe(1);
    const { messages } = (await findThread(officer, threadId)) ?? {};
    expect(messages?.map(({ readByOther }) => readByOther)).toEqual([false, true, true]);
  });

  it("finds words of subjects and messages, and numbers, but nothing of another's draft", async () => {
    const { id: matterId, number } = await newImportCertificate({ exporterId });
    const about = { about: "import", matterId } as const;
    const text = "La facture de l’Écluse est 100 % exacte.";
    const { threadId } = await sent(owner, exporterId, { ...about, subject: "Pesée", text });
    await sent(owner, exporterId, { subject: "Other", text: "Nothing." });
    const colleague = await newRepresentative(exporterId, ["view", "prepare"]);
    await saveDraft(colleague, threadId, { messageId: randomUUID(), text: "zircon" });
    const found = async (viewer: Viewer, q: string) =>
      (await list(viewer, { q })).rows.map(({ id }) => id);
    for (const q of ["pesee", "PESÉE facture", "ecluse 100 %", number, number.replace(" ", "-")]) {
      expect(await found(owner, q), q).toEqual([threadId]);
    }
    // Six words are looked for, however many are typed.
    expect(await found(owner, "facture ecluse est 100 % exacte nowhere")).toEqual([threadId]);
    expect(await found(owner, "facture ecluse est 100 % nowhere")).toEqual([]);
    expect(await found(owner, "100 _")).toEqual([]);
    expect(await found(owner, "zircon")).toEqual([]);
    expect(await found(colleague, "zircon")).toEqual([threadId]);
    expect(await found((await newExporter()).owner, "ecluse")).toEqual([]);
  });
});
