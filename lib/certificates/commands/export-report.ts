import "server-only";
import { actorOf, type ExporterViewer, type OfficerViewer } from "@/lib/auth/viewer";
import { asItsExporter } from "@/lib/certificates/commands/exporter-step";
import { done, follow, isDayFrom, refuse, type Followed } from "@/lib/certificates/life/follow";
import type { FollowedCertificate } from "@/lib/certificates/life/followed";
import { lastOf, standingOf } from "@/lib/certificates/life/life";
import { afterStandingChange } from "@/lib/certificates/life/standing";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { record, type Actor } from "@/lib/events/record";

/** `seen`: the export day that the page showed as reported, empty where none was. */
export interface ExportReport {
  readonly on: string;
  readonly seen: string;
}

/**
 * The exporter's advance copy of the export report (Act, s. 13): the day of the export, with the copy that
 * customs stamped, which has been attached before. It may be made again until the office has the paper
 * original: only that ends the duty (Regulations, s. 7(c)).
 */
export function reportExport(
  viewer: ExporterViewer,
  certificateId: string,
  { on, seen }: ExportReport,
): Promise<Followed<"noCopy">> {
  return asItsExporter(viewer, certificateId, async (tx, certificate, actor) => {
    const { of, steps, possible } = certificate;
    if (!possible.has("exported")) return refuse("notPossible");
    if ((lastOf(steps, "exported")?.on ?? "") !== seen) return refuse("seenNewer");
    if (!isExportDay(certificate, on)) return refuse("day");
    const copy = await tx.document.findFirst({
      where: {
        certificateId: of.certificateId,
        removedAt: null,
        scan: { not: "infected" },
      },
      orderBy: { uploadedAt: "desc" },
      select: { id: true },
    });
    if (!copy) return refuse("noCopy");
    await enterExport(tx, certificate, { by: viewer.userId, actor, on, documentId: copy.id });
    return done;
  });
}

export interface PaperReport {
  readonly on: string;
  /** As the paper says; where the exporter has reported another day in the portal, the paper holds. */
  readonly exportedOn: string;
}

/** The signed paper original of the export report is with the office: the exporter's duty has ended. */
export function receiveReport(
  viewer: OfficerViewer,
  certificateId: string,
  { on, exportedOn }: PaperReport,
): Promise<Followed<"exportDay">> {
  return follow(viewer, certificateId, async (tx, certificate) => {
    const { of, steps, possible } = certificate;
    if (!possible.has("exported") && !possible.has("report_received")) return refuse("notPossible");
    if (!isExportDay(certificate, exportedOn)) return refuse("exportDay");
    if (!isDayFrom(exportedOn, on)) return refuse("day");
    const actor = actorOf(viewer);
    if (lastOf(steps, "exported")?.on !== exportedOn) {
      const report = { by: viewer.userId, actor, on: exportedOn, documentId: null };
      await enterExport(tx, certificate, report);
    }
    await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: "report_received",
        on: new Date(on),
        actorId: viewer.userId,
        at: now(),
      },
    });
    await record(tx, actor, { kind: "certificate.reportReceived", ...of, data: { on } });
    return done;
  });
}

/** Between issue and expiry, and not in the future (rule R34). */
function isExportDay({ issuedOn, expiresOn }: FollowedCertificate, on: string): boolean {
  return isDayFrom(issuedOn, on) && on <= expiresOn;
}

async function enterExport(
  tx: Tx,
  { of, steps, expiresAt }: FollowedCertificate,
  {
    by,
    actor,
    on,
    documentId,
  }: { by: string; actor: Actor; on: string; documentId: string | null },
): Promise<void> {
  const { certificateId } = of;
  await tx.certificateStep.create({
    data: {
      certificateId,
      kind: "exported",
      on: new Date(on),
      documentId,
      actorId: by,
      at: now(),
    },
  });
  const standing = standingOf([...steps, { kind: "exported" }], expiresAt, now());
  await afterStandingChange(tx, actor, standing, {
    kind: "certificate.exported",
    ...of,
    data: { on, byOffice: "role" in actor && actor.role === "officer" },
  });
}
