import "server-only";
import { actionableBy } from "@/lib/applications/access";
import { actorFor, type ExporterViewer } from "@/lib/auth/viewer";
import { judged, refuse, type Followed } from "@/lib/certificates/life/follow";
import { locked, type FollowedCertificate } from "@/lib/certificates/life/followed";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { holdApplication } from "@/lib/exporters/hold";
import type { Actor } from "@/lib/events/record";

/**
 * Does `work` for the exporter on a certificate of which no other step is taken meanwhile: for whoever may
 * submit for the profile, as long as they still may. A refusal leaves no trace.
 */
export function asItsExporter<E extends string = never>(
  viewer: ExporterViewer,
  certificateId: string,
  work: (tx: Tx, certificate: FollowedCertificate, actor: Actor) => Promise<Followed<E>>,
): Promise<Followed<E>> {
  return judged(() =>
    transaction(async (tx) => {
      const certificate = await locked(tx, viewer, certificateId);
      if (!certificate) return refuse("notFound");
      const { applicationId: id, exporterId } = certificate;
      const theirs = await tx.application.findFirst({
        where: { AND: [actionableBy(viewer, "submit"), { id }] },
        select: { id: true },
      });
      if (!theirs || !(await holdApplication(tx, viewer, { id, exporterId }, "submit"))) {
        return refuse("notFound");
      }
      const outcome = await work(tx, certificate, actorFor(viewer, exporterId));
      return outcome.ok ? outcome : rollBack(outcome);
    }),
  );
}
