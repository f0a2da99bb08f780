import { isoDate } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import type { EventKind, EventOf, PortalEvent } from "@/lib/events/event";
import {
  findAdministrators,
  findOwners,
  findReaders,
  findReader,
  personSelect,
  readerOf,
  type Known,
} from "@/lib/mail/readers";
import { beforeTheEnd } from "@/lib/mail/ending-context";
import type { PeopleContext } from "@/lib/mail/who-is-told";
import { ownersOfAll } from "@/lib/people/access";
import { inForce } from "@/lib/people/mandate";
import { fullName } from "@/lib/people/name";

type Doer = { id: string | null; name: string; language: Known["language"] };
type Finder<K extends EventKind> = (
  tx: Tx,
  event: EventOf<K>,
  doer: Doer,
) => Promise<Partial<PeopleContext>>;

const nobody: PeopleContext = {
  address: [],
  person: [],
  owners: [],
  administrators: [],
  about: {},
};

/** Whom an event about people or mandates may concern. `actorId` is the doer, who is told nothing. */
export async function findPeopleContext(
  tx: Tx,
  event: PortalEvent,
  actorId: string | null,
): Promise<PeopleContext> {
  const finder = finders[event.kind] as Finder<EventKind> | undefined;
  if (!finder) return nobody;
  const actor = actorId
    ? await tx.user.findUnique({ where: { id: actorId }, select: personSelect })
    : null;
  const doer = { id: actorId, name: fullName(actor), language: actor?.language ?? "en" };
  return { ...nobody, ...(await finder(tx, event, doer)) };
}

const finders: { [K in EventKind]?: Finder<K> } = {
  "import.confirmed": async (tx, { data }) => {
    const { authority, recipient } = await tx.importConfirmation.findUniqueOrThrow({
      where: { id: data.confirmationId },
    });
    return { address: [{ email: recipient, name: authority, language: "en" }] };
  },
  // Once a day, by the worker; what an officer checks is told to that officer on the page.
  "audit.checked": (_tx, _event, { id }) => {
    const { AUDIT_MAILBOX, OFFICE_MAILBOX } = env();
    const email = AUDIT_MAILBOX ?? OFFICE_MAILBOX;
    return Promise.resolve(id === null ? { address: [{ email, name: "", language: "en" }] } : {});
  },
  "log.checkpointSigned": () => {
    const { LOG_MAILBOXES, AUDIT_MAILBOX, OFFICE_MAILBOX } = env();
    const mailboxes = LOG_MAILBOXES ?? [AUDIT_MAILBOX ?? OFFICE_MAILBOX];
    const address = mailboxes.map((email) => ({ email, name: "", language: "en" as const }));
    return Promise.resolve({ address });
  },
  "email.linkRequested": async (tx, { data }, { language }) => {
    const { id, email } = await tx.emailConfirmation.findUniqueOrThrow({
      where: { id: data.confirmationId },
    });
    // The address may be anybody's: it is not greeted by a name that somebody else typed.
    return { address: [{ email, name: "", language }], about: { linkId: id } };
  },
  "email.confirmed": (_tx, { data }, { name, language }) =>
    Promise.resolve({ address: data.former ? [{ email: data.former, name, language }] : [] }),
  "credential.requested": async (tx, { personId }, { id }) => {
    const known = await findReader(tx, personId);
    const mandates = await tx.mandate.findMany({
      where: { AND: [inForce(), { userId: personId }] },
      select: { exporterId: true },
    });
    const all = ownersOfAll(mandates.map(({ exporterId }) => exporterId));
    const officer = known !== null && known.roles.length > 0;
    return {
      person: readerOf(known),
      owners: officer ? [] : await findReaders(tx, all, [id, personId]),
      administrators: await findAdministrators(tx, personId),
      about: { person: fullName(known) },
    };
  },
  "mail.bounced": concerned,
  "credential.linked": concerned,
  "credential.refused": concerned,
  "mandate.invited": aboutInvitation,
  "mandate.accepted": aboutInvitation,
  "mandate.declined": aboutInvitation,
  "mandate.changed": async (tx, event, doer) => {
    const { permissions, endsOn } = event.data;
    const found = await aboutMandate(tx, event, doer);
    return { ...found, about: { ...found.about, permissions, endsOn } as PeopleContext["about"] };
  },
  "mandate.ended": aboutMandate,
  ...beforeTheEnd,
  "access.requested": async (tx, { data }, { id, name }) => {
    const { businessNumber } = await tx.accessRequest.findUniqueOrThrow({
      where: { id: data.requestId },
    });
    const owners = await findOwners(tx, { businessNumber: { startsWith: businessNumber } }, [id]);
    return { owners, about: { person: name } };
  },
  "access.answered": async (tx, { exporterId, personId, data }) => {
    const person = readerOf(await findReader(tx, personId));
    // A refusal does not say whose number it is.
    if (!data.accepted) return { person };
    const exporter = await tx.exporter.findUniqueOrThrow({ where: { id: exporterId } });
    return { person, about: { exporter: exporter.legalName } };
  },
  "exporter.merged": async (tx, { data }) => {
    const { from, into } = await tx.exporterMerge.findUniqueOrThrow({
      where: { id: data.mergeId },
      select: { from: { select: { legalName: true } }, into: { select: { legalName: true } } },
    });
    return {
      owners: await findReaders(tx, { id: { in: data.owners } }, []),
      about: { exporter: into.legalName, merged: from.legalName },
    };
  },
  "officer.invited": async (tx, { data }, { language }) => {
    const { id, email, roles } = await tx.officerInvitation.findUniqueOrThrow({
      where: { id: data.invitationId },
    });
    return { address: [{ email, name: "", language }], about: { roles, linkId: id } };
  },
  "officer.joined": aboutOfficer,
  "reference.proposed": async (tx, _event, { id, name }) => ({
    administrators: await findAdministrators(tx, id),
    about: { person: name },
  }),
  "reference.confirmed": aboutReference,
  "reference.refused": aboutReference,
  "officer.changed": aboutOfficer,
};

