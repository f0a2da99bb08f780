import type { ApplicationStatus, ClockSide } from "@/prisma/generated/enums";

/** In which quality somebody moves an application. An exporter also needs the permission `submit`. */
export type Role = "exporter" | "reviewer" | "signatory";

/**
 * What the command must also make sure of, on the server and in the transaction. `steppedUp`: the
 * signatory has just shown both factors. While the exporter asks to withdraw, the office answers that
 * before it decides anything else.
 */
export type Guard =
  | "noBlockingFinding"
  | "noOpenRequest"
  | "declarationsOfThisVersion"
  | "nobodyHasClaimedSinceSubmission"
  | "notOfOwnProfile"
  | "claimedByThisOfficer"
  | "atLeastOneRequest"
  | "dueDate"
  | "reason"
  | "checklistComplete"
  | "fromReturnedOnlyRejectionWhenOverdue"
  | "notEditor"
  | "notRecommenderNorEditor"
  | "balancesHold"
  | "steppedUp"
  | "recommendedToIssue"
  | "statutoryGround"
  | "openWithdrawalRequest"
  | "noOpenWithdrawalRequest";

interface Transition {
  readonly from: readonly ApplicationStatus[];
  /** Several only for `pullBack`: the status it was submitted from. */
  readonly to: ApplicationStatus | readonly ApplicationStatus[];
  readonly by: Role;
  readonly guards: readonly Guard[];
}

/** The only authority on the life of an application: buttons, commands, documentation and tests read it. */
export const transitions = {
  submit: {
    from: ["draft", "returned"],
    to: "submitted",
    by: "exporter",
    guards: ["noBlockingFinding", "noOpenRequest", "declarationsOfThisVersion"],
  },
  pullBack: {
    from: ["submitted"],
    to: ["draft", "returned"],
    by: "exporter",
    guards: ["nobodyHasClaimedSinceSubmission"],
  },
  /** By claiming for the first time. */
  beginReview: {
    from: ["submitted"],
    to: "in_review",
    by: "reviewer",
    guards: ["notOfOwnProfile"],
  },
  /** Notice of deficiency, Act s. 9(1)(b). */
  returnForChanges: {
    from: ["in_review"],
    to: "returned",
    by: "reviewer",
    guards: ["claimedByThisOfficer", "atLeastOneRequest", "dueDate", "noOpenWithdrawalRequest"],
  },
  /** A later day to answer by. */
  extend: {
    from: ["returned"],
    to: "returned",
    by: "reviewer",
    guards: ["notOfOwnProfile", "dueDate", "reason"],
  },
  /** From `returned` only a rejection under s. 10, once the due date has passed. */
  recommend: {
    from: ["in_review", "returned"],
    to: "recommended",
    by: "reviewer",
    guards: [
      "claimedByThisOfficer",
      "checklistComplete",
      "reason",
      "fromReturnedOnlyRejectionWhenOverdue",
      "noOpenWithdrawalRequest",
      "notEditor",
    ],
  },
  sendBack: { from: ["recommended"], to: "in_review", by: "signatory", guards: ["reason"] },
  issue: {
    from: ["recommended"],
    to: "issued",
    by: "signatory",
    guards: [
      "recommendedToIssue",
      "notRecommenderNorEditor",
      "notOfOwnProfile",
      "noBlockingFinding",
      "balancesHold",
      "noOpenWithdrawalRequest",
      "steppedUp",
    ],
  },
  /** Act s. 9(1)(c), or s. 10. */
  reject: {
    from: ["recommended"],
    to: "rejected",
    by: "signatory",
    guards: [
      "notRecommenderNorEditor",
      "notOfOwnProfile",
      "statutoryGround",
      "reason",
      "noOpenWithdrawalRequest",
      "steppedUp",
    ],
  },
  cancel: {
    from: ["draft", "returned", "submitted"],
    to: "cancelled",
    by: "exporter",
    guards: ["nobodyHasClaimedSinceSubmission"],
  },
  acceptWithdrawal: {
    from: ["in_review", "recommended"],
    to: "cancelled",
    by: "reviewer",
    guards: ["notOfOwnProfile", "openWithdrawalRequest"],
  },
} as const satisfies Record<string, Transition>;

export type Move = keyof typeof transitions;

/** The moves of a role: asking for another one does not compile. */
export type MoveBy<R extends Role> = {
  [M in Move]: (typeof transitions)[M]["by"] extends R ? M : never;
}[Move];

const moves = Object.keys(transitions) as Move[];

/** The moves that a role may make from a status, before any guard is asked. */
export function movesFor<R extends Role>(role: R, status: ApplicationStatus): MoveBy<R>[] {
  return moves.filter((move): move is MoveBy<R> => {
    const { by, from }: Transition = transitions[move];
    return by === role && from.includes(status);
  });
}

/** The statuses in which the exporter may change answers and documents. */
export function isEditable(status: ApplicationStatus): boolean {
  return status === "draft" || status === "returned";
}

/** For whom the service clock runs; null before the first submission and after the end. */
export function sideOf(status: ApplicationStatus): ClockSide | null {
  switch (status) {
    case "submitted":
    case "in_review":
    case "recommended":
      return "office";
    case "returned":
      return "exporter";
    case "draft":
    case "issued":
    case "rejected":
    case "cancelled":
      return null;
  }
}

/** What the exporter is told: a recommendation stays inside the office. */
export function shownToExporter(
  status: ApplicationStatus,
): Exclude<ApplicationStatus, "recommended"> {
  return status === "recommended" ? "in_review" : status;
}
