import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as download } from "@/app/api/documents/[documentId]/route";
import { findApplication } from "@/lib/applications/queries/find";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { openDocument } from "@/lib/documents/queries";
import { scanDocument, scanDocuments } from "@/lib/jobs/scan-documents";
import { tellPeople } from "@/lib/jobs/tell-people";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { findThread } from "@/lib/messages/queries/find-thread";
import { findReview } from "@/lib/reviews/queries/find-review";
import { incomingFolder } from "@/lib/storage/incoming";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import { submit, versionOf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { started } from "@/tests/factories/messages";
import { newExporter, newOfficer } from "@/tests/factories/people";
import {
  infections,
  inStore,
  lying,
  mailsOf,
  scannedDraft,
  stateOf,
} from "@/tests/factories/scanned";
import { startClamd } from "@/tests/stand-ins/clamd";
import { eicar } from "@/tests/stand-ins/eicar";

let viewer: Viewer;
vi.mock("@/lib/auth/viewers", () => ({ currentViewers: () => Promise.resolve([viewer]) }));
// Whom a file was not given is noted of a person who is signed in: here there is no session.
vi.mock("@/lib/auth/current", () => ({ currentPerson: () => Promise.resolve(null) }));

let clamd: Awaited<ReturnType<typeof startClamd>>;
beforeAll(async () => {
  clamd = await startClamd();
  process.env["CLAMAV_HOST"] = `127.0.0.1:${clamd.at().port}`;
  process.env["CLAMAV_SECONDS"] = "1";
});
afterAll(() => clamd.stop());
beforeEach(() => clamd.behave({ kind: "scans" }));

async function opens(who: Viewer, documentId: string): Promise<boolean> {
  viewer = who;
  const opened = await openDocument(who, documentId);
  await opened?.stream.cancel();
  const params = Promise.resolve({ documentId });
  const answer = await download(new Request("http://localhost/"), { params });
  await answer.body?.cancel();
  expect(answer.status).toBe(opened ? 200 : 404);
  return opened !== null;
}

describe("a file that comes in", () => {
  const attach = async (owner: Viewer, id: string, content: string) =>
    addDocument(owner, { applicationId: id }, "other", await cameIn("a.txt", Buffer.from(content)));
  const jobs = (documentId: string) => db().$queryRaw<object[]>`
    SELECT 1 FROM graphile_worker._private_jobs WHERE payload ->> 'documentId' = ${documentId}`;

  it("is stored as clean once the scanner has said so", async () => {
    const { owner, id } = await scannedDraft();
    const added = await attach(owner, id, "rough diamonds");
    const documentId = added.ok ? added.value.documentId : "";
    expect(await stateOf(documentId)).toMatchObject({ scan: "clean", threat: null });
    expect(await jobs(documentId)).toEqual([]);
    expect(await opens(owner, documentId)).toBe(true);
  });

  it("is refused with a virus in it: nothing is kept but what the scanner calls it", async () => {
    const { owner, id } = await scannedDraft();
    const stored = async () => {
      const keys: string[] = [];
      for await (const { key } of storage().list()) keys.push(key);
      return [keys.length, (await readdir(incomingFolder())).length];
    };
    const before = await stored();
    expect(await attach(owner, id, eicar)).toEqual({ ok: false, error: "infected" });
    expect(await stored()).toEqual(before);
    expect(await db().document.count({ where: { applicationId: id, kind: "other" } })).toBe(0);
    expect(await infections(id)).toMatchObject([
      {
        actorId: owner.userId,
        data: { documentId: null, name: "a.txt", threat: "Eicar-Signature" },
      },
    ]);
    expect(await mailsOf(id)).toEqual([]);
    clamd.behave({ kind: "takesAtMost", bytes: 5 });
    expect(await attach(owner, id, "diamonds")).toEqual({ ok: false, error: "unscannable" });
    expect(await stored()).toEqual(before);
  });

  it("waits where the scanner gives no answer, with a job that asks again", async () => {
    const { owner, id } = await scannedDraft();
    clamd.behave({ kind: "answers", text: "stream: OK, surely\0" });
    const added = await attach(owner, id, "rough diamonds");
    const documentId = added.ok ? added.value.documentId : "";
    expect(await stateOf(documentId)).toMatchObject({ scan: "waiting", scannedAt: null });
    expect(await jobs(documentId)).toHaveLength(1);
    expect(await opens(owner, documentId)).toBe(false);
    expect(await submit(owner, id)).toMatchObject({ ok: false, error: "blocked" });
  });
});

describe("a file in quarantine", () => {
  it("is opened by nobody and keeps its application here until it is found clean", async () => {
    const { owner, id } = await scannedDraft();
    const officer = await newOfficer("reviewer");
    const document = await lying(owner, id, "waiting", "rough diamonds");
    expect(await opens(owner, document.id)).toBe(false);
    expect(await db().event.count({ where: { applicationId: id, kind: "document.read" } })).toBe(0);
    const blocked = await submit(owner, id);
    expect(!blocked.ok && blocked.error === "blocked" && blocked.findings).toMatchObject([
      {
        ...{ rule: "R25", severity: "block", outcome: "conflict", section: "documents" },
        params: { name: { value: "list.txt" } },
      },
    ]);

    clamd.behave({ kind: "hangs" });
    await expect(scanDocument(document.id)).rejects.toThrow("away");
    expect(await stateOf(document.id)).toMatchObject({ scan: "waiting", removedAt: null });

    clamd.behave({ kind: "scans" });
    await scanDocument(document.id);
    const clean = await stateOf(document.id);
    expect(clean).toMatchObject({ scan: "clean", threat: null });
    expect(clean.scannedAt).not.toBeNull();
    expect(await opens(owner, document.id)).toBe(true);
    expect((await submit(owner, id)).ok).toBe(true);
    expect(await opens(officer, document.id)).toBe(true);
    // What is frozen says nothing of a check that may be made again.
    const { snapshot } = await db().submission.findFirstOrThrow({ where: { applicationId: id } });
    expect(JSON.stringify(snapshot)).not.toContain("scan");
  });

  it("is gone once it is found infected: bytes, list and page, and whoever added it is told", async () => {
    const { owner, id } = await scannedDraft();
    const document = await lying(owner, id, "waiting", `x${eicar}`);
    const before = await versionOf(id);
    // The job and the timetable at the same time.
    await Promise.all([scanDocument(document.id), scanDocuments(), scanDocument(document.id)]);
    const gone = await stateOf(document.id);
    expect(gone).toMatchObject({ scan: "infected", threat: "Eicar-Signature" });
    expect([gone.removedAt, gone.bytesRemovedAt]).not.toContain(null);
    expect(await inStore(document.key)).toBe(false);
    expect(await opens(owner, document.id)).toBe(false);
    expect(await versionOf(id)).toBe(before + 1);
    const application = await findApplication(owner, id);
    expect(application?.documents.map(({ name }) => name)).not.toContain("list.txt");
    expect(application?.infected).toMatchObject([{ id: document.id, threat: "Eicar-Signature" }]);
    expect(await infections(id)).toMatchObject([
      { actorRole: "system", data: { documentId: document.id, threat: "Eicar-Signature" } },
    ]);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
    expect(await mailsOf(id)).toEqual([`fileRemoved ${email}`]);
    // It is simply missing then.
    expect((await submit(owner, id)).ok).toBe(true);
    expect((await findApplication(owner, id))?.infected).toEqual([]);
  });
});

describe("by the timetable", () => {
  it("tells the office too where it was sent what is found later", async () => {
    const { owner, id } = await scannedDraft();
    const officer = await newOfficer("reviewer");
    const document = await lying(owner, id, "unscanned", eicar);
    expect((await submit(owner, id)).ok).toBe(true);
    expect(await opens(officer, document.id)).toBe(true);
    expect((await findReview(officer, id))?.documents).toContainEqual(
      expect.objectContaining({ id: document.id, scan: "unscanned" }),
    );
    await scanDocuments();
    expect(await opens(officer, document.id)).toBe(false);
    expect(await inStore(document.key)).toBe(false);
    expect((await findReview(officer, id))?.documents).toContainEqual(
      expect.objectContaining({ id: document.id, scan: "infected" }),
    );
    const { email } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
    expect((await mailsOf(id)).sort()).toEqual(
      [`fileRemoved ${email}`, `officeFileRemoved ${process.env["OFFICE_MAILBOX"]}`].sort(),
    );
  });

  it("tells the office too of a file that came with a message, which names it still", async () => {
    const { exporterId, owner } = await newExporter();
    const officer = await newOfficer("reviewer");
    const { threadId, messageId } = await started(owner, exporterId);
    const stored = await storeBytes(storage(), Buffer.from(eicar), "text/plain");
    const { id } = await db().document.create({
      data: {
        ...{ messageId, kind: "other", name: "list.txt", mediaType: "text/plain", ...stored },
        uploadedById: owner.userId,
      },
    });
    await sendMessage(owner, threadId, { messageId, text: "Here." });
    expect(await opens(officer, id)).toBe(true);
    await scanDocuments();
    expect(await opens(officer, id)).toBe(false);
    expect(await stateOf(id)).toMatchObject({ scan: "infected" });
    const { messages } = (await findThread(officer, threadId)) ?? {};
    expect(messages?.[0]?.documents).toMatchObject([{ name: "list.txt", scan: "infected" }]);
    const event = await db().event.findFirstOrThrow({
      where: { exporterId, kind: "document.infected" },
    });
    await tellPeople(event.id);
    const mails = await db().mail.findMany({ where: { eventId: event.id } });
    const told = mails.map(({ template, data }) => ({ template, data }));
    expect(told.sort((a, b) => a.template.localeCompare(b.template))).toMatchObject([
      { template: "fileRemoved", data: { threadId, side: "exporter" } },
      { template: "officeFileRemoved", data: { threadId } },
    ]);
  });

  it("goes on past files that are lost, altered, too large, or crash the scanner", async () => {
    const { owner, id } = await scannedDraft();
    const lost = await lying(owner, id, "waiting", "lost");
    await storage().remove(lost.key);
    const altered = await lying(owner, id, "waiting", "altered");
    const other = await storeBytes(storage(), Buffer.from("other bytes"), "text/plain");
    const swapped = await db().document.create({
      data: {
        ...{ applicationId: id, kind: "other", name: "b.txt", mediaType: "text/plain", ...other },
        ...{ sha256: altered.sha256, scan: "waiting", uploadedById: owner.userId },
      },
    });
    const older = await lying(owner, id, "unscanned", "from before there was a scanner");
    await scanDocuments();
    expect(await stateOf(lost.id)).toMatchObject({ scan: "waiting" });
    expect(await stateOf(swapped.id)).toMatchObject({ scan: "waiting" });
    expect(await stateOf(altered.id)).toMatchObject({ scan: "clean" });
    expect(await stateOf(older.id)).toMatchObject({ scan: "clean" });

    const large = await lying(owner, id, "waiting", "x".repeat(200_000));
    clamd.behave({ kind: "takesAtMost", bytes: 100_000 });
    await scanDocuments();
    expect(await stateOf(large.id)).toMatchObject({ scan: "waiting" });
    expect(await opens(owner, large.id)).toBe(false);

    const first = await lying(owner, id, "waiting", "x".repeat(200_000));
    const second = await lying(owner, id, "waiting", "y");
    clamd.behave({ kind: "closesMidway", bytes: 100_000 });
    for (let minutes = 0; minutes < 3; minutes += 1) await scanDocuments();
    expect(await stateOf(first.id)).toMatchObject({ scan: "waiting" });
    expect(await stateOf(second.id)).toMatchObject({ scan: "clean" });
  });

  it("finishes a removal that broke off", async () => {
    const { owner, id } = await scannedDraft();
    const document = await lying(owner, id, "infected", eicar);
    await db().document.update({ where: { id: document.id }, data: { removedAt: new Date(0) } });
    await scanDocuments();
    expect((await stateOf(document.id)).bytesRemovedAt).not.toBeNull();
    expect(await inStore(document.key)).toBe(false);
    await expect(scanDocument(randomUUID())).resolves.toBeUndefined();
  });
});
