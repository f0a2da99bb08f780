import "server-only";
import { randomUUID } from "node:crypto";
import { hashOfToken, linkToken } from "@/lib/auth/link-token";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { lockAsOwner } from "@/lib/exporters/hold";
import { dayOf, isPast } from "@/lib/exporters/mandates";
import { levels, upTo } from "@/lib/exporters/permissions";
import type { Invitation } from "@/lib/exporters/schema-mandates";
import { lockPeople } from "@/lib/people/commands/lock-person";
import { openUntil } from "@/lib/people/invitation";
import { inForce } from "@/lib/people/mandate";
import { err, ok, type Result } from "@/lib/result";

const mostOpen = 20;
const mostAnHour = 20;
/** To one address from one person: who invites and cancels in turn does not fill a mailbox. */
const mostToOneADay = 3;

export type InviteError =
  | "notFound"
  | "pastDay"
  | "self"
  | "alreadyActs"
  | "alreadyInvited"
  | "tooManyOpen"
  | "tooManyNow"
  | "tooManyToOne";

/** Asks somebody by email to act for the profile, or to own it too. Nothing holds until they accept. */
export async function invite(
  viewer: ExporterViewer,
  exporterId: string,
  { email, may, endsOn }: Invitation,
): Promise<Result<{ invitationId: string }, InviteError>> {
  if (isPast(endsOn)) return err("pastDay");
  return transaction(async (tx) => {
    if (!(await lockAsOwner(tx, viewer, exporterId))) return err("notFound");
    const refusal = await whyNot(tx, viewer, { exporterId, email, owner: may === "own" });
    if (refusal) return err(refusal);
    const at = now();
    const id = randomUUID();
    await tx.mandateInvitation.create({
      data: {
        id,
        exporterId,
        email,
        kind: may === "own" ? "owner" : "representative",
        permissions: may === "own" ? [...levels] : upTo(may),
        endsOn: dayOf(endsOn),
        invitedById: viewer.userId,
        tokenHash: hashOfToken(linkToken(id)),
        createdAt: at,
        expiresAt: openUntil(at),
      },
    });
    await record(tx, actorOf(viewer), {
      kind: "mandate.invited",
      exporterId,
      data: { invitationId: id },
    });
    return ok({ invitationId: id });
  });
}

interface Asked {
  readonly exporterId: string;
  readonly email: string;
  readonly owner: boolean;
}

async function whyNot(
  tx: Tx,
  viewer: ExporterViewer,
  { exporterId, email, owner }: Asked,
): Promise<InviteError | null> {
  const at = now();
  const known = await tx.mandate.findFirst({
    where: { AND: [inForce(), { exporterId, user: { email } }] },
    select: { userId: true, kind: true },
  });
  if (known?.userId === viewer.userId) return "self";
  // A representative may be asked to become an owner.
  if (known && !(owner && known.kind === "representative")) return "alreadyActs";
  // One that has expired makes room for a new one.
  await tx.mandateInvitation.updateMany({
    where: { exporterId, email, outcome: null, expiresAt: { lte: at } },
    data: { outcome: "cancelled", endedAt: at },
  });
  const open = { exporterId, outcome: null, expiresAt: { gt: at } };
  if ((await tx.mandateInvitation.count({ where: { ...open, email } })) > 0)
    return "alreadyInvited";
  if ((await tx.mandateInvitation.count({ where: open })) >= mostOpen) return "tooManyOpen";
  // One person's presses for several profiles are counted one after the other.
  await lockPeople(tx, viewer.userId);
  const within = (hours: number) => ({
    invitedById: viewer.userId,
    createdAt: { gt: new Date(at.getTime() - hours * 3_600_000) },
  });
  const lately = await tx.mandateInvitation.count({ where: within(1) });
  if (lately >= mostAnHour) return "tooManyNow";
  const toOne = await tx.mandateInvitation.count({ where: { ...within(24), email } });
  return toOne >= mostToOneADay ? "tooManyToOne" : null;
}
