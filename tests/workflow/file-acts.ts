import { issueCertificate } from "@/lib/certificates/commands/issue";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { goodAnswers } from "@/tests/factories/applications";
import { checklistFor } from "@/tests/factories/office";
import { acceptWithdrawal, refuseWithdrawal } from "@/lib/reviews/commands/answer-withdrawal";
import { claim } from "@/lib/reviews/commands/claim";
import { claimNext } from "@/lib/reviews/commands/claim-next";
import { extend } from "@/lib/reviews/commands/extend";
import { prepareRequest, takeBackRequest } from "@/lib/reviews/commands/prepare-request";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { release } from "@/lib/reviews/commands/release";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { saveWork } from "@/lib/reviews/commands/save-work";
import { sendBack } from "@/lib/reviews/commands/send-back";
import { takeOver } from "@/lib/reviews/commands/take-over";
import type { ApplicationStatus } from "@/prisma/generated/enums";

/*
 * What officers do with a file, each in a line: who may, what it becomes, and the command itself. Two of
 * them are started at once in lib/reviews/pairs.db.test.ts.
 */

export const reviewers = ["nora", "samir", "lea"] as const;
export const signatories = ["marie", "paul"] as const;
export type Who = (typeof reviewers)[number] | (typeof signatories)[number];

export interface FileModel {
  readonly status: ApplicationStatus;
  readonly holder: Who | null;
  readonly withdrawal: boolean;
  readonly advice: "issue" | "reject" | null;
  /** The day to answer by has passed. */
  readonly overdue: boolean;
  readonly extended: boolean;
  /** A request of the next notice was prepared from the conversation about it. */
  readonly prepared: boolean;
}

/** What the page showed when the button was pressed. */
export interface Seen {
  readonly id: string;
  readonly withdrawalId: string;
  /** The conversation about it. */
  readonly threadId: string;
  readonly preparedId: string;
  /** Who held it. */
  readonly from: string;
  readonly overdue: boolean;
}

interface Answer {
  readonly ok: boolean;
  readonly error?: string;
  readonly by?: string;
}

export interface Act {
  /** Of lib, as tests/authorization names it. */
  readonly command: string;
  readonly by: readonly Who[];
  readonly may: (file: FileModel, who: Who) => boolean;
  readonly then: (file: FileModel, who: Who) => Partial<FileModel>;
  readonly press: (viewer: OfficerViewer, seen: Seen) => Promise<Answer>;
  /** It passes over a file that another officer is just about to change. */
  readonly passesOver?: boolean;
}

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const held = ({ status }: FileModel) => ["submitted", "in_review", "returned"].includes(status);
const reasons = "The papers agree.";
const checklist = () => checklistFor(goodAnswers());

