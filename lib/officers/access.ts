import { isSteppedUp } from "@/lib/auth/step-up";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { violatedConstraint } from "@/lib/db";
import { err } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";

/** Administrators and auditors see who the officers are. */
export function seesOfficers({ roles }: OfficerViewer): boolean {
  return roles.includes("administrator") || roles.includes("auditor");
}

/** The people of the office whom the viewer sees: whoever has a role, or ever had one. */
export function visibleTo(viewer: OfficerViewer): Prisma.UserWhereInput {
  if (!seesOfficers(viewer)) return { id: { in: [] } };
  return { OR: [{ roles: { isEmpty: false } }, { officerChanges: { some: {} } }] };
}

export type OfficerError =
  | "notFound"
  | "notAllowed"
  | "stepUp"
  | "changed"
  | "sameRoles"
  | "sameStanding"
  | "ownRise"
  | "lastAdministrator"
  | "ownAddress"
  | "alreadyInvited"
  | "ended"
  | "expired"
  | "otherAddress"
  | "inviterGone";
export type OfficerRefusal = ReturnType<typeof err<OfficerError>>;

/** Why the viewer may not change who the officers are, if so. */
export function whyNot({ roles, ...viewer }: OfficerViewer): OfficerRefusal | null {
  if (!roles.includes("administrator")) return err("notAllowed");
  return isSteppedUp({ ...viewer, roles }) ? null : err("stepUp");
}

const constraints: Readonly<Record<string, OfficerError>> = {
  OfficerChange_by_administrator: "notAllowed",
  OfficerChange_not_own_rise: "ownRise",
  OfficerChange_leaves_administrator: "lastAdministrator",
  OfficerChange_as_invited: "ended",
  OfficerInvitation_by_administrator: "notAllowed",
};

/** Runs a command; what the database refuses about officers becomes its answer. */
export async function unlessRefused<T>(work: () => Promise<T>): Promise<T | OfficerRefusal> {
  try {
    return await work();
  } catch (thrown) {
    const error = constraints[violatedConstraint(thrown) ?? ""];
    if (error) return err(error);
    throw thrown;
  }
}

/** One change of the office's people at a time: the lock that the database takes for each change. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('officer change'))`;
}
