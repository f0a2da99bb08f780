import type { OfficerRole } from "@/prisma/generated/enums";

/** After so many days without a sign-in an officer's access rests until an administrator restores it. */
export const dormantAfterDays = 90;

/** The instant since which an officer has signed in or joined, who is awake at `at`. */
export function awakeSince(at: Date): Date {
  return new Date(at.getTime() - dormantAfterDays * 86_400_000);
}

/** The instant from which an officer's access rests who does not sign in before. */
export function dormantFrom({
  lastSignInAt,
  officerSince,
}: Pick<Officer, "lastSignInAt" | "officerSince">): Date {
  const newest = Math.max(lastSignInAt?.getTime() ?? 0, officerSince?.getTime() ?? 0);
  return new Date(newest + dormantAfterDays * 86_400_000);
}

interface Officer {
  readonly roles: readonly OfficerRole[];
  readonly suspendedAt: Date | null;
  readonly officerSince: Date | null;
  readonly lastSignInAt: Date | null;
}

/** What a query selects to know an officer's standing. */
export const officerFacts = {
  roles: true,
  suspendedAt: true,
  officerSince: true,
  lastSignInAt: true,
} as const;

export type OfficerStanding = "active" | "suspended" | "dormant";

/** How an officer stands at an instant, as `holds_role` of the database has it; null for who is none. */
export function officerStanding(person: Officer, at: Date): OfficerStanding | null {
  if (person.roles.length === 0) return null;
  if (person.suspendedAt) return "suspended";
  return dormantFrom(person) > at ? "active" : "dormant";
}
