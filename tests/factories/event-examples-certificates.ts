import type { EventKind } from "@/lib/events/event";
import { id, ofFile, type ExamplesOf } from "./event-readers";

const of = { ...ofFile, certificateId: id };
const on = "2026-12-02";
const sheets = { first: 1, last: 20 };

const receipt = { receiptId: id, on, authority: "Diamond Office", corrects: false };

/** About certificates, blank sheets and printers. */
export const ofCertificatesAndSheets: ExamplesOf<
  Extract<EventKind, `certificate.${string}` | `sheets.${string}` | `printer.${string}`>
> = {
  "certificate.issued": [
    { event: { kind: "certificate.issued", ...of, data: { number: "CA00000042" } } },
  ],
  "certificate.documentReady": [
    { event: { kind: "certificate.documentReady", ...of, data: { sha256: "ab" } } },
  ],
  "certificate.printed": [
    { event: { kind: "certificate.printed", ...of, data: { sheet: 12, copy: 1 } } },
  ],
  "certificate.dispatched": [
    {
      event: {
        kind: "certificate.dispatched",
        ...of,
        data: { on, carrier: "Purolator", tracking: null },
      },
    },
  ],
  "certificate.delivered": [{ event: { kind: "certificate.delivered", ...of, data: { on } } }],
  "certificate.returned": [{ event: { kind: "certificate.returned", ...of, data: { on } } }],
  "certificate.exported": [
    { event: { kind: "certificate.exported", ...of, data: { on, byOffice: false } } },
  ],
  "certificate.reportReceived": [
    { event: { kind: "certificate.reportReceived", ...of, data: { on } } },
  ],
  "certificate.reportReminded": (
    [
      ["ask", "no export is reported yet"],
      ["dueSoon", "the day of the report is near"],
      ["overdue", "the day of the report has passed"],
    ] as const
  ).map(([reminder, when]) => ({
    when,
    event: { kind: "certificate.reportReminded", ...of, data: { reminder, dueOn: "2026-12-09" } },
  })),
  "certificate.expiringSoon": [
    { event: { kind: "certificate.expiringSoon", ...of, data: { expiresOn: "2026-12-15" } } },
  ],
  "certificate.expired": [{ event: { kind: "certificate.expired", ...of, data: {} } }],
  "certificate.surrendered": [{ event: { kind: "certificate.surrendered", ...of, data: {} } }],
  "certificate.lossStated": [{ event: { kind: "certificate.lossStated", ...of, data: { on } } }],
  "certificate.lost": [{ event: { kind: "certificate.lost", ...of, data: { stepId: "1" } } }],
  "certificate.replaced": [
    {
      event: {
        kind: "certificate.replaced",
        ...of,
        data: { successorId: id, number: "CA00000043" },
      },
    },
  ],
  "certificate.invalidationProposed": [
    { event: { kind: "certificate.invalidationProposed", ...of, data: { proposalId: id } } },
  ],
  "certificate.invalidationTakenBack": [
    { event: { kind: "certificate.invalidationTakenBack", ...of, data: { proposalId: id } } },
  ],
  "certificate.invalidationRefused": [
    {
      event: {
        kind: "certificate.invalidationRefused",
        ...of,
        data: { proposalId: id, answer: "No." },
      },
    },
  ],
  "certificate.invalidated": [
    { event: { kind: "certificate.invalidated", ...of, data: { proposalId: id } } },
  ],
  "certificate.confirmationAsked": [
    {
      event: {
        kind: "certificate.confirmationAsked",
        ...of,
        data: { linkId: id, authority: "Diamond Office" },
      },
    },
  ],
  "certificate.confirmationReminded": [
    { event: { kind: "certificate.confirmationReminded", ...of, data: { dueOn: on } } },
  ],
  "certificate.importConfirmed": [
    {
      when: "as the certificate says",
      event: {
        kind: "certificate.importConfirmed",
        ...of,
        data: { ...receipt, differences: [] },
      },
    },
    {
      when: "with differences",
      event: {
        kind: "certificate.importConfirmed",
        ...of,
        data: { ...receipt, differences: ["notInForce"] },
      },
    },
  ],
  "certificate.differencesResolved": [
    {
      event: {
        kind: "certificate.differencesResolved",
        ...of,
        data: { receiptId: id, note: "Counted again." },
      },
    },
  ],
  "certificate.neverExported": [
    { event: { kind: "certificate.neverExported", ...of, data: { reason: "Kept in Canada." } } },
  ],
  "sheets.received": [{ event: { kind: "sheets.received", data: sheets } }],
  "sheets.spoiled": [{ event: { kind: "sheets.spoiled", data: sheets } }],
  "sheets.destroyed": [{ event: { kind: "sheets.destroyed", data: sheets } }],
  "printer.set": [
    { event: { kind: "printer.set", data: { name: "Second floor", right: 0, down: 0 } } },
  ],
};
