import type { ReceiptDifference } from "@/lib/certificates/receipt/differences";

/** About a certificate, from its issue on. All days are ISO. */
export type CertificateEvent = OfCertificate &
  /** `recordSha256`: of the frozen facts; sealed with the trail, they cannot be changed together with their own hash. */
  (
    | { kind: "certificate.issued"; data: { number: string; recordSha256?: string } }
    | { kind: "certificate.documentReady"; data: { sha256: string } }
    | { kind: "certificate.printed"; data: { sheet: number; copy: number; reason?: string } }
    | {
        kind: "certificate.dispatched";
        data: { on: string; carrier: string; tracking: string | null };
      }
    | { kind: "certificate.delivered" | "certificate.returned"; data: { on: string } }
    /** `byOffice`: read from the paper report, which came before anything was said in the portal. */
    | { kind: "certificate.exported"; data: { on: string; byOffice: boolean } }
    | { kind: "certificate.reportReceived"; data: { on: string } }
    /** `ask`: nothing has been said of an export yet. */
    | {
        kind: "certificate.reportReminded";
        data: { reminder: "ask" | "dueSoon" | "overdue"; dueOn: string };
      }
    /** It ends soon, and no export has been reported. */
    | { kind: "certificate.expiringSoon"; data: { expiresOn: string } }
    | { kind: "certificate.lossStated"; data: { on: string } }
    | { kind: "certificate.lost"; data: { stepId: string } }
    | { kind: "certificate.replaced"; data: { successorId: string; number: string } }
    | {
        kind:
          | "certificate.invalidationProposed"
          | "certificate.invalidationTakenBack"
          | "certificate.invalidated";
        data: { proposalId: string };
      }
    | { kind: "certificate.invalidationRefused"; data: { proposalId: string; answer: string } }
    | { kind: "certificate.surrendered" | "certificate.expired"; data: Record<string, never> }
    /** Of whom; by an officer or by the portal. */
    | { kind: "certificate.confirmationAsked"; data: { linkId: string; authority: string } }
    /** By the importing authority. `corrects`: one that was given before. */
    | {
        kind: "certificate.importConfirmed";
        data: {
          receiptId: string;
          on: string;
          authority: string;
          differences: ReceiptDifference[];
          corrects: boolean;
        };
      }
    /** The importing authority was asked again: ten working days after the export. */
    | { kind: "certificate.confirmationReminded"; data: { dueOn: string } }
    | { kind: "certificate.differencesResolved"; data: { receiptId: string; note: string } }
    | { kind: "certificate.neverExported"; data: { reason: string } }
  );

export type CertificateEventKind = CertificateEvent["kind"];

interface OfCertificate {
  applicationId: string;
  exporterId: string;
  certificateId: string;
}

/**
 * About blank sheets, those from one number to another; and how a printer of pre-printed ones was set, and before, in
 * tenths of a millimetre.
 */
export type SheetEvent =
  | {
      kind: "sheets.received" | "sheets.spoiled" | "sheets.destroyed";
      data: { first: number; last: number; reason?: string };
    }
  | {
      kind: "printer.set";
      data: { name: string; right: number; down: number; from?: { right: number; down: number } };
    };
