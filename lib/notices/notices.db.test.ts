import { beforeAll, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { markAllRead, markRead } from "@/lib/notices/commands/mark-read";
import { setPreferences } from "@/lib/notices/commands/set-preferences";
import {
  countUnreadNotices,
  findNewestNotice,
  findPreferences,
  listNotices,
  openNotice,
} from "@/lib/notices/queries";
import { noticeFilter, type NoticeFilter } from "@/lib/notices/schema";
import { mandateNotice, newNotice, overdueNotice, rejectedNotice } from "@/tests/factories/notices";
import { exporterViewer, newOfficer, newPerson } from "@/tests/factories/people";

/* What somebody sees of what they were told, and what they choose. */

const filter = (said: Partial<Record<keyof NoticeFilter, string>> = {}) => noticeFilter.parse(said);
let maya: ExporterViewer;
let luc: ExporterViewer;

beforeAll(async () => {
  [maya, luc] = await Promise.all([newPerson(), newPerson()]);
});

const listed = async (said: Parameters<typeof filter>[0] = {}, locale: "en" | "fr" = "en") =>
  (await listNotices(maya, filter(said), locale)).rows.map(({ id }) => id);

describe("the list", () => {
  let rejected: string;
  let overdue: string;
  let mandate: string;

  beforeAll(async () => {
    rejected = await newNotice(maya.userId, rejectedNotice("KPO-2026-7001"));
    overdue = await newNotice(maya.userId, overdueNotice("KPO-2026-7002"));
    mandate = await newNotice(maya.userId, mandateNotice("Forêt Écluse"));
    await newNotice(luc.userId, rejectedNotice("KPO-2026-7003"));
  });

  it("has one's own, newest first, with what each is about in the reader's language", async () => {
    const { rows, previous, next } = await listNotices(maya, filter(), "fr");
    expect(rows).toMatchObject([
      { id: mandate, type: "representatives", urgent: false, read: false, matter: "Forêt Écluse" },
      { id: overdue, type: "deadline", urgent: true, matter: "KPO-2026-7002" },
      {
        id: rejected,
        subject: "Demande KPO-2026-7001 rejetée",
        link: { address: expect.stringMatching(/^\/fr\/demandes\/[\w-]{36}/) as string },
      },
    ]);
    expect([previous, next]).toEqual([null, null]);
  });

  it("is searched in the subject as it is read, without accents, word by word, nothing standing for anything", async () => {
    expect(await listed({ text: "foret ECLUSE" })).toEqual([mandate]);
    expect(await listed({ text: "rejetee 7001" }, "fr")).toEqual([rejected]);
    expect(await listed({ text: "rejetee" }, "en")).toEqual([]);
    expect(await listed({ text: "7003" })).toEqual([]);
    for (const text of ["%", "_", "\\"]) expect(await listed({ text })).toEqual([]);
  });

  it("is narrowed by type, by day in Ottawa and to what is unread; what cannot be read is not said", async () => {
    expect(await listed({ type: "deadline" })).toEqual([overdue]);
    expect(await listed({ type: "nonsense" })).toHaveLength(3);
    expect(await listed({ from: "2000-01-01", until: "2001-01-01" })).toEqual([]);
    expect(await listed({ from: "2000-01-01" })).toHaveLength(3);
    expect(await listed({ from: "yesterday" })).toHaveLength(3);
    // The days the wrong way round: the list's form says so, and the second is not asked for.
    expect(await listed({ from: "2001-01-01", until: "2000-01-01" })).toHaveLength(3);
    expect(await listed({ after: "nonsense", before: "2026-13-45T00:00:00.000Z~x" })).toHaveLength(
      3,
    );
    await openNotice(maya, overdue, "en");
    expect(await listed({ unread: "yes" })).toEqual([mandate, rejected]);
  });

  it("goes on in pages that hold their place", async () => {
    const first = await listNotices(maya, filter(), "en", 2);
    expect(first.rows.map(({ id }) => id)).toEqual([mandate, overdue]);
    const second = await listNotices(maya, filter({ after: first.next ?? "" }), "en", 2);
    expect(second.rows.map(({ id }) => id)).toEqual([rejected]);
    expect(second.next).toBeNull();
    const back = await listNotices(maya, filter({ before: second.previous ?? "" }), "en", 2);
    expect(back.rows.map(({ id }) => id)).toEqual([mandate, overdue]);
    expect(back.previous).toBeNull();
  });
});

describe("reading", () => {
  it("is noted once, when it is opened or marked, and counted", async () => {
    const person = await newPerson();
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push(await newNotice(person.userId, rejectedNotice()));
    const [first = "", second = ""] = ids;
    expect(await countUnreadNotices(person)).toBe(3);
    // What is opened now is not counted in the header of its own page.
    expect(await countUnreadNotices(person, { noticeId: first })).toBe(2);
    expect(await countUnreadNotices(person, { noticeId: "nonsense" })).toBe(3);
    expect(await openNotice(person, first, "en")).toMatchObject({ id: first });
    const { readAt } = await db().notice.findUniqueOrThrow({ where: { id: first } });
    expect(readAt).not.toBeNull();
    expect(await openNotice(person, first, "en")).toMatchObject({ read: true });
    expect(await markRead(person, first)).toEqual({ ok: true, value: undefined });
    expect(await db().notice.findUnique({ where: { id: first } })).toMatchObject({ readAt });
    expect(await markRead(person, second)).toEqual({ ok: true, value: undefined });
    expect(await countUnreadNotices(person)).toBe(1);
    await expect(
      db().notice.update({ where: { id: first }, data: { readAt: null } }),
    ).rejects.toThrow(/read once/);
  });

  it("of all goes up to the newest that was seen: what came since stays unread", async () => {
    const person = await newPerson();
    const seen = [];
    for (let i = 0; i < 3; i += 1) seen.push(await newNotice(person.userId, rejectedNotice()));
    const newest = (await findNewestNotice(person)) ?? "";
    expect(newest).toBe(seen.at(-1));
    const since = await newNotice(person.userId, overdueNotice());
    expect(await markAllRead(person, newest)).toEqual({ ok: true, value: { marked: 3 } });
    expect(await markAllRead(person, newest)).toEqual({ ok: true, value: { marked: 0 } });
    const unread = await db().notice.findMany({ where: { userId: person.userId, readAt: null } });
    expect(unread.map(({ id }) => id)).toEqual([since]);
  });

  it("by two at once marks each once", async () => {
    const person = await newPerson();
    for (let i = 0; i < 4; i += 1) await newNotice(person.userId, rejectedNotice());
    const newest = (await findNewestNotice(person)) ?? "";
    const done = await Promise.all([markAllRead(person, newest), markAllRead(person, newest)]);
    const marked = done.map((each) => (each.ok ? each.value.marked : Number.NaN));
    expect(marked.reduce((sum, each) => sum + each, 0)).toBe(4);
  });

  it("of another's is refused, as of one that never was", async () => {
    const id = await newNotice(luc.userId, rejectedNotice());
    for (const asked of [id, crypto.randomUUID(), "nonsense"]) {
      expect(await openNotice(maya, asked, "en")).toBeNull();
      expect(await markRead(maya, asked)).toEqual({ ok: false, error: "notFound" });
      expect(await markAllRead(maya, asked)).toEqual({ ok: false, error: "notFound" });
    }
    expect(await db().notice.findUnique({ where: { id } })).toMatchObject({ readAt: null });
  });

  it("of a kind that this version of the portal does not know shows its subject", async () => {
    const eventId = (await db().event.findFirstOrThrow({ select: { id: true } })).id;
    const { id } = await db().notice.create({
      data: {
        eventId,
        userId: maya.userId,
        type: "formerly",
        template: "formerly",
        urgent: false,
        data: {},
        subjectEn: "Something of old",
        subjectFr: "Une chose ancienne",
      },
    });
    expect(await openNotice(maya, id, "fr")).toMatchObject({
      subject: "Une chose ancienne",
      type: null,
      link: null,
      content: null,
      matter: null,
    });
  });
});

describe("preferences", () => {
  let nora: OfficerViewer;
  beforeAll(async () => {
    nora = await newOfficer("reviewer");
  });

  it("are email until somebody chooses, and are kept with the language", async () => {
    const person = await newPerson();
    const before = await findPreferences(person);
    expect(new Set(before.types.map(({ channel }) => channel))).toEqual(new Set(["email"]));
    expect(before).toMatchObject({
      language: "en",
      address: expect.stringContaining("@") as string,
    });
    const channels = { decision: "portal", messages: "email" } as const;
    expect(await setPreferences(person, { language: "fr", channels })).toMatchObject({ ok: true });
    const { types, language } = await findPreferences(person);
    expect(language).toBe("fr");
    expect(types.find(({ type }) => type === "decision")).toMatchObject({ channel: "portal" });
    expect(types.find(({ type }) => type === "messages")).toMatchObject({ channel: "email" });
    // What did not change leaves no trace.
    await setPreferences(person, { language: "fr", channels });
    const events = await db().event.findMany({
      where: { actorId: person.userId, kind: "person.changed" },
    });
    expect(events.map(({ data }) => data)).toEqual([{ fields: ["notices", "language"] }]);
    await setPreferences(person, { language: "fr", channels: { decision: "email" } });
    const again = await findPreferences(person);
    expect(again.types.find(({ type }) => type === "decision")).toMatchObject({ channel: "email" });
  });

  it("cannot switch off what is urgent, nor have what is not offered; then nothing of it is kept", async () => {
    for (const [viewer, channels, error] of [
      [maya, { decision: "portal", deadline: "portal" }, "urgentAlwaysByEmail"],
      [nora, { account: "digest" }, "urgentAlwaysByEmail"],
      [maya, { messages: "digest" }, "notOffered"],
    ] as const) {
      expect(await setPreferences(viewer, { language: "fr", channels })).toEqual({
        ok: false,
        error,
      });
      expect(await db().noticePreference.count({ where: { userId: viewer.userId } })).toBe(0);
    }
    expect((await exporterViewer(maya.userId)).language).toBe("en");
    expect(
      await setPreferences(nora, { language: "en", channels: { office: "digest" } }),
    ).toMatchObject({ ok: true });
  });

  it("set twice at once are kept as one of the two", async () => {
    const person = await newPerson();
    const set = (channel: "portal" | "email") =>
      setPreferences(person, { language: "en", channels: { imports: channel } });
    expect(await Promise.all([set("portal"), set("portal")])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect(
      await db().noticePreference.findMany({ where: { userId: person.userId } }),
    ).toMatchObject([{ type: "imports", channel: "portal" }]);
  });

  it("say that mail goes nowhere while no address is confirmed", async () => {
    const person = await newPerson();
    await db().user.update({ where: { id: person.userId }, data: { emailVerified: null } });
    expect(await findPreferences(person)).toMatchObject({ address: null });
  });
});
