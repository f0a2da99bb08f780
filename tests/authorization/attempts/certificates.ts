import { randomInt, randomUUID } from "node:crypto";
import { askToConfirm } from "@/lib/certificates/commands/ask-to-confirm";
import { dispatch, noteArrival } from "@/lib/certificates/commands/dispatch";
import { receiveReport, reportExport } from "@/lib/certificates/commands/export-report";
import {
  acceptInvalidation,
  proposeInvalidation,
  refuseInvalidation,
  takeBackInvalidation,
} from "@/lib/certificates/commands/invalidate";
import { recordLoss, stateLoss } from "@/lib/certificates/commands/loss";
import { notePrint } from "@/lib/certificates/commands/print";
import { resolveDifferences } from "@/lib/certificates/commands/resolve-differences";
import { setPrinter } from "@/lib/certificates/commands/printers";
import { startReplacement } from "@/lib/certificates/commands/replace";
import { destroySheets, receiveSheets, spoilSheets } from "@/lib/certificates/commands/sheets";
import { recordNeverExported, surrender } from "@/lib/certificates/commands/surrender";
import { findFollowUp, findLife } from "@/lib/certificates/queries/find-life";
import { findPrinters } from "@/lib/certificates/queries/find-printers";
import { findSheets } from "@/lib/certificates/queries/find-sheets";
import { listFollowUps } from "@/lib/certificates/queries/list-follow-ups";
import { findImportConfirmation } from "@/lib/certificates/queries/find-confirmation";
import { openReceipt } from "@/lib/certificates/queries/receipts";
import { todayInOttawa } from "@/lib/clock";
import { about, asExporter, asOfficer, sameAsUnknown, type Attempt } from "./attempt";

const reason = "Because.";
const authority = { authority: "Kimberley Process Office", recipient: "kp@example.ae" };
const today = () => todayInOttawa();
const sheets = (number: number) => ({ first: number, last: number });

/** What becomes of certificates, and the sheets on which they are printed. */
export const certificates = {
  "certificates/commands/print.ts notePrint": asOfficer(async (viewer, { certificateId, sheet }) =>
    notePrint(viewer, certificateId, { sheet }),
  ),
  "certificates/commands/dispatch.ts dispatch": asOfficer((viewer, { certificateId }) =>
    dispatch(viewer, certificateId, { on: today(), carrier: "Purolator" }),
  ),
  "certificates/commands/dispatch.ts noteArrival": asOfficer((viewer, { certificateId }) =>
    noteArrival(viewer, certificateId, "returned", today()),
  ),
  "certificates/commands/export-report.ts reportExport": asExporter((viewer, { certificateId }) =>
    reportExport(viewer, certificateId, { on: today(), seen: "" }),
  ),
  "certificates/commands/export-report.ts receiveReport": asOfficer((viewer, { certificateId }) =>
    receiveReport(viewer, certificateId, { on: today(), exportedOn: today() }),
  ),
  "certificates/commands/loss.ts stateLoss": asExporter((viewer, { certificateId }) =>
    stateLoss(viewer, certificateId, { on: today(), words: reason }),
  ),
  "certificates/commands/loss.ts recordLoss": asOfficer((viewer, { certificateId }) =>
    recordLoss(viewer, certificateId, { words: reason, ...authority }),
  ),
  "certificates/commands/ask-to-confirm.ts askToConfirm": asOfficer((viewer, { certificateId }) =>
    askToConfirm(viewer, certificateId, authority),
  ),
  "certificates/commands/resolve-differences.ts resolveDifferences": asOfficer(
    (viewer, { certificateId, receiptId }) =>
      resolveDifferences(viewer, certificateId, receiptId, reason),
  ),
  "certificates/queries/find-confirmation.ts findImportConfirmation": (viewer, { certificateId }) =>
    findImportConfirmation(viewer, certificateId),
  "certificates/queries/receipts.ts openReceipt": (viewer, { certificateId }) =>
    openReceipt(viewer, certificateId, 1, "jwt"),
  "certificates/commands/surrender.ts surrender": asOfficer((viewer, { certificateId }) =>
    surrender(viewer, certificateId),
  ),
  "certificates/commands/surrender.ts recordNeverExported": asOfficer((viewer, { certificateId }) =>
    recordNeverExported(viewer, certificateId, reason),
  ),
  "certificates/commands/invalidate.ts proposeInvalidation": asOfficer(
    (viewer, { certificateId }) =>
      proposeInvalidation(viewer, certificateId, { reason, ...authority }),
  ),
  "certificates/commands/invalidate.ts acceptInvalidation": asOfficer(
    (viewer, { certificateId, proposalId }) =>
      acceptInvalidation(viewer, certificateId, proposalId),
  ),
  "certificates/commands/invalidate.ts refuseInvalidation": asOfficer(
    (viewer, { certificateId, proposalId }) =>
      refuseInvalidation(viewer, certificateId, proposalId, reason),
  ),
  "certificates/commands/invalidate.ts takeBackInvalidation": asOfficer(
    async (viewer, { certificateId, proposalId }) => {
      const taken = await takeBackInvalidation(viewer, certificateId, proposalId);
      // Somebody else’s proposal is refused as what the role does not give.
      const refused = !taken.ok && taken.error === "notOwnProposal";
      return refused ? { ok: false, error: "notAllowed" } : taken;
    },
  ),
  "certificates/commands/replace.ts startReplacement": asExporter((viewer, { certificateId }) =>
    startReplacement(viewer, certificateId, randomUUID()),
  ),
  "certificates/commands/sheets.ts receiveSheets": asOfficer((viewer) =>
    receiveSheets(viewer, sheets(randomInt(1, 99_999_999))),
  ),
  "certificates/commands/sheets.ts spoilSheets": asOfficer(async (viewer, { sheet }) =>
    sameAsUnknown("sheet", await spoilSheets(viewer, { ...sheets(sheet), reason })),
  ),
  "certificates/commands/sheets.ts destroySheets": asOfficer(async (viewer, { sheet }) =>
    sameAsUnknown("sheet", await destroySheets(viewer, { ...sheets(sheet), reason })),
  ),
  "certificates/queries/find-life.ts findLife": (viewer, { certificateId }) =>
    findLife(viewer, certificateId),
  "certificates/queries/find-life.ts findFollowUp": asOfficer((viewer, { certificateId }) =>
    findFollowUp(viewer, certificateId),
  ),
  "certificates/queries/list-follow-ups.ts listFollowUps": asOfficer(
    async (viewer, { certificateId }) =>
      about((await listFollowUps(viewer)).losses, ({ id }) => id === certificateId),
  ),
  "certificates/commands/printers.ts setPrinter": asOfficer((viewer) =>
    setPrinter(viewer, { name: randomUUID(), right: 0, down: 0 }),
  ),
  "certificates/queries/find-printers.ts findPrinters": asOfficer((viewer) => findPrinters(viewer)),
  "certificates/queries/find-sheets.ts findSheets": asOfficer((viewer) => findSheets(viewer, 0)),
} satisfies Record<string, Attempt>;
