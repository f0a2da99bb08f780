import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { seesOfficers } from "@/lib/officers/access";
import { fullName, named } from "@/lib/people/name";
import { officerFacts, officerStanding } from "@/lib/people/officer";
import { idIs } from "@/lib/row-id";

/**
 * A person as administrators and auditors may know them: who they are, for whom they act and acted, and what
 * happened about them; null for other officers. That it was read is noted.
 */
export async function findPersonDossier(viewer: OfficerViewer, userId: string) {
  if (!seesOfficers(viewer)) return null;
  const person = await db().user.findFirst({
    where: idIs(userId),
    select: {
      id: true,
      ...named.select,
      organization: true,
      title: true,
      phone: true,
      email: true,
      emailVerified: true,
      language: true,
      createdAt: true,
      mergedInto: { select: { id: true, ...named.select } },
      ...officerFacts,
      _count: { select: { sessions: { where: { expires: { gt: new Date() } } } } },
      mandates: {
        orderBy: { createdAt: "desc" },
        select: {
          id: true,
          kind: true,
          permissions: true,
          acceptedAt: true,
          endsOn: true,
          endedAt: true,
          exporter: { select: { id: true, legalName: true } },
        },
      },
    },
  });
  if (!person) return null;
  const events = await db().event.findMany({
    where: {
      kind: { in: [...told] },
      OR: [{ personId: person.id }, { personId: null, actorId: person.id }],
    },
    orderBy: { id: "desc" },
    take: 30,
    select: { id: true, at: true, kind: true, actor: named },
  });
  await transaction((tx) =>
    record(tx, actorOf(viewer), { kind: "person.read", personId: person.id, data: {} }),
  );
  const today = todayInOttawa();
  const { _count, mergedInto, mandates, ...facts } = person;
  return {
    ...facts,
    name: fullName(person),
    officer: officerStanding(person, new Date()),
    mergedInto: mergedInto && { id: mergedInto.id, name: fullName(mergedInto) },
    sessions: _count.sessions,
    mandates: mandates.map(({ endsOn, ...mandate }) => {
      const lastDay = endsOn ? isoDate(endsOn) : null;
      const lapsed = lastDay !== null && lastDay < today;
      return { ...mandate, endsOn: lastDay, inForce: mandate.endedAt === null && !lapsed };
    }),
    history: events.map(({ id, at, kind, actor }) => ({
      id: id.toString(),
      at,
      kind: kind as (typeof told)[number],
      by: fullName(actor),
    })),
  };
}
export type PersonDossier = NonNullable<Awaited<ReturnType<typeof findPersonDossier>>>;

/** What is told of a person: how they sign in, who they say they are, for whom they act. */
const told = [
  "terms.accepted",
  "person.changed",
  "email.confirmed",
  "credential.linked",
  "credential.refused",
  "exporter.created",
  "mandate.accepted",
  "mandate.changed",
  "mandate.ended",
  "officer.joined",
  "officer.changed",
] as const;
