import "server-only";
import { hashOfToken, linkToken } from "@/lib/auth/link-token";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { mayBeAsked } from "@/lib/certificates/receipt/due";
import { done, follow, refuse, type Followed } from "@/lib/certificates/life/follow";
import { certificateRecord } from "@/lib/certificates/record/record";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { record, type Actor } from "@/lib/events/record";
import { findAuthority } from "@/lib/reference/queries";

/** Days after the expiry of its certificate for which a link is good. */
const daysAfterExpiry = 30;
const dayLength = 86_400_000;

/** A certificate as an event about it names it. */
interface Of {
  readonly certificateId: string;
  readonly applicationId: string;
  readonly exporterId: string;
}

interface Asked {
  readonly authority: string;
  readonly recipient: string;
}

/**
 * An officer asks the importing authority of a certificate to confirm the import, at the mailbox that they know of. A
 * link that was sent before is good no more.
 */
export function askToConfirm(
  viewer: OfficerViewer,
  certificateId: string,
  asked: Asked,
): Promise<Followed> {
  return follow(viewer, certificateId, async (tx, { of, standing }) => {
    if (!mayBeAsked(standing)) return refuse("notPossible");
    await sendLink(tx, of, asked, actorOf(viewer), viewer.userId);
    return done;
  });
}

/**
 * The portal asks by itself as soon as the certificate's PDF is there, where the reference data have a mailbox for the
 * destination. Of a certificate for which somebody has asked already it does nothing.
 */
export async function askRegisteredAuthority(tx: Tx, of: Of): Promise<void> {
  const { certificateId } = of;
  const found = await tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { record: true, links: { select: { id: true }, take: 1 } },
  });
  if (found.links.length > 0) return;
  const { destination } = certificateRecord.parse(found.record);
  const registered = await findAuthority(destination.code, tx);
  if (registered) await sendLink(tx, of, registered, { system: true }, null);
}

async function sendLink(
  tx: Tx,
  of: Of,
  { authority, recipient }: Asked,
  actor: Actor,
  askedById: string | null,
): Promise<void> {
  const { certificateId } = of;
  const { expiresAt, _count } = await tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { expiresAt: true, _count: { select: { links: true } } },
  });
  const id = crypto.randomUUID();
  const at = now();
  // Asked late, the authority still has as long as it would have had after the expiry.
  const from = Math.max(expiresAt.getTime(), at.getTime());
  await tx.confirmationLink.create({
    data: {
      id,
      certificateId,
      place: _count.links + 1,
      tokenHash: hashOfToken(linkToken(id)),
      authority,
      recipient,
      askedById,
      askedAt: at,
      expiresAt: new Date(from + daysAfterExpiry * dayLength),
    },
  });
  await record(tx, actor, {
    kind: "certificate.confirmationAsked",
    ...of,
    data: { linkId: id, authority },
  });
}
