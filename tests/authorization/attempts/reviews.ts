import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { writeNote } from "@/lib/office-notes/commands";
import { listNotes } from "@/lib/office-notes/queries";
import { acceptWithdrawal, refuseWithdrawal } from "@/lib/reviews/commands/answer-withdrawal";
import { claim } from "@/lib/reviews/commands/claim";
import { claimNext } from "@/lib/reviews/commands/claim-next";
import { removeView, renameView, saveView } from "@/lib/reviews/commands/saved-views";
import { extend } from "@/lib/reviews/commands/extend";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { release } from "@/lib/reviews/commands/release";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { saveWork } from "@/lib/reviews/commands/save-work";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { takeOver } from "@/lib/reviews/commands/take-over";
import { findExporterView } from "@/lib/reviews/queries/find-exporter-view";
import { findWork } from "@/lib/reviews/queries/find-work";
import { listEarlierFiles } from "@/lib/reviews/queries/list-earlier-files";
import { findReview } from "@/lib/reviews/queries/find-review";
import { listHistory } from "@/lib/reviews/queries/list-history";
import { findAtHand } from "@/lib/reviews/queries/find-at-hand";
import { findJustDone } from "@/lib/reviews/queries/find-just-done";
import { findQueuePage } from "@/lib/reviews/queries/find-queue-page";
import { listOverdue, overdueLists } from "@/lib/reviews/queries/list-overdue";
import { listQueue } from "@/lib/reviews/queries/list-queue";
import { findSavedView, listSavedViews } from "@/lib/reviews/queries/saved-views";
import { queueFilter } from "@/lib/reviews/queue-filter";
import { listToSign } from "@/lib/reviews/queries/list-to-sign";
import { dateInOttawa, setClock } from "@/lib/clock";
import { goodAnswers } from "@/tests/factories/applications";
import { checklistFor } from "@/tests/factories/office";
import { about, asOfficer, type Attempt } from "./attempt";

const reasons = "The papers agree.";
const inDays = (days: number) => dateInOttawa(new Date(Date.now() + days * 86_400_000));

