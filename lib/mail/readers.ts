import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { Reader } from "@/lib/mail/who-is-told";
import { inForce } from "@/lib/people/mandate";
import { fullName } from "@/lib/people/name";
import { officerFacts, officerStanding } from "@/lib/people/officer";
import type { Prisma } from "@/prisma/generated/client";

/** What must be known of a person to write to them. */
export const personSelect = {
  id: true,
  firstName: true,
  lastName: true,
  email: true,
  emailVerified: true,
  language: true,
} satisfies Prisma.UserSelect;

export type Known = Prisma.UserGetPayload<{ select: typeof personSelect }>;

/** The person as a reader, or nobody. Only a confirmed address is written to: another may be somebody else's. */
export function readerOf(user: Known | null): Reader[] {
  if (!user) return [];
  const email = user.emailVerified === null ? null : user.email;
  return [{ email, name: fullName(user), language: user.language, userId: user.id }];
}

/** What must be known of an officer to write to them. */
export const officerSelect = { ...personSelect, ...officerFacts } satisfies Prisma.UserSelect;

type Officer = Prisma.UserGetPayload<{ select: typeof officerSelect }>;

/** An officer as a reader, unless they have left the office, are suspended or their access rests. */
export function atWork(officer: Officer | null): Reader[] {
  return officer && officerStanding(officer, now()) === "active" ? readerOf(officer) : [];
}

/** What must be known of a profile to write to everybody with a mandate in force for it. */
export const mandatedSelect = () =>
  ({
    legalName: true,
    mandates: {
      where: inForce(),
      select: { kind: true, user: { select: personSelect } },
      orderBy: { createdAt: "asc" },
    },
  }) satisfies Prisma.ExporterSelect;

export function findReader(tx: Tx, id: string) {
  return tx.user.findUnique({ where: { id }, select: { ...personSelect, roles: true } });
}

/** Whoever owns such a profile today, without those named. */
export async function findOwners(
  tx: Tx,
  exporter: Prisma.ExporterWhereInput,
  without: readonly (string | null)[],
): Promise<Reader[]> {
  const mandates = await tx.mandate.findMany({
    where: { AND: [inForce(), { kind: "owner", exporter }] },
    select: { userId: true, user: { select: personSelect } },
    orderBy: { createdAt: "asc" },
  });
  return mandates.flatMap(({ userId, user }) => (without.includes(userId) ? [] : readerOf(user)));
}

export async function findReaders(
  tx: Tx,
  people: Prisma.UserWhereInput,
  without: readonly (string | null)[],
): Promise<Reader[]> {
  const notIn = without.filter((id) => id !== null);
  const found = await tx.user.findMany({
    where: { AND: [people, { id: { notIn } }] },
    select: personSelect,
    orderBy: { id: "asc" },
  });
  return found.flatMap(readerOf);
}

export async function findAdministrators(tx: Tx, without: string | null): Promise<Reader[]> {
  const people = await tx.user.findMany({
    where: {
      roles: { has: "administrator" },
      suspendedAt: null,
      ...(without === null ? {} : { id: { not: without } }),
    },
    select: personSelect,
    orderBy: { id: "asc" },
  });
  return people.flatMap(readerOf);
}
