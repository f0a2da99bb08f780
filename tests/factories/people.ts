import { randomUUID } from "node:crypto";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { createExporter } from "@/lib/exporters/commands/create";
import type { ExporterProfile } from "@/lib/exporters/schema";
import { findPerson } from "@/lib/people/queries";
import type { OfficerRole, Permission } from "@/prisma/generated/enums";
import { acceptNewestTerms } from "@/prisma/seed/accept-newest-terms";
import { giveRoles } from "@/prisma/seed/give-roles";
import { profile } from "./profile";

let people = 0;

async function newUser(roles: readonly OfficerRole[]): Promise<string> {
  people += 1;
  const user = await db().user.create({
    data: {
      firstName: roles[0] ? "Olivia" : "Ezra",
      lastName: `Number ${people}`,
      email: `person-${randomUUID()}@test.example`,
      emailVerified: new Date(),
    },
    select: { id: true },
  });
  await acceptNewestTerms(user.id);
  await giveRoles(user.id, roles);
  return user.id;
}

/** A person as the next request would know them. */
export async function exporterViewer(userId: string): Promise<ExporterViewer> {
  const person = await findPerson(userId);
  if (!person) throw new Error(`no person ${userId}`);
  const { name, language, standings, roles } = person;
  const entersPaper = roles.includes("reviewer");
  return { kind: "exporter", userId, name, language, standings, entersPaper };
}

/** What lib/auth/current.ts says of somebody who has just signed in. */
export async function signedIn(userId: string) {
  const person = await findPerson(userId);
  if (!person) throw new Error(`no person ${userId}`);
  const session = { sessionId: randomUUID(), actingForId: null };
  return { ...person, ...session, authenticatedAt: new Date() };
}

/** An officer who has just signed in, or did at `authenticatedAt`. */
export async function officerViewer(
  userId: string,
  authenticatedAt = new Date(),
): Promise<OfficerViewer> {
  const person = await findPerson(userId);
  if (!person) throw new Error(`no person ${userId}`);
  const { name, language, roles } = person;
  return { kind: "officer", userId, name, language, roles, authenticatedAt };
}

/** Somebody of the office, brand-new. */
export async function newOfficer(...roles: OfficerRole[]): Promise<OfficerViewer> {
  return officerViewer(await newUser(roles));
}

/** Somebody who has arrived and acts for nobody yet. */
export async function newPerson(): Promise<ExporterViewer> {
  return exporterViewer(await newUser([]));
}

/** A brand-new profile and its owner. */
export async function newExporter(
  changes: Partial<ExporterProfile> = {},
): Promise<{ exporterId: string; owner: ExporterViewer }> {
  const person = await newPerson();
  const created = await createExporter(person, profile(changes), randomUUID());
  if (!created.ok) throw new Error(created.error);
  return { ...created.value, owner: await exporterViewer(person.userId) };
}

/** Somebody who acts for the profile with these permissions. */
export async function newRepresentative(
  exporterId: string,
  permissions: readonly Permission[] = ["view", "prepare", "submit"],
): Promise<ExporterViewer> {
  const userId = await newUser([]);
  await db().mandate.create({
    data: {
      exporterId,
      userId,
      kind: "representative",
      permissions: [...permissions],
      acceptedAt: new Date(),
    },
  });
  return exporterViewer(userId);
}
