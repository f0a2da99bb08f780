/** About people themselves. `personId` is whom it concerns, where that is not the doer. */
export type PersonEvent =
  | { kind: "terms.accepted"; data: { version: number } }
  | { kind: "person.changed"; data: { fields: string[] } }
  /** The office looked for people; `found` is how many it was shown. */
  | { kind: "person.searched"; data: { found: number } }
  | { kind: "person.read"; personId: string; data: Record<string, never> }
  | { kind: "email.linkRequested"; data: { confirmationId: string } }
  | { kind: "email.confirmed"; data: { confirmationId: string; former: string | null } }
  | { kind: "credential.requested"; personId: string; data: { requestId: string } }
  | {
      kind: "credential.linked" | "credential.refused";
      personId: string;
      data: { requestId: string };
    };

/** About who acts for a profile. All days are ISO. */
export type MandateEvent =
  | {
      kind: "mandate.invited" | "mandate.declined" | "mandate.invitationCancelled";
      exporterId: string;
      data: { invitationId: string };
    }
  | {
      kind: "mandate.accepted";
      exporterId: string;
      data: { invitationId: string; mandateId: string };
    }
  | {
      kind: "mandate.changed";
      exporterId: string;
      personId: string;
      data: { mandateId: string; permissions: string[]; endsOn: string | null };
    }
  | {
      kind: "mandate.ended";
      exporterId: string;
      personId: string;
      data: { mandateId: string; by: "owner" | "self" };
    }
  /** The day on which it ends is near. */
  | {
      kind: "mandate.endingSoon";
      exporterId: string;
      personId: string;
      data: { mandateId: string; endsOn: string };
    }
  /** Nobody has answered the invitation; `on` is the last day on which they can. */
  | {
      kind: "mandate.invitationEndingSoon";
      exporterId: string;
      data: { invitationId: string; on: string };
    }
  | { kind: "access.requested" | "access.withdrawn"; data: { requestId: string } }
  | {
      kind: "access.answered";
      exporterId: string;
      personId: string;
      data: { requestId: string; accepted: boolean };
    };

/** About the office's people and the texts it answers for. */
export type OfficerEvent =
  | { kind: "officer.invited" | "officer.invitationCancelled"; data: { invitationId: string } }
  | { kind: "officer.joined"; personId: string; data: { invitationId: string; roles: string[] } }
  | {
      kind: "officer.changed";
      personId: string;
      data: { roles: string[]; suspended: boolean; reason: string };
    }
  | { kind: "officer.invitationEndingSoon"; data: { invitationId: string; on: string } }
  /** Without a sign-in the access rests from that day on. */
  | { kind: "officer.dormantSoon"; personId: string; data: { on: string } }
  | { kind: "text.published"; data: { text: string; version: number } };
