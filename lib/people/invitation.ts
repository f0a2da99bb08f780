import type { InvitationOutcome } from "@/prisma/generated/enums";

/** Until when an invitation is open that is sent at `at`: for 14 days. */
export function openUntil(at: Date): Date {
  return new Date(at.getTime() + 14 * 86_400_000);
}

interface Invitation {
  readonly outcome: InvitationOutcome | null;
  readonly expiresAt: Date;
}

/** Where an invitation, to the office or to a mandate, stands at an instant. */
export function invitationState(
  { outcome, expiresAt }: Invitation,
  at: Date,
): InvitationOutcome | "open" | "expired" {
  if (outcome !== null) return outcome;
  return expiresAt > at ? "open" : "expired";
}