async function concerned(tx: Tx, { personId }: { personId: string }) {
  return { person: readerOf(await findReader(tx, personId)) };
}

async function aboutReference(tx: Tx, { personId }: { personId: string }, { name }: Doer) {
  return { person: readerOf(await findReader(tx, personId)), about: { person: name } };
}

async function aboutInvitation(
  tx: Tx,
  { kind, data }: EventOf<"mandate.invited" | "mandate.accepted" | "mandate.declined">,
  doer: Doer,
) {
  const invitation = await tx.mandateInvitation.findUniqueOrThrow({
    where: { id: data.invitationId },
    include: { exporter: { select: { legalName: true } } },
  });
  const { id, email, permissions, endsOn, exporter, exporterId } = invitation;
  return {
    address: [{ email, name: "", language: doer.language }],
    owners: await findOwners(tx, { id: exporterId }, [doer.id]),
    about: {
      exporter: exporter.legalName,
      person: doer.name,
      ...(invitation.kind === "representative" ? { permissions } : {}),
      ...(endsOn ? { endsOn: isoDate(endsOn) } : {}),
      ...(kind === "mandate.invited" ? { linkId: id } : {}),
    },
  };
}

async function aboutMandate(
  tx: Tx,
  { exporterId, personId }: { exporterId: string; personId: string },
  doer: Doer,
) {
  const exporter = await tx.exporter.findUniqueOrThrow({ where: { id: exporterId } });
  return {
    person: readerOf(await findReader(tx, personId)),
    owners: await findOwners(tx, { id: exporterId }, [doer.id, personId]),
    about: { exporter: exporter.legalName, person: doer.name },
  };
}

async function aboutOfficer(tx: Tx, { personId }: { personId: string }) {
  const known = await findReader(tx, personId);
  return {
    person: readerOf(known),
    administrators: await findAdministrators(tx, personId),
    about: { person: fullName(known), roles: known?.roles ?? [] },
  };
}
