import type { InvitationOutcome } from "@/prisma/generated/enums";

/** For how many days an invitation is open. */
export const openDays = 14;

interface Invitation {
  readonly outcome: InvitationOutcome | null;
  readonly expiresAt: Date;
}

/** Where an invitation stands at an instant. */
export function invitationState(
  { outcome, expiresAt }: Invitation,
  at: Date,
): InvitationOutcome | "open" | "expired" {
  if (outcome !== null) return outcome;
  return expiresAt > at ? "open" : "expired";
}
