import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { follow, refuse, done, type Followed } from "@/lib/certificates/life/follow";
import { has } from "@/lib/certificates/life/life";
import { now } from "@/lib/clock";
import { record } from "@/lib/events/record";
import { addJob } from "@/lib/jobs/queue";
import { idIs } from "@/lib/row-id";

/** On which sheet it was printed; why once more, where it had been printed before. */
export interface Printing {
  readonly sheet: number;
  readonly reason?: string | undefined;
  /** As set, where the sheet is pre-printed: its values alone are then made as a PDF of their own. */
  readonly printer?: string | undefined;
}

/**
 * Notes that a certificate was printed on a numbered sheet. Printed again, the sheet before is spoiled for the
 * same reason, in the same moment: of one certificate there is never more than one good paper.
 */
export function notePrint(
  viewer: OfficerViewer,
  certificateId: string,
  { sheet, reason, printer: asked }: Printing,
): Promise<Followed<"notReady" | "reason" | "printer">> {
  return follow(viewer, certificateId, async (tx, { of, steps, possible }) => {
    if (!possible.has("printed")) return refuse("notPossible");
    const document = await tx.certificateDocument.findUnique({
      where: { certificateId: of.certificateId },
      select: { certificateId: true },
    });
    if (!document) return refuse("notReady");
    const printer = asked
      ? await tx.printer.findFirst({ where: { AND: [idIs(asked), { replacedBy: null }] } })
      : null;
    if (asked && !printer) return refuse("printer");
    const by = { actorId: viewer.userId, at: now() };
    const again = has(steps, "printed");
    if (again) {
      if (!reason) return refuse("reason");
      const former = await tx.blankSheet.findFirst({
        where: { certificateId: of.certificateId, state: "printed" },
        select: { number: true },
      });
      if (former) {
        const range = { first: former.number, last: former.number };
        await tx.sheetMovement.create({ data: { kind: "spoiled", ...range, reason, ...by } });
        await record(tx, actorOf(viewer), { kind: "sheets.spoiled", data: { ...range, reason } });
      }
    }
    const copy = steps.filter(({ kind }) => kind === "printed").length + 1;
    const why = again && reason ? { reason } : {};
    await tx.sheetMovement.create({
      data: {
        kind: "printed",
        first: sheet,
        last: sheet,
        certificateId: of.certificateId,
        ...why,
        ...by,
      },
    });
    const step = await tx.certificateStep.create({
      data: {
        certificateId: of.certificateId,
        kind: "printed",
        sheet,
        copy,
        printerId: printer?.id ?? null,
        words: why.reason ?? null,
        ...by,
      },
    });
    if (printer) await addJob(tx, "renderOverlay", { stepId: step.id.toString() });
    const data = { sheet, copy, ...why };
    await record(tx, actorOf(viewer), { kind: "certificate.printed", ...of, data });
    return done;
  });
}
