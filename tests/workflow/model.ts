import { transitions, type Guard, type Move } from "@/lib/applications/status";
import type { ApplicationStatus } from "@/prisma/generated/enums";

/*
 * The life of one application as the table tells it, and nothing else: who may move it from where to
 * where, with each guard said in a line. What is built must do the same.
 */

export const exporters = ["owner", "submitter", "preparer"] as const;
export const officers = ["nora", "samir", "marie"] as const;
export type Exporter = (typeof exporters)[number];
export type Officer = (typeof officers)[number];
/** Nora and Samir review, Marie signs. */
export type Who = Exporter | Officer;

export interface Model {
  status: ApplicationStatus;
  /** From which status each submission was made. */
  submissions: ("draft" | "returned")[];
  holder: Officer | null;
  /** Of the newest notice, whether each is answered. */
  requests: boolean[];
  overdue: boolean;
  advice: { outcome: "issue" | "reject"; by: Officer } | null;
  recommenders: Set<Officer>;
  withdrawal: boolean;
}

export const begin = (): Model => ({
  status: "draft",
  submissions: [],
  holder: null,
  requests: [],
  overdue: false,
  advice: null,
  recommenders: new Set(),
  withdrawal: false,
});

/** One press of somebody; `outcome` is what a recommendation advises. */
export interface Press {
  readonly move: Move;
  readonly by: Who;
  readonly outcome?: "issue" | "reject";
}

const roleOf = (who: Who) =>
  who === "marie" ? "signatory" : who === "nora" || who === "samir" ? "reviewer" : "exporter";

type Check = (model: Model, press: Press) => boolean;
const always: Check = () => true;

const guards: Record<Guard, Check> = {
  // What the press itself brings is always right here; the rules have tests of their own.
  noBlockingFinding: always,
  declarationsOfThisVersion: always,
  notOfOwnProfile: always,
  atLeastOneRequest: always,
  dueDate: always,
  reason: always,
  checklistComplete: always,
  balancesHold: always,
  steppedUp: always,
  statutoryGround: always,
  noOpenRequest: ({ status, requests }) => status !== "returned" || requests.every(Boolean),
  nobodyHasClaimedSinceSubmission: ({ status, holder }) => status !== "submitted" || !holder,
  claimedByThisOfficer: ({ holder }, { by }) => holder === by,
  fromReturnedOnlyRejectionWhenOverdue: ({ status, overdue }, { outcome }) =>
    status !== "returned" || (overdue && outcome === "reject"),
  notEditor: always,
  notRecommenderNorEditor: ({ recommenders }, { by }) => !recommenders.has(by as Officer),
  recommendedToIssue: ({ advice }) => advice?.outcome === "issue",
  openWithdrawalRequest: ({ withdrawal }) => withdrawal,
  noOpenWithdrawalRequest: ({ withdrawal }) => !withdrawal,
};

/** Whether the table lets it pass. */
export function allows(model: Model, press: Press): boolean {
  const { from, by, guards: asked } = transitions[press.move];
  const inPlace = (from as readonly string[]).includes(model.status);
  const inRole = by === roleOf(press.by) && press.by !== "preparer";
  // Only what was advised can be decided.
  const follows = press.move !== "reject" || model.advice?.outcome === "reject";
  return inPlace && inRole && follows && asked.every((guard) => guards[guard](model, press));
}

/** What the model is after a move that passed. */
export function after(model: Model, { move, by, outcome = "issue" }: Press): Model {
  const next: Model = { ...model, recommenders: new Set(model.recommenders) };
  const from = next.submissions.at(-1) ?? "draft";
  const { to } = transitions[move];
  next.status = typeof to === "string" ? to : from;
  switch (move) {
    case "submit":
      next.submissions = [...next.submissions, model.status === "returned" ? "returned" : "draft"];
      next.holder = null;
      break;
    case "beginReview":
      next.holder = by as Officer;
      break;
    case "returnForChanges":
      next.requests = [false, false];
      next.overdue = false;
      break;
    case "extend":
      next.overdue = false;
      break;
    case "recommend":
      next.advice = { outcome, by: by as Officer };
      next.recommenders.add(by as Officer);
      break;
    case "acceptWithdrawal":
      next.withdrawal = false;
      next.holder = null;
      break;
    case "issue":
    case "reject":
      next.holder = null;
      break;
    case "pullBack":
    case "sendBack":
    case "cancel":
      break;
  }
  return next;
}

/** What is done beside the moves: overlays of product.md, section 3. */
export type Aside =
  | { readonly aside: "answer" | "takeBackAnswer"; readonly by: Exporter; readonly request: 0 | 1 }
  | { readonly aside: "askToWithdraw" | "takeBackWithdrawal"; readonly by: Exporter }
  | { readonly aside: "refuseWithdrawal" | "release" | "claim"; readonly by: Officer }
  | { readonly aside: "dayPasses" };

export function allowsAside(model: Model, press: Aside): boolean {
  const withOffice = model.status === "in_review" || model.status === "recommended";
  const held = ["submitted", "in_review", "returned"].includes(model.status);
  switch (press.aside) {
    case "answer":
    case "takeBackAnswer":
      return model.status === "returned";
    case "askToWithdraw":
      return press.by !== "preparer" && withOffice && !model.withdrawal;
    case "takeBackWithdrawal":
      return press.by !== "preparer" && withOffice && model.withdrawal;
    case "refuseWithdrawal":
      return press.by !== "marie" && withOffice && model.withdrawal;
    case "release":
      return press.by !== "marie" && held && model.holder === press.by;
    case "claim":
      // The first claim of a submission is the move beginReview.
      return press.by !== "marie" && held && model.status !== "submitted" && !model.holder;
    case "dayPasses":
      return true;
  }
}

export function afterAside(model: Model, press: Aside): Model {
  switch (press.aside) {
    case "answer":
    case "takeBackAnswer":
      return {
        ...model,
        requests: model.requests.map((answered, i) =>
          i === press.request ? press.aside === "answer" : answered,
        ),
      };
    case "askToWithdraw":
      return { ...model, withdrawal: true };
    case "takeBackWithdrawal":
    case "refuseWithdrawal":
      return { ...model, withdrawal: false };
    case "release":
      return { ...model, holder: null };
    case "claim":
      return { ...model, holder: press.by };
    case "dayPasses":
      return { ...model, overdue: true };
  }
}
