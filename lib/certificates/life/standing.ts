import "server-only";
import type { CertificateStanding } from "@/lib/certificates/life/life";
import { revoke, setMessage, setReceived } from "@/lib/certificates/status/places";
import type { Tx } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import { record, type Actor } from "@/lib/events/record";
import type { CertificateEventKind } from "@/lib/events/certificate-event";
import { append } from "@/lib/transparency/append";

/**
 * Every change of where a certificate stands ends here, in the transaction that makes it: the status bit and
 * the entry of the transparency log belong to the same moment as the event. `receipt`: of the confirmation of an import,
 * the SHA-256 of its signed form.
 */
export async function afterStandingChange(
  tx: Tx,
  actor: Actor,
  standing: CertificateStanding,
  event: EventOf<CertificateEventKind>,
  receipt?: Uint8Array,
): Promise<void> {
  await record(tx, actor, event);
  await publish(tx, event.certificateId, standing, receipt);
}

async function publish(
  tx: Tx,
  certificateId: string,
  standing: CertificateStanding,
  receipt: Uint8Array | undefined,
): Promise<void> {
  const sealed = await tx.sealedCertificate.findUnique({
    where: { certificateId },
    select: { sealSha256: true },
  });
  // Issued before there were seals: in no list, and not in the log.
  if (!sealed) return;
  switch (standing) {
    case "replaced":
    case "invalidated":
      await revoke(tx, certificateId, standing);
      await append(tx, { t: standing, seal: sealed.sealSha256 });
      return;
    // Its paper is at the office again: a copy of its code must not pass as in force.
    case "surrendered":
      return revoke(tx, certificateId, standing);
    case "lost":
      return setMessage(tx, certificateId, "lost");
    case "confirmed":
      await setReceived(tx, certificateId);
      await append(tx, { t: "received", seal: sealed.sealSha256, ...(receipt ? { receipt } : {}) });
      return;
    // Nothing that lists say: an end by its date is in the seal itself, and an export is nobody's business.
    case "live":
    case "exported":
    case "expired":
      return;
  }
}
