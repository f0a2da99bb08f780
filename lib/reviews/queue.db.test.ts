import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { claimNext } from "@/lib/reviews/commands/claim-next";
import { extend } from "@/lib/reviews/commands/extend";
import { release } from "@/lib/reviews/commands/release";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { removeView, renameView, saveView } from "@/lib/reviews/commands/saved-views";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { takeOver } from "@/lib/reviews/commands/take-over";
import { countQueue } from "@/lib/reviews/queries/count-queue";
import { findAtHand } from "@/lib/reviews/queries/find-at-hand";
import { findJustDone } from "@/lib/reviews/queries/find-just-done";
import { listQueue, queuePage } from "@/lib/reviews/queries/list-queue";
import { listSavedViews } from "@/lib/reviews/queries/saved-views";
import { queueFilter, queueSorts, readQueue } from "@/lib/reviews/queue-filter";
import { goodAnswers, newSubmitted } from "@/tests/factories/applications";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

afterEach(() => setClock(null));

let nora: OfficerViewer;
let samir: OfficerViewer;
let exporterId: string;
let owner: ExporterViewer;
beforeAll(async () => {
  [nora, samir] = await Promise.all([newOfficer("reviewer"), newOfficer("reviewer")]);
  ({ exporterId, owner } = await newExporter({ legalName: "Écluse Rough Ltd." }));
});

const submitted = () => newSubmitted(owner, exporterId);
const idsOf = async (said: Record<string, string>, viewer = nora) =>
  (await listQueue(viewer, queueFilter.parse(said))).rows.map(({ id }) => id);
const fileOf = (id: string) => db().application.findUniqueOrThrow({ where: { id } });

describe("the filters", () => {
  it("find by what was submitted, and by nothing else", async () => {
    const id = await submitted();
    const file = await fileOf(id);
    expect(file.subheadings).toEqual(
      goodAnswers().goods?.hsLines?.map(({ subheading }) => subheading),
    );
    const [subheading = ""] = file.subheadings;
    const [category = ""] = file.categories;
    const of = { exporterId };
    const others: Record<string, [string, string]> = {
      exporter: ["ecluse ROUGH", "harfang"],
      destination: [file.destination ?? "", "ZZ"],
      category: [category, "exploration"],
      subheading: [subheading, subheading === "7102.10" ? "7102.21" : "7102.10"],
      age: ["day", "week"],
      text: [file.consigneeName?.toUpperCase() ?? "", "nobody of that name"],
      state: ["submitted", "returned"],
      officer: ["nobody", "me"],
    };
    for (const [name, [right, wrong]] of Object.entries(others)) {
      expect(await idsOf({ ...of, [name]: right }), `${name}=${right}`).toContain(id);
      expect(await idsOf({ ...of, [name]: wrong }), `${name}=${wrong}`).not.toContain(id);
    }
    await db().application.update({ where: { id }, data: { risk: "high" } });
    expect(await idsOf({ ...of, risk: "high" })).toEqual([id]);
    expect(await idsOf({ ...of, risk: "noted" })).toEqual([]);
    expect(await idsOf({ exporterId: randomUUID() })).toEqual([]);
    await claim(samir, id);
    expect(await idsOf({ ...of, officer: samir.userId })).toContain(id);
    expect(await idsOf({ ...of, officer: "me" })).not.toContain(id);
    expect(await idsOf({ ...of, officer: "me" }, samir)).toContain(id);
  });

  it("count the business day of the office, not the day", async () => {
    // Friday 14:00 to Monday 14:00 is one business day.
    setClock(new Date("2027-03-05T14:00:00-05:00"));
    const id = await submitted();
    const of = { exporterId, age: "businessDay" };
    setClock(new Date("2027-03-08T13:59:00-05:00"));
    expect(await idsOf(of)).not.toContain(id);
    setClock(new Date("2027-03-08T14:01:00-05:00"));
    expect(await idsOf(of)).toContain(id);
    expect(await idsOf({ exporterId, age: "week" })).not.toContain(id);
  });
});

