import { beforeAll, describe, expect, test } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { release } from "@/lib/reviews/commands/release";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { takeOver } from "@/lib/reviews/commands/take-over";
import { countQueue } from "@/lib/reviews/queries/count-queue";
import { findReview } from "@/lib/reviews/queries/find-review";
import { differencesSince } from "@/lib/reviews/findings";
import { listHistory } from "@/lib/reviews/queries/list-history";
import { listQueue } from "@/lib/reviews/queries/list-queue";
import { queueFilter } from "@/lib/reviews/queue-filter";
import { listToSign } from "@/lib/reviews/queries/list-to-sign";
import {
  drawingAnswers,
  goodAnswers,
  newDraft,
  newSubmitted,
} from "@/tests/factories/applications";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { checklistFor, recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

let exporterId: string;
let owner: ExporterViewer;
let nora: OfficerViewer;
let samir: OfficerViewer;
let marie: OfficerViewer;

beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
  [nora, samir, marie] = await Promise.all([
    newOfficer("reviewer"),
    newOfficer("reviewer"),
    newOfficer("signatory"),
  ]);
});

const submitted = () => newSubmitted(owner, exporterId);
const statusOf = async (id: string) =>
  (await db().application.findUniqueOrThrow({ where: { id } })).status;
const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const notice = () => ({
  requests: [{ section: "goods" as const, field: "seals", reason: "One seal is missing." }],
  dueOn: inAMonth(),
});
const toIssue = (changes: Partial<ReturnType<typeof checklistFor>> = {}) => ({
  outcome: "issue" as const,
  reasons: "Papers agree.",
  checklist: { ...checklistFor(goodAnswers()), ...changes },
});
const toReject = (ground: "not_accurate" | "not_remedied") => ({
  outcome: "reject" as const,
  ground,
  reasons: "The invoice names another shipment.",
  checklist: checklistFor(goodAnswers()),
});

describe("claiming", () => {
  test("of many officers at once one wins, and the others are told by whom", async () => {
    const id = await submitted();
    const officers = await Promise.all(Array.from({ length: 12 }, () => newOfficer("reviewer")));
    const outcomes = await Promise.all(officers.map((officer) => claim(officer, id)));
    const winner = officers[outcomes.findIndex(({ ok }) => ok)];
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes.filter(({ ok }) => !ok)) {
      expect(outcome).toEqual({ ok: false, error: "held", by: winner?.name });
    }
    const moves = await db().event.findMany({
      where: { applicationId: id, kind: "application.moved" },
    });
    expect(moves.map(({ data }) => data)).toEqual([{ move: "beginReview" }]);
  });

  test("released, a file is free again; taken over, the former holder is told", async () => {
    const id = await submitted();
    await claim(nora, id);
    expect(await claim(nora, id)).toEqual({ ok: false, error: "alreadyYours" });
    expect(await release(samir, id)).toEqual({ ok: false, error: "held", by: nora.name });
    const reason = "Nora is on leave";
    expect(await takeOver(samir, id, { from: nora.userId, reason })).toMatchObject({ ok: true });
    expect(await returnForChanges(nora, id, notice())).toEqual({
      ok: false,
      error: "held",
      by: samir.name,
    });
    const third = await newOfficer("reviewer");
    expect(await takeOver(third, id, { from: nora.userId, reason })).toEqual({
      ok: false,
      error: "held",
      by: samir.name,
    });
    expect(await release(samir, id)).toMatchObject({ ok: true });
    expect(await returnForChanges(samir, id, notice())).toEqual({ ok: false, error: "notHeld" });
    expect(await claim(nora, id)).toMatchObject({ ok: true });
    const history = await listHistory(nora, id);
    expect(history.map(({ event }) => event.data)).toContainEqual({
      from: nora.userId,
      to: samir.userId,
      reason,
    });
  });

  test("is for reviewers, of files that the office sees, of another profile", async () => {
    const id = await submitted();
    const draft = await newDraft(owner, exporterId);
    expect(await claim(marie, id)).toEqual({ ok: false, error: "notAllowed" });
    expect(await claim(nora, draft)).toEqual({ ok: false, error: "notFound" });
    expect(await claim(nora, "no id")).toEqual({ ok: false, error: "notFound" });
    const both = await newOfficer("reviewer");
    await db().mandate.create({
      data: { exporterId, userId: both.userId, kind: "representative", endedAt: new Date() },
    });
    expect(await claim(both, id)).toEqual({ ok: false, error: "ownProfile" });
    expect(await statusOf(id)).toBe("submitted");
  });
});