export const acts = {
  claim: {
    command: "reviews/commands/claim.ts claim",
    by: reviewers,
    may: (file) => held(file) && file.holder === null,
    then: (file, holder) => ({
      holder,
      status: file.status === "submitted" ? "in_review" : file.status,
    }),
    press: (viewer, { id }) => claim(viewer, id),
  },
  claimNext: {
    command: "reviews/commands/claim-next.ts claimNext",
    by: reviewers,
    may: (file) => held(file) && file.status !== "returned" && file.holder === null,
    then: (_, holder) => ({ holder, status: "in_review" }),
    async press(viewer, { id }) {
      const got = await claimNext(viewer, id);
      return got.ok && got.value.applicationId !== id ? { ok: false, error: "another" } : got;
    },
    passesOver: true,
  },
  release: {
    command: "reviews/commands/release.ts release",
    by: reviewers,
    may: (file, who) => held(file) && file.holder === who,
    then: () => ({ holder: null }),
    press: (viewer, { id }) => release(viewer, id),
  },
  takeOver: {
    command: "reviews/commands/take-over.ts takeOver",
    by: reviewers,
    // From nora, whom everybody saw.
    may: (file, who) => held(file) && file.holder === "nora" && who !== "nora",
    then: (_, holder) => ({ holder }),
    press: (viewer, { id, from }) => takeOver(viewer, id, { from, reason: "They are on leave." }),
  },
  saveWork: {
    command: "reviews/commands/save-work.ts saveWork",
    by: reviewers,
    may: ({ status, holder }, who) => status === "in_review" && holder === who,
    then: () => ({}),
    press: (viewer, { id }) =>
      saveWork(viewer, id, {
        submissionVersion: 1,
        version: 0,
        work: { papersLegible: "yes" },
        choices: {},
      }),
  },
  prepareRequest: {
    command: "reviews/commands/prepare-request.ts prepareRequest",
    by: reviewers,
    may: ({ status, holder }, who) => status === "in_review" && holder === who,
    then: () => ({}),
    press: (viewer, { threadId }) =>
      prepareRequest(
        viewer,
        threadId,
        { section: "goods", reason: "One seal is missing." },
        crypto.randomUUID(),
      ),
  },
  takeBackRequest: {
    command: "reviews/commands/prepare-request.ts takeBackRequest",
    by: reviewers,
    may: ({ status, holder, prepared }, who) =>
      status === "in_review" && holder === who && prepared,
    then: () => ({}),
    press: (viewer, { preparedId }) => takeBackRequest(viewer, preparedId),
  },
  returnForChanges: {
    command: "reviews/commands/return-for-changes.ts returnForChanges",
    by: reviewers,
    may: ({ status, holder, withdrawal }, who) =>
      status === "in_review" && holder === who && !withdrawal,
    then: () => ({ status: "returned" }),
    press: (viewer, { id }) =>
      returnForChanges(viewer, id, {
        requests: [{ section: "goods", reason: "One seal is missing." }],
        dueOn: inDays(9),
      }),
  },
  extend: {
    command: "reviews/commands/extend.ts extend",
    by: reviewers,
    may: ({ status, extended }) => status === "returned" && !extended,
    then: () => ({ extended: true, overdue: false }),
    press: (viewer, { id }) =>
      extend(viewer, id, { dueOn: inDays(20), reason: "The laboratory is closed." }),
  },
  recommend: {
    command: "reviews/commands/recommend.ts recommend",
    by: reviewers,
    may: ({ status, holder, withdrawal }, who) =>
      status === "in_review" && holder === who && !withdrawal,
    then: () => ({ status: "recommended", advice: "issue" }),
    press: (viewer, { id }) =>
      recommend(viewer, id, { outcome: "issue", reasons, checklist: checklist() }),
  },
  recommendRejection: {
    command: "reviews/commands/recommend.ts recommend",
    by: reviewers,
    may: ({ status, holder, withdrawal, overdue }, who) =>
      holder === who &&
      !withdrawal &&
      (status === "in_review" || (status === "returned" && overdue)),
    then: () => ({ status: "recommended", advice: "reject" }),
    press: (viewer, { id, overdue }) =>
      recommend(viewer, id, {
        outcome: "reject",
        reasons,
        ground: overdue ? "not_remedied" : "not_accurate",
        checklist: checklist(),
      }),
  },
  acceptWithdrawal: {
    command: "reviews/commands/answer-withdrawal.ts acceptWithdrawal",
    by: reviewers,
    may: ({ status, withdrawal }) => withdrawal && ["in_review", "recommended"].includes(status),
    then: () => ({ status: "cancelled", holder: null, withdrawal: false }),
    press: (viewer, { id, withdrawalId }) => acceptWithdrawal(viewer, id, withdrawalId),
  },
  refuseWithdrawal: {
    command: "reviews/commands/answer-withdrawal.ts refuseWithdrawal",
    by: reviewers,
    may: ({ status, withdrawal }) => withdrawal && ["in_review", "recommended"].includes(status),
    then: () => ({ withdrawal: false }),
    press: (viewer, { id, withdrawalId }) =>
      refuseWithdrawal(viewer, id, withdrawalId, "It is being looked into."),
  },
  sendBack: {
    command: "reviews/commands/send-back.ts sendBack",
    by: signatories,
    may: ({ status }) => status === "recommended",
    then: () => ({ status: "in_review" }),
    press: (viewer, { id }) => sendBack(viewer, id, "Please look again."),
  },
  issue: {
    command: "certificates/commands/issue.ts issueCertificate",
    by: signatories,
    may: ({ status, advice, withdrawal }) =>
      status === "recommended" && advice === "issue" && !withdrawal,
    then: () => ({ status: "issued", holder: null }),
    press: (viewer, { id }) => issueCertificate(viewer, id),
  },
  reject: {
    command: "reviews/commands/reject.ts reject",
    by: signatories,
    may: ({ status, advice, withdrawal }) =>
      status === "recommended" && advice === "reject" && !withdrawal,
    then: () => ({ status: "rejected", holder: null }),
    press: (viewer, { id }) => reject(viewer, id, { reasons, ground: "not_accurate" }),
  },
} as const satisfies Record<string, Act>;
export type ActName = keyof typeof acts;
export const actNames = Object.keys(acts) as ActName[];

/** The commands of the office that are about no file. */
export const aboutNoFile = [
  "reviews/commands/saved-views.ts saveView",
  "reviews/commands/saved-views.ts renameView",
  "reviews/commands/saved-views.ts removeView",
];
