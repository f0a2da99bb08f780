import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { assignThread } from "@/lib/messages/commands/assign-thread";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { settleThread } from "@/lib/messages/commands/settle-thread";
import { inboxFilter, type InboxFilter } from "@/lib/messages/inbox-filter";
import { countInbox } from "@/lib/messages/queries/count-inbox";
import { findInboxThread } from "@/lib/messages/queries/find-inbox-thread";
import { findThread } from "@/lib/messages/queries/find-thread";
import { listAnswerers } from "@/lib/messages/queries/list-answerers";
import { listInbox } from "@/lib/messages/queries/list-inbox";
import { reply, sent } from "@/tests/factories/messages";
import { newSubmitted } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";

/* The office's conversations: what waits, who answers, and what an exporter never sees of it. */

let exporterId: string;
let owner: ExporterViewer;
let nora: OfficerViewer;
let samir: OfficerViewer;
beforeEach(async () => {
  ({ exporterId, owner } = await newExporter());
  nora = await newOfficer("reviewer");
  samir = await newOfficer("signatory");
});

const done = { ok: true, value: undefined };
const refused = (error: string) => ({ ok: false, error });
/** Only those of this test are looked for: others use the same database. */
const word = () => `Q${randomUUID().replaceAll("-", "")}`;

async function listed(viewer: OfficerViewer, said: Partial<InboxFilter>) {
  const { rows } = await listInbox(viewer, inboxFilter.parse({ view: "all", ...said }));
  return rows;
}
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

async function ownOfficer(ended: boolean): Promise<OfficerViewer> {
  const officer = await newOfficer("reviewer");
  const at = new Date("2026-01-05T15:00:00Z");
  await db().mandate.create({
    data: {
      exporterId,
      userId: officer.userId,
      kind: "representative",
      permissions: ["view"],
      acceptedAt: at,
      ...(ended ? { endedAt: at } : {}),
    },
  });
  return officer;
}

async function seenAt(threadId: string): Promise<Date> {
  const { lastMessageAt } = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
  if (!lastMessageAt) throw new Error("nothing was sent");
  return lastMessageAt;
}

