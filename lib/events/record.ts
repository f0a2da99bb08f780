import "server-only";
import type { Tx } from "@/lib/db";
import type { PortalEvent } from "@/lib/events/event";
import { addJob } from "@/lib/jobs/queue";

/** Who did it: a person with the role in which they acted, or the portal itself. */
export type Actor = { userId: string; role: "exporter" | "officer" } | { system: true };

/**
 * Says what happened, in the transaction that made it happen: one row in the audit trail and one job
 * in the outbox. The only writer of both.
 */
export async function record(tx: Tx, actor: Actor, event: PortalEvent): Promise<void> {
  const row = await tx.event.create({
    data: {
      kind: event.kind,
      actorId: "system" in actor ? null : actor.userId,
      actorRole: "system" in actor ? "system" : actor.role,
      exporterId: "exporterId" in event ? event.exporterId : null,
      applicationId: "applicationId" in event ? event.applicationId : null,
      certificateId: "certificateId" in event ? event.certificateId : null,
      announcementId: "announcementId" in event ? event.announcementId : null,
      importCertificateId: "importCertificateId" in event ? event.importCertificateId : null,
      personId: "personId" in event ? event.personId : null,
      data: event.data,
    },
    select: { id: true },
  });
  await addJob(tx, "tellPeople", { eventId: row.id.toString() });
}
