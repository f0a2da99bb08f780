import type { Language, OfficerRole, Permission } from "@/prisma/generated/enums";

type Person = {
  readonly userId: string;
  readonly name: string;
  readonly language: Language;
};

/** A mandate in force today. */
export type Standing = {
  readonly exporterId: string;
  readonly legalName: string;
  readonly kind: "owner" | "representative";
  readonly permissions: readonly Permission[];
};

/** Somebody who acts for exporter profiles, each within a mandate. */
export type ExporterViewer = Person & {
  readonly kind: "exporter";
  readonly standings: readonly Standing[];
  /** A reviewer: acts, like its exporter, on an application that came on paper and that they type in. */
  readonly entersPaper: boolean;
};

/** Somebody of the office. */
export type OfficerViewer = Person & {
  readonly kind: "officer";
  readonly roles: readonly OfficerRole[];
  /** When both factors were last shown; lib/auth/step-up.ts says for what that is recent enough. */
  readonly authenticatedAt: Date;
};

export type Viewer = ExporterViewer | OfficerViewer;

type SignedIn = Omit<Person, "userId"> & {
  readonly id: string;
  readonly roles: readonly OfficerRole[];
  readonly standings: readonly Standing[];
  readonly authenticatedAt: Date;
};

/** The signed-in person in each of the two qualities; whether they may have it is asked elsewhere. */
export function asExporter({ id, name, language, standings, roles }: SignedIn): ExporterViewer {
  const entersPaper = roles.includes("reviewer");
  return { kind: "exporter", userId: id, name, language, standings, entersPaper };
}

export function asOfficer({ id, name, language, ...rest }: SignedIn): OfficerViewer {
  const { roles, authenticatedAt } = rest;
  return { kind: "officer", userId: id, name, language, roles, authenticatedAt };
}

/** Somebody in the quality in which they use the portal: of the office where they have a role. */
export function asViewer(person: SignedIn): Viewer {
  return person.roles.length > 0 ? asOfficer(person) : asExporter(person);
}

/** The profiles for which the viewer may do this. */
export function profilesWith(viewer: ExporterViewer, permission: Permission): string[] {
  return viewer.standings
    .filter((standing) => standing.permissions.includes(permission))
    .map((standing) => standing.exporterId);
}

/** The viewer as the doer of an event. */
export function actorOf(viewer: Viewer): { userId: string; role: "exporter" | "officer" } {
  return { userId: viewer.userId, role: viewer.kind };
}

/** The same where it is about an application of the profile: who types in a paper one acts for the office. */
export function actorFor(viewer: Viewer, exporterId: string): ReturnType<typeof actorOf> {
  const mandated =
    viewer.kind === "exporter" && viewer.standings.some((s) => s.exporterId === exporterId);
  if (mandated || viewer.kind === "officer" || !viewer.entersPaper) return actorOf(viewer);
  return { userId: viewer.userId, role: "officer" };
}
