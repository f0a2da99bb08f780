import type { Tx } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import { findAdministrators, findOwners, findReader, readerOf } from "@/lib/mail/readers";
import { fullName } from "@/lib/people/name";

const exporter = { select: { legalName: true } } as const;
const invited = { id: true, email: true, invitedById: true, outcome: true } as const;

/** Whom the end of something may concern that is near; the portal says it by itself. */
export const beforeTheEnd = {
  "mandate.endingSoon": async (
    tx: Tx,
    { exporterId, personId, data }: EventOf<"mandate.endingSoon">,
  ) => {
    const known = await findReader(tx, personId);
    const { legalName } = await tx.exporter.findUniqueOrThrow({ where: { id: exporterId } });
    return {
      person: readerOf(known),
      owners: await findOwners(tx, { id: exporterId }, [personId]),
      about: { exporter: legalName, person: fullName(known), endsOn: data.endsOn },
    };
  },
  "mandate.invitationEndingSoon": async (
    tx: Tx,
    { data }: EventOf<"mandate.invitationEndingSoon">,
  ) => {
    const invitation = await tx.mandateInvitation.findUniqueOrThrow({
      where: { id: data.invitationId },
      select: { ...invited, exporter },
    });
    return {
      address: await addressOf(tx, invitation),
      about: {
        exporter: invitation.exporter.legalName,
        endsOn: data.on,
        linkId: invitation.id,
      },
    };
  },
  "officer.invitationEndingSoon": async (
    tx: Tx,
    { data }: EventOf<"officer.invitationEndingSoon">,
  ) => {
    const invitation = await tx.officerInvitation.findUniqueOrThrow({
      where: { id: data.invitationId },
      select: invited,
    });
    return {
      address: await addressOf(tx, invitation),
      about: { endsOn: data.on, linkId: invitation.id },
    };
  },
  "officer.dormantSoon": async (tx: Tx, { personId, data }: EventOf<"officer.dormantSoon">) => {
    const known = await findReader(tx, personId);
    return {
      person: readerOf(known),
      administrators: await findAdministrators(tx, personId),
      about: { person: fullName(known), endsOn: data.on },
    };
  },
};

interface Invited {
  readonly email: string;
  readonly invitedById: string | null;
  readonly outcome: string | null;
}

/**
 * The address may be anybody's: no name, and the language of whoever invited. Nobody, where the invitation was
 * answered or cancelled since it was found open.
 */
async function addressOf(tx: Tx, { email, invitedById, outcome }: Invited) {
  if (outcome !== null) return [];
  const inviter = invitedById === null ? null : await findReader(tx, invitedById);
  return [{ email, name: "", language: inviter?.language ?? ("en" as const) }];
}
