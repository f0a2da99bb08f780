import "server-only";
import { actorOf, type ExporterViewer, type OfficerViewer } from "@/lib/auth/viewer";
import { asItsExporter } from "@/lib/certificates/commands/exporter-step";
import { done, follow, isDayFrom, refuse, type Followed } from "@/lib/certificates/life/follow";
import { afterStandingChange } from "@/lib/certificates/life/standing";
import { now } from "@/lib/clock";
import { record } from "@/lib/events/record";

export interface LossStatement {
  readonly on: string;
  readonly words: string;
}

/** The exporter states that the certificate is lost or stolen. It stays as it is until the office records the loss. */
export function stateLoss(
  viewer: ExporterViewer,
  certificateId: string,
  { on, words }: LossStatement,
): Promise<Followed> {
  return asItsExporter(viewer, certificateId, async (tx, { of, possible, issuedOn }, actor) => {
    if (!possible.has("loss_stated")) return refuse("notPossible");
    if (!isDayFrom(issuedOn, on)) return refuse("day");
    await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: "loss_stated",
        on: new Date(on),
        words,
        actorId: viewer.userId,
        at: now(),
      },
    });
    await record(tx, actor, { kind: "certificate.lossStated", ...of, data: { on } });
    return done;
  });
}

/** What was told, by whom, and the authority of the destination that is warned. */
export interface Loss {
  readonly words: string;
  readonly authority: string;
  readonly recipient: string;
}

/** The office records a certificate as lost or stolen: the public check says so, and the destination is warned. */
export function recordLoss(
  viewer: OfficerViewer,
  certificateId: string,
  loss: Loss,
): Promise<Followed> {
  return follow(viewer, certificateId, async (tx, { of, possible }) => {
    if (!possible.has("lost")) return refuse("notPossible");
    const { id } = await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: "lost",
        ...loss,
        actorId: viewer.userId,
        at: now(),
      },
      select: { id: true },
    });
    await afterStandingChange(tx, actorOf(viewer), "lost", {
      kind: "certificate.lost",
      ...of,
      data: { stepId: id.toString() },
    });
    return done;
  });
}
