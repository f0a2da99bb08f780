import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { saveSection } from "@/lib/applications/commands/save";
import { cancelApplication, pullBack } from "@/lib/applications/commands/withdraw";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import {
  answerAll,
  goodAnswers,
  newDraft,
  newSubmitted,
  submit,
  versionOf,
} from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
beforeAll(() => app.connect());
afterAll(() => app.end());
afterEach(() => {
  setClock(null);
});

async function intervals(applicationId: string) {
  const found = await db().clockInterval.findMany({
    where: { applicationId },
    orderBy: { id: "asc" },
  });
  return found.map(({ side, from, until }) => [
    side,
    from.toISOString().slice(11, 16),
    until?.toISOString().slice(11, 16) ?? null,
  ]);
}

const at = (time: string) => {
  setClock(new Date(`2026-11-24T${time}:00Z`));
};

describe("the service clock", () => {
  it("runs for the side that must act, from the first submission to the end", async () => {
    const { owner, exporterId } = await newExporter();
    const reviewer = await newOfficer("reviewer");
    at("14:00");
    const id = await newDraft(owner, exporterId);
    expect(await intervals(id)).toEqual([]);
    at("14:10");
    await submit(owner, id);
    at("14:20");
    await pullBack(owner, id);
    expect(await intervals(id)).toEqual([["office", "14:10", "14:20"]]);
    at("14:30");
    await submit(owner, id);
    at("15:00");
    await claim(reviewer, id);
    at("15:05");
    const reason = "Which is right?";
    const requests = [{ section: "goods" as const, field: "", reason }];
    expect(await returnForChanges(reviewer, id, { requests, dueOn: "2026-12-04" })).toMatchObject({
      ok: true,
    });
    at("16:00");
    const answers = goodAnswers().goods ?? {};
    await saveSection(owner, id, "goods", answers, await versionOf(id));
    await answerAll(owner, id);
    await submit(owner, id);
    at("17:00");
    setClock(null);
    await issueSubmitted(id);
    const all = await intervals(id);
    expect(all.slice(0, 3)).toEqual([
      ["office", "14:10", "14:20"],
      ["office", "14:30", "15:05"],
      ["exporter", "15:05", "16:00"],
    ]);
    expect(all[3]?.slice(0, 2)).toEqual(["office", "16:00"]);
    expect(all[3]?.[2]).not.toBeNull();
    expect(all).toHaveLength(4);
  });

  it("ends where an application is cancelled", async () => {
    const { owner, exporterId } = await newExporter();
    const id = await newSubmitted(owner, exporterId);
    await cancelApplication(owner, id);
    expect((await intervals(id)).map(([, , until]) => until === null)).toEqual([false]);
  });

  it("cannot disagree with the status, nor run for two, nor be turned back", async () => {
    const { owner, exporterId } = await newExporter();
    const id = await newSubmitted(owner, exporterId);
    const draft = await newDraft(owner, exporterId);
    const run = (sql: string) => app.query(sql, [id]);
    await expect(
      run(`UPDATE "Application" SET status = 'returned' WHERE id = $1`),
    ).rejects.toMatchObject({ constraint: "Application_clock_follows_status" });
    await expect(
      run(`UPDATE "ClockInterval" SET "until" = now() WHERE "applicationId" = $1`),
    ).rejects.toMatchObject({ constraint: "Application_clock_follows_status" });
    await expect(
      run(
        `INSERT INTO "ClockInterval" ("applicationId", side, "from") VALUES ($1, 'office', now())`,
      ),
    ).rejects.toMatchObject({ constraint: "ClockInterval_one_open" });
    await expect(
      app.query(
        `INSERT INTO "ClockInterval" ("applicationId", side, "from") VALUES ($1, 'office', now())`,
        [draft],
      ),
    ).rejects.toMatchObject({ constraint: "Application_clock_follows_status" });
    await cancelApplication(owner, id);
    await expect(
      run(`UPDATE "ClockInterval" SET "until" = now() WHERE "applicationId" = $1`),
    ).rejects.toMatchObject({ constraint: "ClockInterval_ends_once" });
  });
});

describe("what a search looks through", () => {
  it("follows number, consignee and seals, in small letters without accents", async () => {
    const { owner, exporterId } = await newExporter();
    const answers = goodAnswers();
    const consignee = { ...answers.consignee, consignee: { name: "Diamants Élégance Ñandú" } };
    const goods = { ...answers.goods, seals: ["TOR-8891", "GK 448097"] };
    const id = await newDraft(owner, exporterId, { ...answers, consignee, goods });
    const { searchText } = await db().application.findUniqueOrThrow({ where: { id } });
    for (const word of ["diamants elegance nandu", "tor-8891", "tor8891", "gk448097"]) {
      expect(searchText).toContain(word);
    }
  });
});

describe("a copy", () => {
  it("is of the same profile", async () => {
    const { owner, exporterId } = await newExporter();
    const theirs = await newExporter();
    const copiedFromId = await newDraft(theirs.owner, theirs.exporterId);
    const data = { exporterId, answers: {}, createdById: owner.userId, copiedFromId };
    await expect(
      db().application.create({ data: { ...data, creationToken: crypto.randomUUID() } }),
    ).rejects.toThrow("copied within its profile");
  });
});