describe("returning", () => {
  test("names what must change and by when, keeps the file with its holder and the carats reserved", async () => {
    const { id: importId } = await newImportCertificate({ exporterId, carats: "50.00" });
    const id = await newSubmitted(owner, exporterId, drawingAnswers(importId, "20.00"));
    await claim(nora, id);
    expect(await returnForChanges(nora, id, notice())).toMatchObject({ ok: true });
    const review = await findReview(samir, id);
    expect(review).toMatchObject({
      status: "returned",
      answerDueOn: inAMonth(),
      holderName: nora.name,
      changeRequests: [{ section: "goods", field: "seals", submissionVersion: 1, reply: null }],
    });
    expect(await balanceOf(importId)).toMatchObject({ reserved: "20.00", remaining: "30.00" });
    expect(await returnForChanges(nora, id, notice())).toEqual({
      ok: false,
      error: "moved",
      by: nora.name,
    });
  });
});

describe("recommending", () => {
  test("to issue needs every answer, every figure, and words for a difference", async () => {
    const id = await submitted();
    await claim(nora, id);
    const { read } = checklistFor(goodAnswers());
    const missing = await recommend(nora, id, toIssue({ answers: {} as never, read: {} as never }));
    expect(missing).toMatchObject({ ok: false, error: "incomplete" });
    expect(missing.problems?.map(({ field }) => field)).toEqual([
      "papersLegible",
      "consigneePlausible",
      "originProved",
      "carats",
      "usd",
      "seals",
    ]);
    const swapped = { ...read, carats: "2971.23" } as typeof read;
    expect(await recommend(nora, id, toIssue({ read: swapped }))).toMatchObject({
      error: "incomplete",
      problems: [{ field: "caratsWhy" }],
    });
    expect(await statusOf(id)).toBe("in_review");
    const why = { carats: "Two digits swapped on the invoice; the packing list is right." };
    expect(await recommend(nora, id, toIssue({ read: swapped, why }))).toMatchObject({ ok: true });
    const review = await findReview(marie, id);
    expect(review?.recommendation?.checklist.readings.carats).toEqual({
      read: "2971.23",
      application: "2917.23",
      difference: "+54.00",
      why: why.carats,
    });
    // What the rules found then stays beside what they find now.
    const now = review?.checks.flatMap(({ findings }) => findings) ?? [];
    expect(differencesSince(review?.recommendation?.findings ?? [], now)).toEqual({
      added: [],
      gone: [],
    });
    expect(review?.recommendation?.findings).toHaveLength(now.length);
    expect(review?.objections).toEqual([]);
    expect((await findReview(nora, id))?.objections).toEqual(["recommender"]);
  });

  test("is for the holder only, and once", async () => {
    const id = await submitted();
    await claim(nora, id);
    expect(await recommend(samir, id, toIssue())).toEqual({
      ok: false,
      error: "held",
      by: nora.name,
    });
    const presses = await Promise.all(
      Array.from({ length: 5 }, () => recommend(nora, id, toIssue())),
    );
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().recommendation.count({ where: { applicationId: id } })).toBe(1);
    const refused = presses.find(({ ok }) => !ok);
    expect(refused).toEqual({ ok: false, error: "moved", by: nora.name });
  });

  test("to reject under section 10 needs an earlier notice, and the day to answer by passed", async () => {
    const id = await submitted();
    await claim(nora, id);
    expect(await recommend(nora, id, toReject("not_remedied"))).toEqual({
      ok: false,
      error: "neverReturned",
    });
    await returnForChanges(nora, id, notice());
    expect(await recommend(nora, id, toReject("not_accurate"))).toEqual({
      ok: false,
      error: "onlyNotRemedied",
    });
    expect(await recommend(nora, id, toReject("not_remedied"))).toEqual({
      ok: false,
      error: "notOverdue",
    });
    setClock(new Date(Date.now() + 32 * 86_400_000));
    try {
      expect((await findReview(nora, id))?.may.rejectOverdue).toBe(true);
      expect(await recommend(nora, id, toReject("not_remedied"))).toMatchObject({ ok: true });
    } finally {
      setClock(null);
    }
    expect(await statusOf(id)).toBe("recommended");
  });
});

