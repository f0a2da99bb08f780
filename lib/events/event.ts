import type { Move } from "@/lib/applications/status";
import type { AuditEvent } from "@/lib/events/audit-event";
import type { BroadcastEvent } from "@/lib/events/broadcast-event";
import type { CertificateEvent, SheetEvent } from "@/lib/events/certificate-event";
import type { MailEvent } from "@/lib/events/mail-event";
import type { MessageEvent } from "@/lib/events/message-event";
import type { MandateEvent, OfficerEvent, PersonEvent } from "@/lib/events/people-event";
import type { ReviewEvent } from "@/lib/events/review-event";
import type { ReferenceEvent } from "@/lib/events/reference-event";

/** Everything that can happen in the portal. Who is told is decided in lib/mail/who-is-told.ts. */
export type PortalEvent =
  | { kind: "session.started"; data: { acr: string } }
  | { kind: "session.ended"; data: { by: "person" | "provider" | "office" | "newCredential" } }
  | PersonEvent
  | MandateEvent
  | OfficerEvent
  | AuditEvent
  | ReferenceEvent
  | { kind: "exporter.created"; exporterId: string; data: Record<string, never> }
  | { kind: "exporter.changed"; exporterId: string; data: { fields: string[] } }
  | {
      kind: "exporter.mergeProposed" | "exporter.mergeDropped";
      exporterId: string;
      data: { mergeId: string };
    }
  /** Said of both profiles, each with those who owned it until then. */
  | {
      kind: "exporter.merged";
      exporterId: string;
      data: { mergeId: string; side: "from" | "into"; owners: string[] };
    }
  | { kind: "book.removed"; exporterId: string; data: { entryId: string; entryKind: string } }
  | {
      kind: "application.created";
      applicationId: string;
      exporterId: string;
      data: { copiedFromId?: string; replacesId?: string; onPaper?: true };
    }
  | {
      kind: "application.saved";
      applicationId: string;
      exporterId: string;
      data: { section: string; version: number };
    }
  | {
      kind: "application.submitted";
      applicationId: string;
      exporterId: string;
      data: { number: string; version: number };
    }
  | {
      kind: "application.moved";
      applicationId: string;
      exporterId: string;
      data: { move: Exclude<Move, "submit" | "issue">; note?: string };
    }
  | {
      kind: "request.answered";
      applicationId: string;
      exporterId: string;
      data: { requestId: string; done: boolean; note: boolean };
    }
  | {
      kind: "application.reminded";
      applicationId: string;
      exporterId: string;
      data: { reminder: "dueSoon" | "overdue"; dueOn: string };
    }
  | {
      kind: "withdrawal.requested" | "withdrawal.refused";
      applicationId: string;
      exporterId: string;
      data: { withdrawalId: string; reason: string };
    }
  | {
      kind: "withdrawal.takenBack";
      applicationId: string;
      exporterId: string;
      data: { withdrawalId: string };
    }
  | ReviewEvent
  | MessageEvent
  | BroadcastEvent
  | MailEvent
  | DocumentEvent
  | ImportEvent
  | CertificateEvent
  | SheetEvent;

/** What a document is of. */
type Matter =
  | { applicationId: string }
  | { announcementId: string; importCertificateId?: string }
  | { importCertificateId: string }
  | { certificateId: string }
  | { messageId: string; importCertificateId?: string };

type DocumentEvent = { exporterId: string } & Matter &
  (
    | {
        kind: "document.added" | "document.removed";
        data: { documentId: string; documentKind: string; name: string; sha256: string };
      }
    /** `page`: one page of it, as a picture; else the whole file. */
    | { kind: "document.read"; data: { documentId: string; page?: number } }
    /** Without `documentId`: refused when it came in, and never stored. */
    | {
        kind: "document.infected";
        data: { documentId: string | null; name: string; threat: string };
      }
  );

/** About imports that exporters announce and certificates that the office registers. */
type ImportEvent =
  | {
      kind: "import.announced" | "import.sent" | "import.withdrawn";
      announcementId: string;
      exporterId: string;
      data: Record<string, never>;
    }
  | {
      kind: "import.changed";
      announcementId: string;
      exporterId: string;
      data: { fields: string[] };
    }
  | {
      kind: "import.returned" | "import.declined";
      announcementId: string;
      exporterId: string;
      data: { answer: string };
    }
  | {
      kind: "import.registered";
      importCertificateId: string;
      announcementId?: string;
      exporterId: string;
      data: { number: string };
    }
  | ({
      kind: "import.originalReminded";
      exporterId: string;
      data: { reminder: "dueSoon" | "overdue"; dueOn: string };
    } & ({ announcementId: string } | { importCertificateId: string }))
  | {
      kind: "import.originalReceived";
      importCertificateId: string;
      exporterId: string;
      /** `former`: the mistaken day that stood there, and why it was one. */
      data: { on: string; former?: string; reason?: string };
    }
  | {
      kind: "import.correctionProposed" | "import.correctionTakenBack" | "import.corrected";
      importCertificateId: string;
      exporterId: string;
      data: { correctionId: string; carats: string; valueUsd: string };
    }
  | {
      kind: "import.correctionRefused";
      importCertificateId: string;
      exporterId: string;
      data: { correctionId: string; answer: string };
    }
  | {
      kind: "import.confirmed";
      importCertificateId: string;
      exporterId: string;
      data: { confirmationId: string; number: string };
    };

export type EventKind = PortalEvent["kind"];
/** Also where kinds of the same shape are written as one. */
type Of<E extends PortalEvent, K> = E extends unknown ? (K extends E["kind"] ? E : never) : never;
export type EventOf<K extends EventKind> = Of<PortalEvent, K>;