it(
  "goes through every order page by page, without loss or repetition",
  { timeout: 60_000 },
  async () => {
    const made = await newExporter({ legalName: `Harfang ${randomUUID().slice(0, 8)}` });
    for (let i = 0; i < queuePage + 3; i++) await newSubmitted(made.owner, made.exporterId);
    for (const sort of queueSorts) {
      for (const state of ["open", "closed"]) {
        const seen: string[] = [];
        let after = "";
        for (let page = 0; page < 3; page++) {
          const said = { exporterId: made.exporterId, sort, state, after };
          const found = await listQueue(nora, queueFilter.parse(said));
          seen.push(...found.rows.map(({ id }) => id));
          if (!found.next) break;
          after = found.next;
        }
        const expected = state === "open" ? queuePage + 3 : 0;
        expect(seen, `${sort} ${state}`).toHaveLength(expected);
        expect(new Set(seen).size).toBe(expected);
      }
    }
  },
);

describe("who holds a file", () => {
  const since = async (id: string) =>
    (await listQueue(samir, queueFilter.parse({ exporterId }))).rows.find((row) => row.id === id)
      ?.untouchedSince ?? null;

  it("is said, with a claim that was not touched for one business day", async () => {
    const monday = new Date("2027-04-12T15:00:00-04:00");
    setClock(new Date("2027-04-12T09:00:00-04:00"));
    const id = await submitted();
    setClock(monday);
    await claim(nora, id);
    expect((await fileOf(id)).touchedAt).toEqual(monday);
    setClock(new Date("2027-04-13T14:59:00-04:00"));
    expect(await since(id)).toBeNull();
    setClock(new Date("2027-04-13T15:00:00-04:00"));
    expect(await since(id)).toEqual(monday);
    const taken = await takeOver(samir, id, { from: nora.userId, reason: "On leave." });
    expect(taken.ok).toBe(true);
    expect(await since(id)).toBeNull();
    await release(samir, id);
    expect(await fileOf(id)).toMatchObject({ holderId: null, claimedAt: null, touchedAt: null });
  });

  it("is noted with each act of the holder, and of nobody else", async () => {
    const at = (hour: string) => {
      const instant = new Date(`2027-04-14T${hour}:00:00-04:00`);
      setClock(instant);
      return instant;
    };
    at("09");
    const id = await submitted();
    at("10");
    await claim(nora, id);
    const { updatedAt } = await fileOf(id);
    const returned = at("11");
    const dueOn = "2027-05-01";
    const requests = [{ section: "goods" as const, reason: "One seal." }];
    expect((await returnForChanges(nora, id, { requests, dueOn })).ok).toBe(true);
    expect((await fileOf(id)).touchedAt).toEqual(returned);
    expect((await fileOf(id)).updatedAt.getTime()).toBeGreaterThanOrEqual(updatedAt.getTime());
    at("12");
    expect((await extend(samir, id, { dueOn: "2027-05-02", reason: "Closed." })).ok).toBe(true);
    expect((await fileOf(id)).touchedAt).toEqual(returned);
    const extended = at("13");
    expect((await extend(nora, id, { dueOn: "2027-05-03", reason: "Closed." })).ok).toBe(true);
    expect((await fileOf(id)).touchedAt).toEqual(extended);
    // It waits for its exporter, not for its holder.
    setClock(new Date("2027-04-20T10:00:00-04:00"));
    expect(await since(id)).toBeNull();

    const other = await submitted();
    await recommendIssue(nora, other);
    const back = at("15");
    const marie = await newOfficer("signatory");
    expect((await sendBack(marie, other, "Please look again.")).ok).toBe(true);
    expect((await fileOf(other)).touchedAt).toEqual(back);
  });
});

