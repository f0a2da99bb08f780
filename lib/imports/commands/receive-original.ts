import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { isCalendarDate } from "@/lib/calendar";
import { isoDate, todayInOttawa } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { visibleTo } from "@/lib/imports/access";
import { originalDayProblem } from "@/lib/imports/checks-typed";
import { lockImportCertificates } from "@/lib/imports/ledger";
import { isReviewer, notAllowed, refuse, type Refused } from "@/lib/imports/refusal";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

type Received = { readonly ok: true } | Refused;

interface Day {
  readonly on: string;
  /** The day that stood there, as the officer saw it, and why it was wrong. */
  readonly instead?: { readonly of: string; readonly reason: string };
}

/**
 * The paper has reached the office: the day and the officer, once. A mistaken day is replaced by another
 * record with its reason, until the import has been confirmed to the issuing authority.
 */
export async function receiveOriginal(
  viewer: OfficerViewer,
  importCertificateId: string,
  { on, instead }: Day,
): Promise<Received> {
  if (!isReviewer(viewer)) return notAllowed;
  return transaction(async (tx) => {
    // Whoever confirms the import at this moment is first, or finds the day that is written here.
    await lockImportCertificates(tx, [importCertificateId]);
    const found = await look(tx, viewer, importCertificateId);
    if (!("importedOn" in found)) return found;
    const key = originalDayProblem(on, isoDate(found.importedOn), todayInOttawa());
    if (key) return refuse("stopped", { problems: [{ field: "on", key }] });
    if (instead && !isCalendarDate(instead.of)) return refuse("newer");
    if (instead && found.confirmations.length > 0) return refuse("confirmed");
    const { count } = await tx.importCertificate.updateMany({
      where: {
        id: found.id,
        originalReceivedOn: instead ? new Date(instead.of) : null,
      },
      data: { originalReceivedOn: new Date(on), originalReceivedById: viewer.userId },
    });
    if (count === 0) {
      const there = await look(tx, viewer, importCertificateId);
      const by = "importedOn" in there ? fullName(there.originalReceivedBy) : "";
      return rollBack(refuse("received", { by }));
    }
    await record(tx, actorOf(viewer), {
      kind: "import.originalReceived",
      importCertificateId: found.id,
      exporterId: found.exporterId,
      data: { on, ...(instead ? { former: instead.of, reason: instead.reason } : {}) },
    });
    return { ok: true } as const;
  });
}

async function look(tx: Tx, viewer: OfficerViewer, importCertificateId: string) {
  const found = await tx.importCertificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(importCertificateId)] },
    select: {
      id: true,
      exporterId: true,
      importedOn: true,
      originalReceivedBy: named,
      confirmations: { select: { id: true }, take: 1 },
      exporter: { select: mandateOf(viewer) },
    },
  });
  if (!found) return refuse("notFound");
  return isOwn(found.exporter) ? refuse("ownProfile") : found;
}
