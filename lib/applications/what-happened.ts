import type { Move } from "@/lib/applications/status";
import type { EventKind, PortalEvent } from "@/lib/events/event";

/** What the history tells; every save and every look at a document is in the audit trail only. */
export const told = [
  "application.created",
  "application.submitted",
  "application.moved",
  "application.holderChanged",
  "application.reminded",
  "application.referenceChanged",
  "withdrawal.requested",
  "withdrawal.takenBack",
  "withdrawal.refused",
  "document.added",
  "document.removed",
  "document.infected",
  "certificate.issued",
  "certificate.documentReady",
] as const satisfies readonly EventKind[];

export type ToldEvent = Extract<PortalEvent, { kind: (typeof told)[number] }>;

type What =
  | Move
  | "create"
  | "changeHolder"
  | "remind"
  | "changeReference"
  | "askToWithdraw"
  | "takeBackWithdrawal"
  | "refuseWithdrawal"
  | "addDocument"
  | "removeDocument"
  | "findInfected"
  | "renderCertificate";

/** What happened, by the name of the move, with the number, version or file name that belongs to it. */
export function whatOf(event: ToldEvent): { what: What; detail: string | null } {
  switch (event.kind) {
    case "application.created":
      return { what: "create", detail: null };
    case "application.submitted":
      return { what: "submit", detail: String(event.data.version) };
    case "application.moved":
      return { what: event.data.move, detail: null };
    case "application.holderChanged":
      return { what: "changeHolder", detail: null };
    case "application.reminded":
      return { what: "remind", detail: null };
    case "application.referenceChanged":
      return { what: "changeReference", detail: null };
    case "withdrawal.requested":
      return { what: "askToWithdraw", detail: null };
    case "withdrawal.takenBack":
      return { what: "takeBackWithdrawal", detail: null };
    case "withdrawal.refused":
      return { what: "refuseWithdrawal", detail: null };
    case "document.added":
      return { what: "addDocument", detail: event.data.name };
    case "document.removed":
      return { what: "removeDocument", detail: event.data.name };
    case "document.infected":
      return { what: "findInfected", detail: event.data.name };
    case "certificate.issued":
      return { what: "issue", detail: event.data.number };
    case "certificate.documentReady":
      return { what: "renderCertificate", detail: null };
  }
}

/** Moves inside the office, of which an exporter learns nothing. */
export const internalMoves: readonly Move[] = ["recommend", "sendBack"];

export function isInternal(event: ToldEvent): boolean {
  if (event.kind === "application.holderChanged") return true;
  return event.kind === "application.moved" && internalMoves.includes(event.data.move);
}
