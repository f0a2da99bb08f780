import "server-only";
import * as z from "zod";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { searched } from "@/lib/forms/search-text";
import { seesOfficers, visibleTo } from "@/lib/officers/access";
import { invitationState } from "@/lib/people/invitation";
import { fullName, named } from "@/lib/people/name";
import { officerFacts, officerStanding } from "@/lib/people/officer";

export const officerStates = ["current", "active", "suspended", "dormant", "former"] as const;

/** What the address of the list says; anything that cannot be understood counts as not said. */
export const officerFilter = z.object({
  state: z.enum(officerStates).catch("current"),
  text: searched(),
});
export type OfficerFilter = z.infer<typeof officerFilter>;

/** The office's people, by name; an office is small enough for one page. */
export async function listOfficers(viewer: OfficerViewer, { state, text }: OfficerFilter) {
  const contains = { contains: text, mode: "insensitive" as const };
  const people = await db().user.findMany({
    where: {
      AND: [
        visibleTo(viewer),
        ...text.split(/\s+/).map((word) => ({
          OR: [
            { firstName: { ...contains, contains: word } },
            { lastName: { ...contains, contains: word } },
            { email: { ...contains, contains: word } },
          ],
        })),
      ],
    },
    select: { id: true, ...named.select, email: true, ...officerFacts },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
  });
  const instant = new Date();
  return people
    .map(({ firstName, lastName, ...person }) => ({
      id: person.id,
      name: fullName({ firstName, lastName }),
      email: person.email,
      roles: person.roles,
      lastSignInAt: person.lastSignInAt,
      state: officerStanding(person, instant) ?? ("former" as const),
    }))
    .filter((person) => (state === "current" ? person.state !== "former" : person.state === state));
}
export type OfficerRow = Awaited<ReturnType<typeof listOfficers>>[number];

/** The invitations that nobody has answered, newest first. */
export async function listInvitations(viewer: OfficerViewer) {
  if (!seesOfficers(viewer)) return [];
  const instant = new Date();
  const invitations = await db().officerInvitation.findMany({
    where: { outcome: null },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      email: true,
      roles: true,
      createdAt: true,
      expiresAt: true,
      outcome: true,
    },
  });
  return invitations.map(({ outcome, ...invitation }) => ({
    ...invitation,
    expired: invitationState({ outcome, ...invitation }, instant) === "expired",
  }));
}
export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number];