describe("get next", () => {
  const waiting = () =>
    db().application.count({
      where: { status: { in: ["submitted", "in_review"] }, holderId: null },
    });

  it("gives twenty officers twenty files, and leaves none out", { timeout: 60_000 }, async () => {
    while ((await waiting()) < 18) await submitted();
    const there = await waiting();
    const officers = await Promise.all(Array.from({ length: 20 }, () => newOfficer("reviewer")));
    // All were promised the same one.
    const promised = (await findAtHand(nora)).next?.id ?? "";
    const got = await Promise.all(officers.map((officer) => claimNext(officer, promised)));
    const ids = got.flatMap((each) => (each.ok ? [each.value.applicationId] : []));
    expect(ids).toHaveLength(Math.min(there, 20));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(promised);
    expect(await waiting()).toBe(there - ids.length);
    for (const each of got) if (!each.ok) expect(each.error).toBe("nothingWaits");
    for (const [i, officer] of officers.entries()) {
      const each = got[i];
      if (!each?.ok) continue;
      const { held } = await findAtHand(officer);
      expect(held.map(({ id }) => id)).toEqual([each.value.applicationId]);
    }
  });

  it("promises what comes first, and nothing of one’s own or to whom cannot review", async () => {
    while (await waiting()) await claimNext(samir, "");
    expect((await findAtHand(nora)).next).toBeNull();
    expect(await claimNext(nora, "")).toEqual({ ok: false, error: "nothingWaits" });
    const [late, soon] = [await submitted(), await submitted()];
    await db().application.update({ where: { id: soon }, data: { dueAt: new Date("2020-01-01") } });
    expect((await findAtHand(nora)).next?.id).toBe(soon);
    expect((await findAtHand(await newOfficer("signatory"))).next).toBeNull();
    const relative = await newOfficer("reviewer");
    await db().mandate.create({
      data: { exporterId, userId: relative.userId, kind: "representative", endedAt: new Date() },
    });
    expect((await findAtHand(relative)).next).toBeNull();
    expect(await claimNext(relative, soon)).toEqual({ ok: false, error: "nothingWaits" });
    // What was promised is given, even when something else has become more urgent.
    expect(await claimNext(nora, late)).toEqual({ ok: true, value: { applicationId: late } });
    expect(await claimNext(nora, late)).toEqual({ ok: true, value: { applicationId: soon } });
    expect(await claimNext(nora, "not an id")).toMatchObject({ error: "nothingWaits" });
  });
});

describe("what was just done", () => {
  it("is told to who did it, for ten minutes", async () => {
    const id = await submitted();
    await claim(nora, id);
    expect(await findJustDone(nora, id)).toMatchObject({ id, done: "claimed" });
    expect(await findJustDone(samir, id)).toBeNull();
    await release(nora, id);
    expect(await findJustDone(nora, id)).toMatchObject({ done: "released" });
    setClock(new Date(Date.now() + 601_000));
    expect(await findJustDone(nora, id)).toBeNull();
    expect(await findJustDone(nora, "nonsense")).toBeNull();
  });
});

describe("saved views", () => {
  it("are the officer’s own, each name once, twenty at most", async () => {
    const me = await newOfficer("auditor");
    const query = "sort=usd.desc&officer=me&after=x&nonsense=1";
    expect(await saveView(me, { name: "Large", query })).toEqual({ ok: true, value: undefined });
    const [view] = await listSavedViews(me);
    expect(readQueue(view?.query ?? "")).toMatchObject({
      officer: "me",
      sort: "usd.desc",
      after: "",
    });
    expect(view?.query).not.toContain("nonsense");
    expect(await saveView(me, { name: "Large", query })).toMatchObject({ error: "nameTaken" });
    expect(await listSavedViews(nora)).toEqual([]);
    const id = view?.id ?? "";
    expect(await renameView(nora, id, "Mine")).toMatchObject({ error: "notFound" });
    expect(await removeView(nora, id)).toMatchObject({ error: "notFound" });
    expect((await renameView(me, id, "Largest")).ok).toBe(true);
    const saved = await Promise.all(
      Array.from({ length: 25 }, (_, n) => saveView(me, { name: `View ${n}`, query: "" })),
    );
    expect(saved.filter(({ ok }) => ok)).toHaveLength(19);
    expect(saved.filter((each) => !each.ok && each.error === "tooMany")).toHaveLength(6);
    expect(await renameView(me, id, "View 0")).toMatchObject({ ok: false, error: "nameTaken" });
    expect((await removeView(me, id)).ok).toBe(true);
    expect(await listSavedViews(me)).toHaveLength(19);
  });
});

it("counts one’s own, nobody’s and the others", async () => {
  const me = await newOfficer("reviewer");
  const before = await countQueue(me);
  const id = await submitted();
  expect(await countQueue(me)).toMatchObject({
    mine: 0,
    nobody: before.nobody + 1,
    withUs: before.withUs + 1,
  });
  await claim(me, id);
  expect(await countQueue(me)).toMatchObject({ mine: 1, nobody: before.nobody });
});
