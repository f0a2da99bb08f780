import { beforeAll, describe, expect, it } from "vitest";
import { askToWithdraw, takeBackWithdrawal } from "@/lib/applications/commands/ask-to-withdraw";
import { findApplication } from "@/lib/applications/queries/find";
import { findHistory } from "@/lib/applications/queries/history";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { findReview } from "@/lib/reviews/queries/find-review";
import { listQueue } from "@/lib/reviews/queries/list-queue";
import { queueFilter } from "@/lib/reviews/queue-filter";
import { drawingAnswers, newDraft, newSubmitted } from "@/tests/factories/applications";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { checklistFor, recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";
import { acceptWithdrawal, refuseWithdrawal } from "./answer-withdrawal";

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

const reason = "The buyer cancelled the order.";

async function inReview() {
  const { id: certificateId } = await newImportCertificate({ exporterId, carats: "100.00" });
  const answers = drawingAnswers(certificateId, "40.00");
  const id = await newSubmitted(owner, exporterId, answers);
  return { id, certificateId, answers };
}

async function asked(id: string): Promise<string> {
  const outcome = await askToWithdraw(owner, id, reason);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value.withdrawalId;
}

describe("a request to withdraw", () => {
  it("is for an application that an officer has opened, once, by who may submit", async () => {
    const draft = await newDraft(owner, exporterId);
    expect(await askToWithdraw(owner, draft, reason)).toEqual({ ok: false, error: "notPossible" });
    const { id } = await inReview();
    expect(await askToWithdraw(owner, id, reason)).toEqual({ ok: false, error: "notPossible" });
    await claim(nora, id);
    const preparer = await newRepresentative(exporterId, ["view", "prepare"]);
    expect(await askToWithdraw(preparer, id, reason)).toEqual({ ok: false, error: "notFound" });
    const both = await Promise.all([askToWithdraw(owner, id, "a"), askToWithdraw(owner, id, "b")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: "alreadyAsked" });
    const found = await findApplication(owner, id);
    expect(found).toMatchObject({ mayWithdraw: true, withdrawal: { open: true } });
    const { rows } = await listQueue(nora, queueFilter.parse({ text: found?.number }));
    expect(rows).toMatchObject([{ withdrawalAsked: true }]);
    expect(await takeBackWithdrawal(owner, id)).toEqual({ ok: true, value: undefined });
    expect(await takeBackWithdrawal(owner, id)).toEqual({ ok: false, error: "notPossible" });
    expect((await askToWithdraw(owner, id, reason)).ok).toBe(true);
  });

  it("is answered before anything else is decided", async () => {
    const { id, answers } = await inReview();
    await claim(nora, id);
    const withdrawal = await asked(id);
    const stopped = { ok: false, error: "withdrawalAsked" };
    const checklist = checklistFor(answers);
    const advice = { outcome: "issue", reasons: "Good.", checklist } as const;
    expect(await recommend(nora, id, advice)).toEqual(stopped);
    const requests = [{ section: "goods" as const, reason: "One seal." }];
    expect(await returnForChanges(nora, id, { requests, dueOn: "2099-01-15" })).toEqual(stopped);
    expect((await findReview(nora, id))?.may).toMatchObject({
      review: false,
      answerWithdrawal: true,
    });
    expect(await refuseWithdrawal(marie, id, withdrawal, "No.")).toEqual({
      ok: false,
      error: "notAllowed",
    });
    expect((await refuseWithdrawal(samir, id, withdrawal, "It is being looked into.")).ok).toBe(
      true,
    );
    expect((await findApplication(owner, id))?.withdrawal).toMatchObject({
      open: false,
      outcome: "refused",
      answer: "It is being looked into.",
    });
    expect(await acceptWithdrawal(samir, id, withdrawal)).toMatchObject({ error: "noWithdrawal" });
    expect((await recommend(nora, id, advice)).ok).toBe(true);

    await asked(id);
    expect(await issueCertificate(marie, id)).toEqual(stopped);
    // It goes back to its reviewer with the question.
    expect((await sendBack(marie, id, "They ask to withdraw.")).ok).toBe(true);
    expect(await recommend(nora, id, advice)).toEqual(stopped);
    expect((await takeBackWithdrawal(owner, id)).ok).toBe(true);
    expect((await recommend(nora, id, advice)).ok).toBe(true);
    expect((await issueCertificate(marie, id)).ok).toBe(true);
    const told = (await findHistory(owner, id))?.map(({ what, note }) => [what, note]);
    expect(told).toContainEqual(["askToWithdraw", reason]);
    expect(told).toContainEqual(["refuseWithdrawal", "It is being looked into."]);
    expect(told).toContainEqual(["takeBackWithdrawal", null]);
  });

  it("stops a rejection too", async () => {
    const { id, answers } = await inReview();
    await claim(nora, id);
    const ground = "not_accurate" as const;
    const checklist = checklistFor(answers);
    await recommend(nora, id, { outcome: "reject", reasons: "No.", ground, checklist });
    await asked(id);
    expect(await reject(marie, id, { reasons: "No.", ground })).toEqual({
      ok: false,
      error: "withdrawalAsked",
    });
  });

  it.each(["in review", "recommended"])(
    "ends one that is %s, and its carats come back",
    async (at) => {
      const { id, certificateId } = await inReview();
      if (at === "recommended") await recommendIssue(nora, id);
      else await claim(nora, id);
      expect((await balanceOf(certificateId)).reserved).toBe("40.00");
      const withdrawal = await asked(id);
      const answers = await Promise.all([
        acceptWithdrawal(nora, id, withdrawal),
        refuseWithdrawal(samir, id, withdrawal, "No."),
        takeBackWithdrawal(owner, id),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      if (!answers[0].ok) {
        const again = await asked(id);
        expect((await acceptWithdrawal(samir, id, again)).ok).toBe(true);
      }
      expect(await balanceOf(certificateId)).toMatchObject({
        reserved: "0.00",
        remaining: "100.00",
      });
      const row = await db().application.findUniqueOrThrow({
        where: { id },
        include: {
          clock: { where: { until: null } },
          events: { orderBy: { id: "desc" }, take: 1 },
        },
      });
      expect(row).toMatchObject({ status: "cancelled", holderId: null, clock: [] });
      expect(row.events[0]?.data).toEqual({ move: "acceptWithdrawal" });
    },
  );
});