describe("deciding", () => {
  test("a rejection is final, says why, and gives the carats back", async () => {
    const { id: importId } = await newImportCertificate({ exporterId, carats: "50.00" });
    const id = await newSubmitted(owner, exporterId, drawingAnswers(importId, "20.00"));
    await claim(nora, id);
    await recommend(nora, id, { ...toReject("not_accurate"), checklist: null });
    const words = { reasons: "The mass is wrong.", ground: "not_accurate" as const };
    const outcomes = await Promise.all([reject(marie, id, words), reject(marie, id, words)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await statusOf(id)).toBe("rejected");
    expect(await balanceOf(importId)).toMatchObject({ reserved: "0.00", remaining: "50.00" });
    expect(await db().decision.findUnique({ where: { applicationId: id } })).toMatchObject({
      outcome: "reject",
      ground: "not_accurate",
      signedById: marie.userId,
    });
    expect(await sendBack(marie, id, "Look again")).toEqual({
      ok: false,
      error: "moved",
      by: marie.name,
    });
  });

  test("sending back keeps the carats and the holder, and says why", async () => {
    const { id: importId } = await newImportCertificate({ exporterId, carats: "50.00" });
    const id = await newSubmitted(owner, exporterId, drawingAnswers(importId, "20.00"));
    await recommendIssue(nora, id);
    expect(await sendBack(nora, id, "x")).toEqual({ ok: false, error: "notAllowed" });
    expect(await sendBack(marie, id, "The note is not clear")).toMatchObject({ ok: true });
    expect(await statusOf(id)).toBe("in_review");
    expect((await findReview(nora, id))?.may.review).toBe(true);
    expect(await balanceOf(importId)).toMatchObject({ reserved: "20.00", remaining: "30.00" });
  });
});

describe("the queue", () => {
  test("is due first, and searched by name", async () => {
    const { exporterId: other, owner: theirs } = await newExporter({
      legalName: "Harfang Rough Ltd.",
    });
    const ids = [await newSubmitted(theirs, other), await newSubmitted(theirs, other)];
    const found = await listQueue(nora, queueFilter.parse({ text: "harfang" }));
    expect(found.rows.map(({ id }) => id)).toEqual(ids);
    expect(found.rows.every(({ claimable }) => claimable)).toBe(true);
    await claim(nora, ids[0] ?? "");
    const mine = await listQueue(nora, queueFilter.parse({ text: "HARFANG", officer: "me" }));
    expect(mine.rows.map(({ id }) => id)).toEqual([ids[0]]);
    expect((await countQueue(nora)).withUs).toBeGreaterThanOrEqual(ids.length);
  });

  test("shows no draft, and what waits for a signature with who cannot sign", async () => {
    const draft = await newDraft(owner, exporterId);
    const id = await submitted();
    await recommendIssue(nora, id);
    const { rows } = await listQueue(nora, queueFilter.parse({}));
    expect(rows.map((row) => row.id)).not.toContain(draft);
    const both = await newOfficer("signatory");
    await db().applicationEditor.create({ data: { applicationId: id, userId: both.userId } });
    expect((await listToSign(both)).find((row) => row.id === id)?.cannotSign).toBe("editor");
    expect((await listToSign(marie)).find((row) => row.id === id)?.cannotSign).toBeNull();
  });
});

test("the queue bears any address", async () => {
  const id = "0a0e5c1e-0000-4000-8000-000000000001";
  for (const said of [
    { text: "\0" },
    { text: "%_\\'" },
    { after: `+275760-09-13T00:00:00.000Z~${id}` },
    { after: `-000001-01-01T00:00:00.000Z~${id}` },
    { after: "~", state: "nowhere", officer: ["me"] },
  ]) {
    const { rows } = await listQueue(nora, queueFilter.parse(said));
    expect(rows, JSON.stringify(said)).toBeInstanceOf(Array);
  }
});
