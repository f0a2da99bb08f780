import "server-only";
import { actionableBy } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { drawsOf } from "@/lib/applications/facts";
import { startDraft } from "@/lib/applications/start-draft";
import { actorOf, type ExporterViewer, type OfficerViewer } from "@/lib/auth/viewer";
import { locked, type FollowedCertificate } from "@/lib/certificates/life/followed";
import { afterStandingChange } from "@/lib/certificates/life/standing";
import { now } from "@/lib/clock";
import { transaction, type Tx } from "@/lib/db";
import { holdMandate } from "@/lib/exporters/hold";
import { moveConsumed } from "@/lib/imports/ledger-used";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

/**
 * Starts the application to replace a certificate before export (Act, s. 11; Regulations, s. 3): with all that
 * the first one said, for the exporter to correct. One that is under way already is found again.
 */
export async function startReplacement(
  viewer: ExporterViewer,
  certificateId: string,
  creationToken: string,
): Promise<Result<{ applicationId: string }, "notFound" | "notPossible">> {
  if (!isUuid(creationToken)) return err("notFound");
  return transaction(async (tx) => {
    const certificate = await locked(tx, viewer, certificateId);
    if (!certificate) return err("notFound");
    const { of, standing } = certificate;
    const source = await tx.application.findFirst({
      where: { AND: [actionableBy(viewer, "prepare"), { id: of.applicationId }] },
      select: { id: true, exporterId: true, answers: true },
    });
    if (!source || !(await holdMandate(tx, viewer, source.exporterId, "prepare"))) {
      return err("notFound");
    }
    const open = await tx.application.findFirst({
      where: { replacesId: of.certificateId, status: { notIn: ["rejected", "cancelled"] } },
      select: { id: true },
    });
    if (open) return ok({ applicationId: open.id });
    if (standing !== "live") return err("notPossible");
    const { id: copiedFromId, exporterId } = source;
    const draft = { exporterId, copiedFromId, replacesId: of.certificateId, creationToken };
    return startDraft(tx, viewer, { ...draft, answers: source.answers as Answers });
  });
}

/** The certificate that an application is to replace, with no other step taken meanwhile; null where it cannot be. */
export async function lockReplaced(
  tx: Tx,
  viewer: OfficerViewer,
  certificateId: string,
): Promise<FollowedCertificate | null> {
  const certificate = await locked(tx, viewer, certificateId);
  return certificate?.possible.has("replaced") ? certificate : null;
}

interface Successor {
  readonly certificateId: string;
  readonly applicationId: string;
  readonly answers: Answers;
}

/** Moves the carats of the certificate before to its successor, of which the same or others are drawn. */
export function moveCarats(
  tx: Tx,
  { of: from }: FollowedCertificate,
  { answers, ...to }: Successor,
  actorId: string,
): Promise<void> {
  return moveConsumed(tx, { from, to, draws: drawsOf(answers), actorId });
}

/** Ends the certificate before, once its successor has its number. */
export async function noteReplaced(
  tx: Tx,
  viewer: OfficerViewer,
  { of }: FollowedCertificate,
  successor: { readonly certificateId: string; readonly number: string },
): Promise<void> {
  const { certificateId: successorId, number } = successor;
  await tx.certificateStep.create({
    data: {
      certificateId: of.certificateId,
      kind: "replaced",
      successorId,
      actorId: viewer.userId,
      at: now(),
    },
  });
  await afterStandingChange(tx, actorOf(viewer), "replaced", {
    kind: "certificate.replaced",
    ...of,
    data: { successorId, number },
  });
}