describe("the inbox", () => {
  it("has what waits first, the longest first, then what is answered, the newest first", async () => {
    const q = word();
    const [a, b, c, d] = [
      await sent(owner, exporterId, { subject: q }),
      await sent(owner, exporterId, { subject: q }),
      await sent(owner, exporterId, { subject: q }),
      await sent(owner, exporterId, { subject: q }),
    ];
    await reply(nora, a.threadId, "Yes.");
    await reply(nora, c.threadId, "No.");
    // Of what waits the oldest message counts, however often the exporter writes again.
    await reply(owner, b.threadId, "And?");
    const rows = await listed(nora, { q });
    expect(ids(rows)).toEqual([b, d, c, a].map(({ threadId }) => threadId));
    expect(rows[0]).toMatchObject({
      unread: true,
      mine: false,
      assignedTo: null,
      ownProfile: false,
    });
    expect(rows[0]?.waited).toBeGreaterThanOrEqual(0);
    expect(rows[2]).toMatchObject({ waited: null, unread: false });
    expect(ids(await listed(nora, { q, view: "waiting" }))).toEqual([b.threadId, d.threadId]);
    expect(ids(await listed(nora, { q, view: "theirs" }))).toEqual([c.threadId, a.threadId]);
  });

  it("has views of what is mine and of what is nobody's, and counts them", async () => {
    const q = word();
    const [a, b] = [
      await sent(owner, exporterId, { subject: q }),
      await sent(owner, exporterId, { subject: q }),
    ];
    const before = await countInbox(nora);
    expect(await assignThread(nora, a.threadId, nora.userId, null)).toEqual(done);
    expect(ids(await listed(nora, { q, view: "mine" }))).toEqual([a.threadId]);
    expect(ids(await listed(nora, { q, view: "unassigned" }))).toEqual([b.threadId]);
    expect(ids(await listed(samir, { q, view: "mine" }))).toEqual([]);
    const after = await countInbox(nora);
    expect(after.mine).toBe(before.mine + 1);
    expect(after.unassigned).toBe(before.unassigned - 1);
    expect(after.waiting).toBe(before.waiting);
  });

  it("is looked through by subject, by what was sent, by exporter and by number", async () => {
    const q = word();
    const applicationId = await newSubmitted(owner, exporterId);
    const { number } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    const about = { about: "application", matterId: applicationId } as const;
    const { threadId } = await sent(owner, exporterId, {
      ...about,
      subject: `Écluse ${q}`,
      text: `The invoice of ${q}bis`,
    });
    const other = await sent(owner, exporterId, { subject: "x" });
    const { legalName } = await db().exporter.findUniqueOrThrow({ where: { id: exporterId } });
    for (const typed of [
      `ecluse ${q}`,
      `${q}bis INVOICE`,
      `${q.slice(0, 20)} ${legalName}`,
      number ?? "none",
      (number ?? "none").toLowerCase().replaceAll("-", " "),
    ]) {
      expect(ids(await listed(nora, { q: typed })), typed).toEqual([threadId]);
    }
    expect(ids(await listed(nora, { q: `${q} nowhere` }))).toEqual([]);
    expect(ids(await listed(nora, { q: "%" }))).toEqual([]);
    expect(ids(await listed(nora, { q: legalName, about: "application" }))).not.toContain(
      other.threadId,
    );
    // What is still being written is nobody's business.
    const drafted = `${q}draft`;
    await db().message.create({
      data: { threadId, side: "exporter", authorId: owner.userId, text: drafted },
    });
    expect(ids(await listed(nora, { q: drafted }))).toEqual([]);
  });

  it("turns pages without a gap, and is not led astray by a made-up place", async () => {
    const q = word();
    const all: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      const { threadId } = await sent(owner, exporterId, { subject: q });
      if (i % 3 === 0) await reply(nora, threadId, "Yes.");
      all.push(threadId);
    }
    const filter = inboxFilter.parse({ view: "all", q });
    const first = await listInbox(nora, filter);
    expect(first.rows).toHaveLength(25);
    const second = await listInbox(nora, { ...filter, after: first.next ?? "" });
    expect(second.next).toBeNull();
    expect(ids([...first.rows, ...second.rows]).sort()).toEqual(all.sort());
    for (const after of ["waiting~x~y", "'; DROP", `answered~2026-13-45T00:00:00.000Z~${all[0]}`]) {
      expect((await listInbox(nora, { ...filter, after })).rows).toHaveLength(25);
    }
  });
});

