import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { hideBroadcast } from "@/lib/broadcasts/commands/hide";
import { planBroadcast } from "@/lib/broadcasts/commands/plan";
import { takeBack } from "@/lib/broadcasts/commands/take-back";
import { publishDue } from "@/lib/broadcasts/publish";
import { bannersFor, findBroadcast, listBroadcasts } from "@/lib/broadcasts/queries";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { tellPeople } from "@/lib/jobs/tell-people";
import { openNotice } from "@/lib/notices/queries";
import { announcement, newBroadcast, publishedEvent } from "@/tests/factories/broadcasts";
import { newBusinessNumber } from "@/tests/factories/business-number";
import { newExporter, newOfficer, newPerson, newRepresentative } from "@/tests/factories/people";

afterEach(() => setClock(null));

let ava: OfficerViewer;
let rita: OfficerViewer;
let exporter: Awaited<ReturnType<typeof newExporter>>;
let other: Awaited<ReturnType<typeof newExporter>>;
const number = newBusinessNumber();
beforeAll(async () => {
  ava = await newOfficer("administrator");
  rita = await newOfficer("reviewer");
  exporter = await newExporter({ businessNumber: number });
  other = await newExporter({ businessNumber: newBusinessNumber() });
});

const hour = 3_600_000;
const soon = (hours: number) => new Date(Date.now() + hours * hour);
const shows = async (id: string, viewer: Viewer | null) =>
  (await bannersFor(viewer, "en")).some((banner) => banner.id === id);

async function published(id: string): Promise<bigint> {
  await Promise.all([publishDue(), publishDue(), publishDue()]);
  const event = await publishedEvent(id);
  if (event === null) throw new Error("not published");
  return event;
}

const nameOf = async (id: string) =>
  (await db().exporter.findUniqueOrThrow({ where: { id } })).legalName;
const numberOf = async (id: string) =>
  (await db().exporter.findUniqueOrThrow({ where: { id } })).businessNumber ?? "";

const told = async (eventId: bigint) =>
  (await db().notice.findMany({ where: { eventId }, select: { userId: true } })).map(
    ({ userId }) => userId,
  );

