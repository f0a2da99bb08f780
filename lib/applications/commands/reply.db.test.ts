import { afterEach, describe, expect, it } from "vitest";
import { findApplication } from "@/lib/applications/queries/find";
import { findHistory } from "@/lib/applications/queries/history";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { claim } from "@/lib/reviews/commands/claim";
import { extend } from "@/lib/reviews/commands/extend";
import { recommend } from "@/lib/reviews/commands/recommend";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import type { AskableSection } from "@/lib/reviews/schema";
import { findReview } from "@/lib/reviews/queries/find-review";
import { goodAnswers, newSubmitted, pdf, submit, versionOf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { replyToRequest } from "./reply";
import { saveSection } from "./save";
import { cancelApplication, pullBack } from "./withdraw";

afterEach(() => setClock(null));

const done = { done: true, note: "" };
const dueOn = "2099-01-15";

async function returned(
  requests: { section: AskableSection; field?: string }[],
  answers = goodAnswers(),
) {
  const { exporterId, owner } = await newExporter();
  const id = await newSubmitted(owner, exporterId, answers);
  const officer = await newOfficer("reviewer");
  expect((await claim(officer, id)).ok).toBe(true);
  const asked = requests.map((request) => ({ ...request, reason: "Please explain." }));
  expect(await returnForChanges(officer, id, { requests: asked, dueOn })).toMatchObject({
    ok: true,
  });
  const ids = ((await findApplication(owner, id))?.requests ?? []).map((request) => request.id);
  return { id, exporterId, owner, officer, ids };
}

describe("a request of a returned application", () => {
  it("unlocks its section only, and is not answered by a save or a document", async () => {
    const { id, owner, ids } = await returned([{ section: "delivery" }, { section: "documents" }]);
    const found = await findApplication(owner, id);
    expect(found?.unlocked).toEqual(["delivery", "documents", "summary"]);
    const version = await versionOf(id);
    expect(await saveSection(owner, id, "origin", {}, version)).toEqual({
      ok: false,
      error: "locked",
    });
    expect((await saveSection(owner, id, "delivery", { to: "applicant" }, version)).ok).toBe(true);
    const upload = await cameIn("a.pdf", pdf);
    expect((await addDocument(owner, { applicationId: id }, "other", upload)).ok).toBe(true);
    expect(await submit(owner, id)).toEqual({ ok: false, error: "openRequests" });

    expect((await replyToRequest(owner, id, ids[0] ?? "", done)).ok).toBe(true);
    expect(await submit(owner, id)).toEqual({ ok: false, error: "openRequests" });
    expect((await replyToRequest(owner, id, ids[1] ?? "", done)).ok).toBe(true);
    expect(await submit(owner, id)).toMatchObject({ ok: true, value: { submissionVersion: 2 } });
  });

  it("is answered as done, by a note, or by both, and the answer is taken back", async () => {
    const { id, owner, ids } = await returned([{ section: "origin" }]);
    const [request = ""] = ids;
    const now = async () => (await findApplication(owner, id))?.requests[0];
    for (const reply of [
      done,
      { done: false, note: "It is right." },
      { done: true, note: "So." },
    ]) {
      expect((await replyToRequest(owner, id, request, reply)).ok).toBe(true);
      expect(await now()).toMatchObject({
        open: false,
        done: reply.done,
        reply: reply.note || null,
      });
    }
    const version = await versionOf(id);
    // The same again is no change, so nobody who has the page open is disturbed.
    expect(await replyToRequest(owner, id, request, { done: true, note: " So. " })).toEqual({
      ok: true,
      value: { version },
    });
    expect(await versionOf(id)).toBe(version);
    expect((await replyToRequest(owner, id, request, { done: false, note: "  " })).ok).toBe(true);
    expect(await now()).toMatchObject({ open: true, done: false, reply: null, repliedAt: null });
    expect(await submit(owner, id)).toEqual({ ok: false, error: "openRequests" });
    expect(await replyToRequest(owner, id, id, done)).toEqual({ ok: false, error: "notFound" });
    const long = { done: false, note: "x".repeat(2001) };
    expect(await replyToRequest(owner, id, request, long)).toEqual({ ok: false, error: "tooLong" });
  });

  it("keeps its answer in the history, and takes no other once it is sent", async () => {
    const { id, owner, ids } = await returned([{ section: "origin" }]);
    const [request = ""] = ids;
    await replyToRequest(owner, id, request, { done: true, note: "It is right." });
    expect((await submit(owner, id)).ok).toBe(true);
    const history = await findHistory(owner, id);
    expect(history?.find(({ what }) => what === "returnForChanges")).toMatchObject({
      by: "office",
      person: null,
      requests: [{ reason: "Please explain.", reply: "It is right.", done: true }],
    });
    expect(await replyToRequest(owner, id, request, done)).toEqual({ ok: false, error: "locked" });
    // Pulled back, it is answered as before.
    expect(await pullBack(owner, id)).toEqual({ ok: true, value: { status: "returned" } });
    expect((await findApplication(owner, id))?.requests).toMatchObject([
      { open: false, done: true, reply: "It is right." },
    ]);
    expect((await submit(owner, id)).ok).toBe(true);
  });

  it("follows its origin row by the row's id, as it was submitted", async () => {
    const rows = goodAnswers().origin?.origins ?? [];
    const answers = {
      ...goodAnswers(),
      origin: { origins: rows.map((row) => ({ ...row, id: crypto.randomUUID() })) },
    };
    const { id, owner, officer } = await returned(
      [
        { section: "origin", field: "origins[1].usd" },
        { section: "goods", field: "seals[0]" },
      ],
      answers,
    );
    expect((await findApplication(owner, id))?.requests).toMatchObject([
      { field: "usd", rowId: answers.origin.origins[1]?.id },
      { field: "seals[0]", rowId: null },
    ]);
    expect((await findReview(officer, id))?.changeRequests).toMatchObject([
      { field: "usd", rowId: answers.origin.origins[1]?.id },
      { field: "seals[0]" },
    ]);
  });

  it("asks again with each notice, and only the newest notice unlocks", async () => {
    const { id, owner, officer, ids } = await returned([{ section: "delivery" }]);
    await replyToRequest(owner, id, ids[0] ?? "", done);
    await submit(owner, id);
    await claim(officer, id);
    const requests = [{ section: "documents" as const, reason: "Another copy." }];
    await returnForChanges(officer, id, { requests, dueOn });
    const found = await findApplication(owner, id);
    expect(found?.unlocked).toEqual(["documents", "summary"]);
    expect(await replyToRequest(owner, id, ids[0] ?? "", done)).toMatchObject({ ok: false });
    expect((await replyToRequest(owner, id, found?.requests[0]?.id ?? "", done)).ok).toBe(true);
    expect(await submit(owner, id)).toMatchObject({ ok: true, value: { submissionVersion: 3 } });
  });
});

describe("the day to answer by", () => {
  it("is put off by a reviewer, later only, with a reason that the exporter reads", async () => {
    const { id, owner, officer } = await returned([{ section: "delivery" }]);
    const other = await newOfficer("reviewer");
    const reason = "The laboratory is closed until March.";
    expect(await extend(officer, id, { dueOn, reason })).toEqual({ ok: false, error: "notLater" });
    expect((await extend(other, id, { dueOn: "2099-03-15", reason })).ok).toBe(true);
    expect((await findApplication(owner, id))?.answerDueOn).toBe("2099-03-15");
    const told = (await findHistory(owner, id))?.at(-1);
    expect(told).toMatchObject({ what: "extend", by: "office", note: reason });
    await cancelApplication(owner, id);
    expect(await extend(officer, id, { dueOn: "2099-04-15", reason })).toMatchObject({
      ok: false,
      error: "moved",
      by: owner.name,
    });
  });

  it("lets whoever is second know: a recommendation to reject, or the answer", async () => {
    const overdue = new Date("2099-01-20T15:00:00Z");
    const advice = {
      outcome: "reject",
      ground: "not_remedied",
      reasons: "Nothing came.",
      checklist: null,
    } as const;
    const first = await returned([{ section: "delivery" }]);
    await replyToRequest(first.owner, first.id, first.ids[0] ?? "", done);
    setClock(overdue);
    expect((await recommend(first.officer, first.id, advice)).ok).toBe(true);
    expect(await submit(first.owner, first.id)).toEqual({ ok: false, error: "overtaken" });
    expect(await replyToRequest(first.owner, first.id, first.ids[0] ?? "", done)).toEqual({
      ok: false,
      error: "locked",
    });

    setClock(null);
    const second = await returned([{ section: "delivery" }]);
    await replyToRequest(second.owner, second.id, second.ids[0] ?? "", done);
    setClock(overdue);
    // Nothing lapses by itself.
    expect((await submit(second.owner, second.id)).ok).toBe(true);
    expect(await recommend(second.officer, second.id, advice)).toMatchObject({ ok: false });
    expect((await db().application.findUniqueOrThrow({ where: { id: second.id } })).status).toBe(
      "submitted",
    );
  });
});
