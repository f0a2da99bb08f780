import "server-only";
import { endSessions } from "@/lib/auth/sessions";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import {
  done,
  no,
  oneAtATime,
  unlessRefused,
  visibleTo,
  whyNot,
  type OfficerRefusal,
  type Outcome,
} from "@/lib/officers/access";
import { officerFacts, officerStanding } from "@/lib/people/officer";
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
): Promise<Outcome<void>> {
  return change(viewer, userId, reason, seen, (person) => {
    const same = roles.length === person.roles.length;
    if (same && roles.every((role) => person.roles.includes(role))) return no("sameRoles");
    return { roles, suspended: person.suspendedAt !== null };
  });
}

/** Takes an officer's access away at once, their open sessions too. Files they hold stay theirs. */
export function suspend(
  viewer: OfficerViewer,
  userId: string,
  reason: string,
  seen: string,
): Promise<Outcome<void>> {
  return change(viewer, userId, reason, seen, ({ roles, suspendedAt }) =>
    suspendedAt ? no("sameStanding") : { roles, suspended: true },
  );
}

/** Gives a suspended or dormant officer the access back. */
export function restore(
  viewer: OfficerViewer,
  userId: string,
  reason: string,
  seen: string,
): Promise<Outcome<void>> {
  return change(viewer, userId, reason, seen, (person) =>
    officerStanding(person, new Date()) === "active"
      ? no("sameStanding")
      : { roles: person.roles, suspended: false },
  );
}

async function change(
  viewer: OfficerViewer,
  userId: string,
  reason: string,
  seen: string,
  nextOf: (person: Person) => Next | OfficerRefusal,
): Promise<Outcome<void>> {
  const objection = whyNot(viewer);
  if (objection) return objection;
  return unlessRefused(() =>
    transaction<Outcome<void>>(async (tx) => {
      await oneAtATime(tx);
      const person = await find(tx, viewer, userId);
      if (!person) return no("notFound");
      const [newest] = person.officerChanges;
      if (String(newest?.id ?? 0) !== seen) return no("changed");
      const next = nextOf(person);
      if ("error" in next) return rollBack(next);
      await tx.officerChange.create({ data: { userId, ...next, reason, byId: viewer.userId } });
      if (next.suspended) await endSessions(tx, { userId }, "office");
      await record(tx, actorOf(viewer), {
        kind: "officer.changed",
        personId: userId,
        data: { ...next, reason },
      });
      return done;
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
