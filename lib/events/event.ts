import type { Move } from "@/lib/applications/status";

/** Everything that can happen in the portal. Who is told is decided in lib/mail/who-is-told.ts. */
export type PortalEvent =
  | { kind: "session.started"; data: { acr: string } }
  | { kind: "session.ended"; data: { by: "person" | "provider" } }
  | { kind: "person.changed"; data: { fields: string[] } }
  | { kind: "exporter.created"; exporterId: string; data: Record<string, never> }
  | { kind: "exporter.changed"; exporterId: string; data: { fields: string[] } }
  | {
      kind: "application.created";
      applicationId: string;
      exporterId: string;
      data: Record<string, never>;
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
      kind: "application.holderChanged";
      applicationId: string;
      exporterId: string;
      data: { from: string | null; to: string | null; reason?: string };
    }
  | {
      kind: "document.added" | "document.removed";
      applicationId: string;
      exporterId: string;
      data: { documentId: string; documentKind: string; name: string; sha256: string };
    }
  | {
      kind: "document.read";
      applicationId: string;
      exporterId: string;
      data: { documentId: string };
    }
  | {
      kind: "certificate.issued";
      applicationId: string;
      exporterId: string;
      certificateId: string;
      data: { number: string };
    }
  | {
      kind: "certificate.documentReady";
      applicationId: string;
      exporterId: string;
      certificateId: string;
      data: { sha256: string };
    };

export type EventKind = PortalEvent["kind"];
export type EventOf<K extends EventKind> = Extract<PortalEvent, { kind: K }>;
