import { isSteppedUp } from "@/lib/auth/step-up";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { violatedConstraint } from "@/lib/db";
import { err } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";

/** Everybody of the office reads the reference data and every change of it. */
export function visibleTo({ roles }: OfficerViewer): Prisma.ReferenceChangeWhereInput {
  return roles.length > 0 ? {} : { id: { in: [] } };
}

export const mayPropose = ({ roles }: OfficerViewer) => roles.includes("administrator");

export type AmendmentError =
  | "notFound"
  | "notAllowed"
  | "stepUp"
  | "changed"
  | "exists"
  | "unchanged"
  | "openRow"
  | "laterChange"
  | "wrongRows"
  | "endsBefore"
  | "alreadyOff"
  | "registeredLater"
  | "decided"
  | "ownProposal"
  | "notOwnProposal"
  | "notAsItWas"
  | "holdsAlready";

/** Why the viewer may not decide, or do what holds at once, if so. */
export function whyNot(viewer: OfficerViewer) {
  if (!mayPropose(viewer)) return err("notAllowed");
  return isSteppedUp(viewer) ? null : err("stepUp");
}

const constraints: Readonly<Record<string, AmendmentError>> = {
  ReferenceChange_by_administrator: "notAllowed",
  ReferenceChangeRow_changes_something: "unchanged",
  ReferenceChangeRow_new_version: "exists",
  ReferenceChangeRow_one_open: "openRow",
  ReferenceChangeRow_in_order: "laterChange",
  ReferenceChangeRow_immediate: "alreadyOff",
  ReferenceDecision_by_administrator: "notAllowed",
  ReferenceDecision_pkey: "decided",
  ReferenceDecision_two_persons: "ownProposal",
  ReferenceDecision_immediate_by_another: "holdsAlready",
  ReferenceDecision_of_what_is_there: "notAsItWas",
};

/** Runs a command; what the database refuses becomes its answer. */
export async function unlessRefused<T>(
  work: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly error: AmendmentError }> {
  try {
    return await work();
  } catch (thrown) {
    const error = constraints[violatedConstraint(thrown) ?? ""];
    if (error) return err(error);
    throw thrown;
  }
}
