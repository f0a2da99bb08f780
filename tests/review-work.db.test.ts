import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import { saveSection } from "@/lib/applications/commands/save";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { writeNote } from "@/lib/office-notes/commands";
import { listNotes } from "@/lib/office-notes/queries";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { saveWork, type SavingWork } from "@/lib/reviews/commands/save-work";
import { takeOver } from "@/lib/reviews/commands/take-over";
import { findReview } from "@/lib/reviews/queries/find-review";
import { findSignals } from "@/lib/reviews/queries/find-signals";
import { findWork } from "@/lib/reviews/queries/find-work";
import { listEarlierFiles } from "@/lib/reviews/queries/list-earlier-files";
import { dateInOttawa } from "@/lib/clock";
import { answerAll, newSubmitted, submit, versionOf } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";

let exporterId: string;
let owner: ExporterViewer;
let nora: OfficerViewer;
let samir: OfficerViewer;

beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
  [nora, samir] = await Promise.all([newOfficer("reviewer"), newOfficer("reviewer")]);
});

async function held() {
  const id = await newSubmitted(owner, exporterId);
  await claim(nora, id);
  return id;
}
const saving = (work: Record<string, string>, rest: Partial<SavingWork> = {}): SavingWork => ({
  submissionVersion: 1,
  version: 0,
  work,
  choices: {},
  ...rest,
});
async function workOf(viewer: OfficerViewer, id: string) {
  const review = await findReview(viewer, id);
  if (!review) throw new Error("no review");
  return findWork(viewer, review);
}

describe("the work of a review", () => {
  test("is kept by its holder, with who and when, and read by whoever opens the file", async () => {
    const id = await held();
    const work = {
      carats: "12.00",
      papersLegible: "yes",
      "section-goods": "yes",
      reasons: "Fine.",
    };
    expect(await saveWork(nora, id, saving(work))).toMatchObject({
      ok: true,
      value: { version: 1, work, clash: null },
    });
    expect(await workOf(samir, id)).toMatchObject({ version: 1, work, saved: { by: nora.name } });
    expect(await saveWork(samir, id, saving({ carats: "9.00" }))).toEqual({
      ok: false,
      error: "held",
      by: nora.name,
    });
    expect(await db().event.count({ where: { applicationId: id, kind: "review.saved" } })).toBe(1);
  });

  test("of somebody else is never overwritten: the slower one sees both and chooses", async () => {
    const id = await held();
    await saveWork(nora, id, saving({ carats: "12.00", usd: "5.00" }));
    await takeOver(samir, id, { from: nora.userId, reason: "Nora is away" });
    // Samir's page was drawn before.
    const slower = { carats: "13.00", seals: "2" };
    const second = await saveWork(samir, id, saving(slower));
    expect(second).toMatchObject({
      ok: true,
      value: {
        work: { carats: "12.00", usd: "5.00", seals: "2" },
        clash: { by: nora.name, fields: [{ field: "carats", mine: "13.00", theirs: "12.00" }] },
      },
    });
    const choices = { "clash-carats": "mine" };
    const third = await saveWork(samir, id, saving(slower, { choices }));
    expect(third).toMatchObject({ ok: true, value: { clash: null } });
    expect((await workOf(nora, id)).work).toEqual({ carats: "13.00", usd: "5.00", seals: "2" });
  });

  test("of many saves at once loses none", async () => {
    const id = await held();
    const fields = ["carats", "usd", "seals", "reasons", "caratsWhy", "usdWhy"];
    await Promise.all(fields.map((field) => saveWork(nora, id, saving({ [field]: "1" }))));
    expect(await workOf(nora, id)).toMatchObject({
      version: fields.length,
      work: Object.fromEntries(fields.map((field) => [field, "1"])),
    });
  });

  test("stands in the next submission where nothing of it changed, and the rest is asked again", async () => {
    const id = await held();
    const work = {
      papersLegible: "yes",
      consigneePlausible: "yes",
      originProved: "yes",
      carats: "12.00",
      "section-consignee": "yes",
      "section-goods": "yes",
    };
    await saveWork(nora, id, saving(work));
    const dueOn = dateInOttawa(new Date(Date.now() + 9 * 86_400_000));
    const requests = [{ section: "consignee" as const, reason: "The city is missing." }];
    await returnForChanges(nora, id, { requests, dueOn });
    const before = await db().application.findUniqueOrThrow({ where: { id } });
    const { consignee } = before.answers as Answers;
    const value = { ...consignee, consignee: { ...consignee?.consignee, city: "Gent" } };
    await saveSection(owner, id, "consignee", value, await versionOf(id));
    await answerAll(owner, id);
    expect(await submit(owner, id)).toMatchObject({ ok: true });
    await claim(nora, id);
    const found = await workOf(nora, id);
    expect(found).toMatchObject({
      version: 0,
      saved: null,
      earlier: 1,
      again: ["consigneePlausible", "section-consignee"],
      stays: ["section-goods"],
      changed: ["consignee"],
      work: { papersLegible: "yes", originProved: "yes", carats: "12.00", "section-goods": "yes" },
    });
    // About the version before: too late.
    expect(await saveWork(nora, id, saving(work))).toMatchObject({ error: "newSubmission" });
    const answered = { ...found.work, consigneePlausible: "yes" };
    await saveWork(nora, id, saving(answered, { submissionVersion: 2 }));
    expect(await workOf(nora, id)).toMatchObject({
      version: 1,
      work: answered,
      again: ["section-consignee"],
    });
  });
});

test("notes, work, signals and earlier files are read in eight statements at most", async () => {
  await held();
  const id = await held();
  await writeNote(nora, id, "Call them.");
  await saveWork(nora, id, saving({ carats: "1.00" }));
  const review = await findReview(nora, id);
  if (!review) throw new Error("no review");
  const asked = vi.spyOn(pg.Pool.prototype, "query");
  await Promise.all([
    findWork(nora, review),
    findSignals(review),
    listEarlierFiles(nora, review),
    listNotes(nora, id),
  ]);
  const statements = asked.mock.calls.length;
  asked.mockRestore();
  expect(statements).toBeGreaterThan(3);
  expect(statements).toBeLessThanOrEqual(8);
});
