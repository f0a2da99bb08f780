import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { saveDraft } from "./commands/save-draft";
import { findThread, openThread } from "./queries/find-thread";
import { findMatter, listMatters } from "./queries/list-matters";
import { listThreads } from "./queries/list-threads";
import { threadFilter } from "./schema-list";
import type { ExporterViewer, OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { reply, sent, started } from "@/tests/factories/messages";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";

/* Long conversations, and many of them: page by page. */

let exporterId: string;
let owner: ExporterViewer;
let officer: OfficerViewer;
beforeEach(async () => {
  ({ exporterId, owner } = await newExporter());
  officer = await newOfficer("reviewer");
});

/** A conversation of 120 messages, a question and its answer at the same instant each time. */
async function long() {
  const { threadId } = await started(owner, exporterId);
  const first = Date.parse("2026-03-02T15:00:00Z");
  const ids: string[] = [];
  for (let i = 0; i < 120; i += 1) {
    const at = new Date(first + Math.floor(i / 2) * 60_000);
    const by =
      i % 2 === 0
        ? ({ side: "exporter", authorId: owner.userId } as const)
        : ({ side: "office", authorId: officer.userId } as const);
    const { id } = await db().message.create({
      data: { threadId, ...by, text: `Message ${i}`, savedAt: at, sentAt: at },
    });
    ids.push(id);
  }
  return { threadId, ids };
}

const ids = (thread: Awaited<ReturnType<typeof findThread>>) =>
  thread?.messages.map(({ id }) => id) ?? [];

describe("a conversation of 120 messages", () => {
  it("is read 50 at a time, the newest first, on either side", async () => {
    const { threadId, ids: written } = await long();
    const messageId = (await findThread(owner, threadId))?.draft?.id;
    for (const viewer of [owner, officer]) {
      const newest = await findThread(viewer, threadId);
      expect(newest).toMatchObject({ placed: false });
      const middle = await findThread(viewer, threadId, newest?.older ?? "");
      const oldest = await findThread(viewer, threadId, middle?.older ?? "");
      expect([newest, middle, oldest].map((each) => ids(each).length)).toEqual([50, 50, 20]);
      expect([...ids(oldest), ...ids(middle), ...ids(newest)]).toEqual(written);
      expect(oldest).toMatchObject({ older: null, placed: true });
      // What its reader is writing is at hand on every page.
      for (const page of [newest, middle, oldest]) {
        expect(page?.draft?.id).toBe(viewer === owner ? messageId : undefined);
      }
      for (const nowhere of ["x", `~${randomUUID()}`, `2026-99-99T15:00:00.000Z~${randomUUID()}`]) {
        expect(ids(await findThread(viewer, threadId, nowhere))).toEqual(ids(newest));
      }
    }
    const { older = "" } = (await findThread(owner, threadId)) ?? {};
    expect(await findThread((await newExporter()).owner, threadId, older ?? "")).toBeNull();
  });

  it("is read up to the newest message that was shown", async () => {
    const { threadId } = await long();
    const { older } = (await findThread(owner, threadId)) ?? {};
    expect(await openThread(owner, threadId, older ?? "")).toMatchObject({ unread: 25 });
    expect(await findThread(owner, threadId)).toMatchObject({ unread: 25 });
    await openThread(owner, threadId);
    expect(await findThread(owner, threadId)).toMatchObject({ unread: 0 });
  });
});

it("is read by the office once somebody has opened it who may answer", async () => {
  const { threadId } = await sent(owner, exporterId);
  const belonged = await newOfficer("reviewer");
  const ended = { kind: "representative", acceptedAt: new Date(), endedAt: new Date() } as const;
  await db().mandate.create({ data: { exporterId, userId: belonged.userId, ...ended } });
  const read = async (viewer: Viewer) =>
    (await findThread(viewer, threadId))?.messages.map(({ readByOther }) => readByOther);
  for (const viewer of [await newOfficer("auditor"), belonged]) {
    await openThread(viewer, threadId);
    expect(await read(owner)).toEqual([false]);
  }
  await openThread(officer, threadId);
  expect(await read(owner)).toEqual([true]);
  await reply(officer, threadId, "Yes.");
  expect(await read(officer)).toEqual([false, false]);
  await openThread(await newRepresentative(exporterId, ["view"]), threadId);
  expect(await read(officer)).toEqual([false, true]);
});

describe("the list", () => {
  it("goes on and back page by page, what was never sent first", async () => {
    const made: string[] = [];
    for (let i = 0; i < 6; i += 1) made.unshift((await sent(owner, exporterId)).threadId);
    for (let i = 0; i < 5; i += 1) made.unshift((await started(owner, exporterId)).threadId);
    await saveDraft(owner, made.at(-1) ?? "", { messageId: randomUUID(), text: "And" });
    const filter = threadFilter.parse({});
    const page = (said: Partial<typeof filter>) =>
      listThreads(owner, exporterId, { ...filter, ...said }, 3);
    const pages = [await page({})];
    for (let after = pages[0]?.next; after; after = pages.at(-1)?.next) {
      pages.push(await page({ after }));
    }
    const rows = pages.map((each) => each.rows.map(({ id }) => id));
    expect(rows.map(({ length }) => length)).toEqual([3, 3, 3, 2]);
    const order = rows.flat();
    // Of those never sent and of those sent in one instant, the later begun is first.
    expect(order.slice(0, 5)).toEqual([...made.slice(0, 5)].sort().reverse());
    expect([...order].sort()).toEqual([...made].sort());
    expect(pages[0]?.previous).toBeNull();
    const back: string[][] = [];
    for (let before = pages.at(-1)?.previous; before;) {
      const each = await page({ before });
      back.unshift(each.rows.map(({ id }) => id));
      before = each.previous;
    }
    expect(back).toEqual(rows.slice(0, -1));
    expect((await page({ after: "x~y" })).rows.map(({ id }) => id)).toEqual(rows[0]);
  });
});

describe("what a new conversation is about", () => {
  it("is what the address names, and among the choices however old it is", async () => {
    const { id, number } = await newImportCertificate({ exporterId });
    const asked = { kind: "import", id, number, exporterId };
    for (const viewer of [owner, officer]) {
      const found = await findMatter(viewer, `import:${id}`);
      expect(found).toEqual(asked);
      expect(await listMatters(viewer, exporterId, found)).toEqual([
        { kind: "import", id, number },
      ]);
      expect(await listMatters(viewer, exporterId, found && { ...found, id: "older" })).toEqual([
        { ...asked, id: "older" },
        { kind: "import", id, number },
      ]);
    }
    for (const said of ["general", "import:", `application:${id}`, "x", undefined, ["a"]]) {
      expect(await findMatter(owner, said)).toBeNull();
    }
    expect(await findMatter((await newExporter()).owner, `import:${id}`)).toBeNull();
  });
});