describe("who answers a conversation", () => {
  it("is one, where two take it at once", async () => {
    const { threadId } = await sent(owner, exporterId);
    const both = await Promise.all([
      assignThread(nora, threadId, nora.userId, null),
      assignThread(samir, threadId, samir.userId, null),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = both[0].ok ? nora : samir;
    expect(both.find(({ ok }) => !ok)).toEqual({ ...refused("held"), by: winner.name });
    const { assignedToId } = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
    expect(assignedToId).toBe(winner.userId);
    const events = await db().event.findMany({
      where: { kind: "thread.assigned", exporterId },
    });
    expect(events).toMatchObject([
      { actorId: winner.userId, data: { threadId, to: winner.userId } },
    ]);
  });

  it("changes from what was seen only, and a second press finds it done", async () => {
    const { threadId } = await sent(owner, exporterId);
    expect(await assignThread(nora, threadId, samir.userId, null)).toEqual(done);
    expect(await assignThread(nora, threadId, samir.userId, null)).toEqual(done);
    expect(await assignThread(nora, threadId, null, samir.userId)).toEqual(done);
    expect(await assignThread(samir, threadId, nora.userId, samir.userId)).toEqual(
      refused("released"),
    );
    expect(await db().event.count({ where: { kind: "thread.assigned", exporterId } })).toBe(2);
  });

  it("is a reviewer or signatory who never belonged to the exporter", async () => {
    const { threadId } = await sent(owner, exporterId);
    const auditor = await newOfficer("auditor");
    const administrator = await newOfficer("administrator");
    for (const viewer of [auditor, administrator]) {
      const take = assignThread(viewer, threadId, viewer.userId, null);
      expect(await take).toEqual(refused("notAllowed"));
      expect(await assignThread(nora, threadId, viewer.userId, null)).toEqual(
        refused("notAnswering"),
      );
    }
    expect(await assignThread(nora, threadId, randomUUID(), null)).toEqual(refused("notAnswering"));
    expect(await assignThread(nora, threadId, "nobody", null)).toEqual(refused("notAnswering"));
    expect(await assignThread(nora, randomUUID(), nora.userId, null)).toEqual(refused("notFound"));
    for (const ended of [false, true]) {
      const own = await ownOfficer(ended);
      expect(await assignThread(own, threadId, own.userId, null)).toEqual(refused("ownProfile"));
      expect(await assignThread(nora, threadId, own.userId, null)).toEqual(refused("notAnswering"));
      const offered = await listAnswerers(nora, threadId);
      expect(ids(offered)).toContain(samir.userId);
      expect(ids(offered)).not.toContain(own.userId);
    }
    expect(await listAnswerers(auditor, threadId)).toEqual([]);
  });
});

describe("that nothing needs an answer", () => {
  it("is said once of what was read, and never of what came meanwhile", async () => {
    const { threadId } = await sent(owner, exporterId);
    const seen = await seenAt(threadId);
    await reply(owner, threadId, "Something else.");
    expect(await settleThread(nora, threadId, seen)).toEqual(refused("newer"));
    expect(await settleThread(nora, threadId, new Date(NaN))).toEqual(refused("newer"));
    const newer = await seenAt(threadId);
    const both = await Promise.all([
      settleThread(nora, threadId, newer),
      settleThread(samir, threadId, newer),
    ]);
    expect(both).toContainEqual(done);
    expect(both).toContainEqual(refused("notWaiting"));
    const { waitingSince } = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
    expect(waitingSince).toBeNull();
    expect(await db().event.count({ where: { kind: "thread.settled", exporterId } })).toBe(1);
    await reply(owner, threadId, "Still there?");
    expect(await findThread(nora, threadId)).toMatchObject({
      waitingSince: expect.any(Date) as Date,
    });
  });

  it("is not for auditors, administrators and officers of the exporter to say", async () => {
    const { threadId } = await sent(owner, exporterId);
    const seen = await seenAt(threadId);
    for (const role of ["auditor", "administrator"] as const) {
      const viewer = await newOfficer(role);
      expect(await settleThread(viewer, threadId, seen)).toEqual(refused("notAllowed"));
    }
    expect(await settleThread(await ownOfficer(true), threadId, seen)).toEqual(
      refused("ownProfile"),
    );
  });
});

describe("what the office knows of a conversation", () => {
  it("is who may do what", async () => {
    const { threadId } = await sent(owner, exporterId);
    const auditor = await newOfficer("auditor");
    const own = await ownOfficer(true);
    const stated = [
      { viewer: nora, mayWrite: true, mayRegister: true, ownProfile: false },
      { viewer: samir, mayWrite: true, mayRegister: false, ownProfile: false },
      { viewer: auditor, mayWrite: false, mayRegister: false, ownProfile: false },
      { viewer: own, mayWrite: false, mayRegister: false, ownProfile: true },
    ];
    for (const { viewer, mayWrite, mayRegister, ownProfile } of stated) {
      expect(await findThread(viewer, threadId)).toMatchObject({ mayWrite });
      const office = await findInboxThread(viewer, threadId);
      expect(office).toMatchObject({ mayRegister, ownProfile });
    }
    const text = { messageId: randomUUID(), text: "x" };
    expect(await sendMessage(own, threadId, text)).toEqual(refused("ownProfile"));
    expect(await findInboxThread(nora, "no id")).toBeNull();
  });
});
