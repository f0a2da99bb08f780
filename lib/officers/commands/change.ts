import "server-only";
import { endSessions } from "@/lib/auth/sessions";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import {
  oneAtATime,
  unlessRefused,
  visibleTo,
  whyNot,
  type OfficerError,
} from "@/lib/officers/access";
import { officerFacts, officerStanding } from "@/lib/people/officer";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";
import type { OfficerRole } from "@/prisma/generated/enums";

type Person = NonNullable<Awaited<ReturnType<typeof find>>>;
type Next = { roles: OfficerRole[]; suspended: boolean };

/** Gives an officer these roles, and no others. `seen` is the newest change that the page showed. */
export function changeRoles(
  viewer: OfficerViewer,
  userId: string,
  { roles, reason }: { roles: OfficerRole[]; reason: string },
  seen: string,
): Promise<Result<void, OfficerError>> {
  return change(viewer, userId, reason, seen, (person) => {
    const same = roles.length === person.roles.length;
    if (same && roles.every((role) => person.roles.includes(role))) return err("sameRoles");
    return ok({ roles, suspended: person.suspendedAt !== null });
  });
}

/** Takes an officer's access away at once, their open sessions too. Files they hold stay theirs. */
export function suspend(
  viewer: OfficerViewer,
  userId: string,
  reason: string,
  seen: string,
): Promise<Result<void, OfficerError>> {
  return change(viewer, userId, reason, seen, ({ roles, suspendedAt }) =>
    suspendedAt ? err("sameStanding") : ok({ roles, suspended: true }),
  );
}

/** Gives a suspended or dormant officer the access back. */
export function restore(
  viewer: OfficerViewer,
  userId: string,
  reason: string,
  seen: string,
): Promise<Result<void, OfficerError>> {
  return change(viewer, userId, reason, seen, (person) =>
    officerStanding(person, new Date()) === "active"
      ? err("sameStanding")
      : ok({ roles: person.roles, suspended: false }),
  );
}

async function change(
  viewer: OfficerViewer,
  userId: string,
  reason: string,
  seen: string,
  nextOf: (person: Person) => Result<Next, OfficerError>,
): Promise<Result<void, OfficerError>> {
  const objection = whyNot(viewer);
  if (objection) return objection;
  return unlessRefused(() =>
    transaction<Result<void, OfficerError>>(async (tx) => {
      await oneAtATime(tx);
      const person = await find(tx, viewer, userId);
      if (!person) return err("notFound");
      const [newest] = person.officerChanges;
      if (String(newest?.id ?? 0) !== seen) return err("changed");
      const next = nextOf(person);
      if (!next.ok) return rollBack(next);
      await tx.officerChange.create({
        data: { userId, ...next.value, reason, byId: viewer.userId },
      });
      if (next.value.suspended) await endSessions(tx, { userId }, "office");
      await record(tx, actorOf(viewer), {
        kind: "officer.changed",
        personId: userId,
        data: { ...next.value, reason },
      });
      return ok(undefined);
    }),
  );
}

function find(tx: Tx, viewer: OfficerViewer, userId: string) {
  return tx.user.findFirst({
    where: { AND: [visibleTo(viewer), idIs(userId)] },
    select: {
      ...officerFacts,
      officerChanges: { orderBy: { id: "desc" }, take: 1, select: { id: true } },
    },
  });
}
