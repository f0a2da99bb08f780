import "server-only";
import type { CertificateStanding } from "@/lib/certificates/life";
import type { Tx } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import { record, type Actor } from "@/lib/events/record";
import type { CertificateEventKind } from "@/lib/events/certificate-event";

/**
 * Every change of where a certificate stands ends here, in the transaction that makes it: the status bit and
 * the entry of the transparency log belong to the same moment as the event.
 */
export async function afterStandingChange(
  tx: Tx,
  actor: Actor,
  _standing: CertificateStanding,
  event: EventOf<CertificateEventKind>,
): Promise<void> {
  await record(tx, actor, event);
}