describe("an announcement", () => {
  it("is planned by administrators alone, and once however often it is sent", async () => {
    expect(await planBroadcast(rita, randomUUID(), announcement())).toEqual({
      ok: false,
      error: "notAllowed",
    });
    const id = randomUUID();
    const twice = await Promise.all([1, 2].map(() => planBroadcast(ava, id, announcement())));
    expect(twice).toEqual(twice.map(() => ({ ok: true, value: { broadcastId: id } })));
    const where = { kind: "broadcast.planned", data: { path: ["broadcastId"], equals: id } };
    expect(await db().event.count({ where })).toBe(1);
    // Another administrator cannot take the same id for theirs.
    const cleo = await newOfficer("administrator");
    expect(await planBroadcast(cleo, id, announcement())).toMatchObject({ error: "notAllowed" });
    expect(await planBroadcast(ava, "not an id", announcement())).toMatchObject({ ok: false });
    const past = announcement({ shownUntil: soon(-1), shownFrom: soon(-2) });
    expect(await planBroadcast(ava, randomUUID(), past)).toMatchObject({ error: "past" });
    expect((await listBroadcasts(rita)).map((row) => row.id)).toContain(id);
  });

  it("is kept from when it really shows, where its time has begun before it is planned", async () => {
    const before = new Date();
    const begun = await newBroadcast(ava, { shownFrom: soon(-5) });
    const found = await findBroadcast(ava, begun);
    expect(found?.state).toBe("shown");
    expect(found?.shownFrom.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(found?.shownFrom).toEqual(found?.plannedAt);
    const shownFrom = soon(1);
    const later = await newBroadcast(ava, { shownFrom });
    expect((await findBroadcast(ava, later))?.shownFrom).toEqual(shownFrom);
  });

  it("says which business numbers nobody bears", async () => {
    const unknown = newBusinessNumber();
    const planned = announcement({ everybody: false, numbers: [number, unknown] });
    expect(await planBroadcast(ava, randomUUID(), planned)).toEqual({
      ok: false,
      error: "unknownExporters",
      lines: [{ typed: unknown, why: "unknown" }],
    });
  });

  it("finds an exporter by its legal name, unless another has the same", async () => {
    const mark = randomUUID().slice(0, 8);
    const names = [`Société Étoile ${mark}`, `Same, ${mark} Inc.`, `SAME, ${mark} inc.`];
    const [star] = await Promise.all(names.map((legalName) => newExporter({ legalName })));
    const numbers = [`societe etoile ${mark.toUpperCase()}`];
    const id = await newBroadcast(ava, { everybody: false, numbers });
    expect((await findBroadcast(ava, id))?.exporters).toMatchObject([{ id: star?.exporterId }]);
    const [twice, none] = [`same, ${mark} Inc.`, `Étoile ${mark}`];
    const unclear = announcement({ everybody: false, numbers: [...numbers, twice, none] });
    expect(await planBroadcast(ava, randomUUID(), unclear)).toMatchObject({
      error: "unknownExporters",
      lines: [
        { typed: twice, why: "several" },
        { typed: none, why: "unknownName" },
      ],
    });
  });

  it("shows in its time to those that it is for, until they hide it", async () => {
    const span = { shownFrom: soon(1), shownUntil: soon(3) };
    const forAll = await newBroadcast(ava, span);
    const forOne = await newBroadcast(ava, { ...span, everybody: false, numbers: [number] });
    expect(await shows(forAll, exporter.owner)).toBe(false);
    setClock(soon(2));
    for (const viewer of [null, exporter.owner, other.owner, rita]) {
      expect(await shows(forAll, viewer), viewer?.name).toBe(true);
      expect(await shows(forOne, viewer), viewer?.name).toBe(viewer === exporter.owner);
    }
    expect(await hideBroadcast(other.owner, forOne)).toMatchObject({ error: "notFound" });
    expect(await hideBroadcast(exporter.owner, forOne)).toEqual({ ok: true });
    const again = await Promise.all([1, 2].map(() => hideBroadcast(exporter.owner, forAll)));
    expect(again.some((hidden) => hidden.ok)).toBe(true);
    expect(await shows(forOne, exporter.owner)).toBe(false);
    expect(await shows(forAll, exporter.owner)).toBe(false);
    expect(await shows(forAll, other.owner)).toBe(true);
    setClock(soon(4));
    expect(await shows(forAll, null)).toBe(false);
  });

  it("is told once to whoever acts for its exporters when it begins to show", async () => {
    const agent = await newRepresentative(exporter.exporterId, ["view"]);
    await db().mandate.create({
      data: {
        exporterId: other.exporterId,
        userId: agent.userId,
        kind: "representative",
        acceptedAt: new Date(),
      },
    });
    const stranger = await newPerson();
    const id = await newBroadcast(ava, { urgent: true });
    const one = await newBroadcast(ava, { everybody: false, numbers: [number] });
    const [all, some] = [await published(id), await published(one)];
    const later = await newRepresentative(exporter.exporterId, ["view"]);
    await Promise.all([all, some, all, some].map(tellPeople));
    await tellPeople(all);
    const everybody = await told(all);
    for (const { userId } of [exporter.owner, other.owner, agent]) {
      expect(everybody.filter((each) => each === userId)).toHaveLength(1);
    }
    for (const { userId } of [stranger, rita, later]) expect(everybody).not.toContain(userId);
    const ofOne = await told(some);
    expect(ofOne).toContain(agent.userId);
    expect(ofOne).not.toContain(other.owner.userId);
    const mails = await db().mail.findMany({ where: { eventId: all } });
    expect(new Set(mails.map(({ template }) => template))).toEqual(new Set(["urgentAnnouncement"]));
    expect(mails).toHaveLength(everybody.length);
    expect(await findBroadcast(rita, id)).toMatchObject({
      told: everybody.length,
      mailed: everybody.length,
      state: "shown",
    });
  });

  it("names to its readers those of their exporters that it is for, and no other", async () => {
    const third = await newExporter({ businessNumber: newBusinessNumber() });
    const agent = await newRepresentative(exporter.exporterId, ["view"]);
    await db().mandate.create({
      data: {
        exporterId: third.exporterId,
        userId: agent.userId,
        kind: "representative",
        acceptedAt: new Date(),
      },
    });
    const numbers = [number, await numberOf(other.exporterId)];
    const one = await newBroadcast(ava, { everybody: false, numbers });
    const all = await newBroadcast(ava);
    const shownIn = async (viewer: Viewer | null, id: string) =>
      (await bannersFor(viewer, "en")).find((banner) => banner.id === id)?.exporters;
    const [name, otherName] = [await nameOf(exporter.exporterId), await nameOf(other.exporterId)];
    expect(await shownIn(agent, one)).toEqual([name]);
    expect(await shownIn(other.owner, one)).toEqual([otherName]);
    for (const viewer of [null, agent]) expect(await shownIn(viewer, all)).toEqual([]);

    const [some, everybody] = [await published(one), await published(all)];
    for (const event of [some, everybody]) await tellPeople(event);
    const said = (eventId: bigint) =>
      db().notice.findMany({
        where: { eventId, userId: { in: [agent.userId, third.owner.userId] } },
        select: { userId: true, data: true },
      });
    expect(await said(some)).toMatchObject([{ userId: agent.userId, data: { exporters: [name] } }]);
    expect((await said(everybody)).map(({ data }) => data)).toMatchObject([
      { exporters: [] },
      { exporters: [] },
    ]);
  });

  it("is taken back before its time, once, and then tells nobody", async () => {
    const planned = await newBroadcast(ava, { shownFrom: soon(1) });
    expect(await takeBack(rita, planned)).toMatchObject({ error: "notAllowed" });
    const both = await Promise.all([takeBack(ava, planned), takeBack(ava, planned)]);
    expect(both.map((taken) => (taken.ok ? "ok" : taken.error)).sort()).toEqual(["ended", "ok"]);
    setClock(soon(2));
    await publishDue();
    expect(await publishedEvent(planned)).toBeNull();
    expect(await shows(planned, null)).toBe(false);
    setClock(null);

    const shown = await newBroadcast(ava);
    const event = await published(shown);
    expect(await takeBack(ava, shown)).toEqual({ ok: true });
    await tellPeople(event);
    expect(await told(event)).toEqual([]);
    expect(await takeBack(ava, randomUUID())).toMatchObject({ error: "notFound" });
    expect(await findBroadcast(ava, "not an id")).toBeNull();
  });

  it("that was taken back says so where one of its readers opens its notice, and to nobody else", async () => {
    const id = await newBroadcast(ava, { everybody: false, numbers: [number] });
    const eventId = await published(id);
    await tellPeople(eventId);
    const { userId } = exporter.owner;
    const notice = await db().notice.findFirstOrThrow({ where: { eventId, userId } });
    const opened = () => openNotice(exporter.owner, notice.id, "en");
    expect(await opened()).toMatchObject({ takenBackAt: null });
    await takeBack(ava, id);
    expect((await opened())?.takenBackAt).toEqual((await findBroadcast(ava, id))?.takenBackAt);
    expect(await openNotice(other.owner, notice.id, "en")).toBeNull();
  });
});
