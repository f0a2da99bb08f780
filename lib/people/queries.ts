import "server-only";
import { db } from "@/lib/db";
import type { Standing } from "@/lib/auth/viewer";
import { inForce } from "@/lib/people/mandate";
import { fullName } from "@/lib/people/name";
import { officerFacts, officerStanding } from "@/lib/people/officer";

/** A person with the roles and mandates in force now, or null. Who is suspended or dormant has no role. */
export async function findPerson(userId: string) {
  const person = await db().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      language: true,
      ...officerFacts,
      mandates: {
        where: inForce(),
        select: {
          exporterId: true,
          kind: true,
          permissions: true,
          exporter: { select: { legalName: true } },
        },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!person) return null;
  const standings: Standing[] = person.mandates.map(({ exporter, ...mandate }) => ({
    ...mandate,
    legalName: exporter.legalName,
  }));
  const standing = officerStanding(person, new Date());
  return {
    id: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    name: fullName(person),
    email: person.email,
    language: person.language,
    roles: standing === "active" ? person.roles : [],
    officerStanding: standing,
    standings,
  };
}
