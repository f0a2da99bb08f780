import "server-only";
import { db } from "@/lib/db";
import type { Standing } from "@/lib/auth/viewer";
import { inForce } from "@/lib/people/mandate";
import { fullName } from "@/lib/people/name";

/** A person with the roles and mandates in force today, or null. */
export async function findPerson(userId: string) {
  const person = await db().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      language: true,
      roles: true,
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
  return {
    id: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    name: fullName(person),
    email: person.email,
    language: person.language,
    roles: person.roles,
    standings,
  };
}