export const reviews = {
  "reviews/commands/claim.ts claim": asOfficer((viewer, { applicationId }) =>
    claim(viewer, applicationId),
  ),
  "reviews/commands/claim-next.ts claimNext": asOfficer((viewer) => claimNext(viewer, "")),
  "reviews/commands/saved-views.ts saveView": asOfficer((viewer) =>
    saveView(viewer, { name: randomUUID(), query: "officer=me" }),
  ),
  "reviews/commands/saved-views.ts renameView": asOfficer((viewer, { viewId }) =>
    renameView(viewer, viewId, randomUUID()),
  ),
  "reviews/commands/saved-views.ts removeView": asOfficer((viewer, { viewId }) =>
    removeView(viewer, viewId),
  ),
  "reviews/commands/release.ts release": asOfficer((viewer, { applicationId }) =>
    release(viewer, applicationId),
  ),
  "reviews/commands/take-over.ts takeOver": asOfficer((viewer, { applicationId, holderId }) =>
    takeOver(viewer, applicationId, { from: holderId, reason: "They are on leave." }),
  ),
  "reviews/commands/return-for-changes.ts returnForChanges": asOfficer(
    (viewer, { applicationId }) =>
      returnForChanges(viewer, applicationId, {
        requests: [{ section: "goods", reason: "One seal is missing." }],
        dueOn: inDays(9),
      }),
  ),
  "reviews/commands/recommend.ts recommend": asOfficer((viewer, { applicationId }) =>
    recommend(viewer, applicationId, {
      outcome: "issue",
      reasons,
      checklist: checklistFor(goodAnswers()),
    }),
  ),
  "reviews/commands/reject.ts reject": asOfficer((viewer, { applicationId }) =>
    reject(viewer, applicationId, { reasons, ground: "not_accurate" }),
  ),
  "reviews/commands/send-back.ts sendBack": asOfficer((viewer, { applicationId }) =>
    sendBack(viewer, applicationId, "Please look again."),
  ),
  "reviews/commands/extend.ts extend": asOfficer((viewer, { applicationId }) =>
    extend(viewer, applicationId, { dueOn: inDays(20), reason: "The laboratory is closed." }),
  ),
  "reviews/commands/answer-withdrawal.ts acceptWithdrawal": asOfficer(
    (viewer, { applicationId, withdrawalId }) =>
      acceptWithdrawal(viewer, applicationId, withdrawalId),
  ),
  "reviews/commands/answer-withdrawal.ts refuseWithdrawal": asOfficer(
    (viewer, { applicationId, withdrawalId }) =>
      refuseWithdrawal(viewer, applicationId, withdrawalId, "The shipment is being looked into."),
  ),
  "reviews/commands/save-work.ts saveWork": asOfficer((viewer, { applicationId }) =>
    saveWork(viewer, applicationId, {
      submissionVersion: 1,
      version: 0,
      work: { papersLegible: "yes" },
      choices: {},
    }),
  ),
  "reviews/queries/find-work.ts findWork": asOfficer(async (viewer, { applicationId }) => {
    const review = await findReview(viewer, applicationId);
    return review && findWork(viewer, review);
  }),
  // Of the other files of its exporter, of whom there are some.
  "reviews/queries/list-earlier-files.ts listEarlierFiles": asOfficer(
    async (viewer, { applicationId }) => {
      const review = await findReview(viewer, applicationId);
      return review && listEarlierFiles(viewer, review);
    },
  ),
  "reviews/queries/find-exporter-view.ts findExporterView": asOfficer((viewer, { applicationId }) =>
    findExporterView(viewer, applicationId),
  ),
  "office-notes/commands.ts writeNote": asOfficer((viewer, { applicationId }) =>
    writeNote(viewer, applicationId, "They order seals in rolls of 50."),
  ),
  "office-notes/queries.ts listNotes": asOfficer(async (viewer, { applicationId }) => {
    if (await findReview(viewer, applicationId)) {
      const data = { applicationId, text: "Call them.", byId: viewer.userId };
      await db().officeNote.create({ data });
    }
    return listNotes(viewer, applicationId);
  }),
  "reviews/queries/find-review.ts findReview": asOfficer((viewer, { applicationId }) =>
    findReview(viewer, applicationId),
  ),
  "reviews/queries/list-history.ts listHistory": asOfficer((viewer, { applicationId }) =>
    listHistory(viewer, applicationId),
  ),
  "reviews/queries/list-queue.ts listQueue": asOfficer(
    async (viewer, { applicationId, number }) => {
      const { rows } = await listQueue(viewer, queueFilter.parse({ text: number }));
      return about(rows, ({ id }) => id === applicationId);
    },
  ),
  "reviews/queries/list-overdue.ts listOverdue": asOfficer(async (viewer, { applicationId }) => {
    // When every promise and every day to answer by has passed.
    setClock(new Date(Date.now() + 400 * 86_400_000));
    try {
      const rows: { id: string }[] = [];
      for (const list of overdueLists) {
        for (let after: string | null = ""; after !== null;) {
          const page: Awaited<ReturnType<typeof listOverdue>> = await listOverdue(viewer, {
            list,
            after,
          });
          rows.push(...page.rows);
          after = page.next;
        }
      }
      return about(rows, ({ id }) => id === applicationId);
    } finally {
      setClock(null);
    }
  }),
  "reviews/queries/find-queue-page.ts findQueuePage": asOfficer(
    async (viewer, { applicationId, number }) => {
      const filter = queueFilter.parse({ text: number });
      const { rows } = await findQueuePage(viewer, filter, applicationId);
      return about(rows, ({ id }) => id === applicationId);
    },
  ),
  "reviews/queries/find-at-hand.ts findAtHand": asOfficer(async (viewer, { applicationId }) =>
    about((await findAtHand(viewer)).held, ({ id }) => id === applicationId),
  ),
  "reviews/queries/find-just-done.ts findJustDone": asOfficer((viewer, { applicationId }) =>
    findJustDone(viewer, applicationId),
  ),
  "reviews/queries/saved-views.ts listSavedViews": asOfficer(async (viewer, { viewId }) =>
    about(await listSavedViews(viewer), ({ id }) => id === viewId),
  ),
  "reviews/queries/saved-views.ts findSavedView": asOfficer((viewer, { viewId }) =>
    findSavedView(viewer, viewId),
  ),
  "reviews/queries/list-to-sign.ts listToSign": asOfficer(async (viewer, { applicationId }) =>
    about(await listToSign(viewer), ({ id }) => id === applicationId),
  ),
} satisfies Record<string, Attempt>;
