import type { Broken } from "@/lib/audit/verify";

/** What somebody asked for without being let to it; "page" where no record is named. */
export type Denied =
  | "application"
  | "certificate"
  | "import"
  | "announcement"
  | "exporter"
  | "document"
  | "person"
  | "mandate"
  | "request"
  | "invitation"
  | "confirmation"
  | "thread"
  | "notice"
  | "broadcast"
  | "mail"
  | "page";

/** About the trail itself, and about what may be disposed of. */
export type AuditEvent =
  /** `id` only where there is such a record. `address` with the names of its parts, never with what stood there. */
  | ({
      kind: "access.denied";
      data: { thing: Denied; id: string | null; address: string; why: "record" | "role" | "press" };
    } & Concerned)
  | { kind: "audit.exported"; data: { filter: Record<string, string> } }
  /** `outside`: the newest batch whose head was compared with the one kept outside the database. */
  | {
      kind: "audit.checked";
      data: {
        broken: Broken | null;
        from: string;
        to: string;
        entries: number;
        batches: number;
        head: string;
        unsealed: number;
        outside: string | null;
      };
    }
  /** The signed checkpoint of the certificate log, with the key under which it is checked. */
  | { kind: "log.checkpointSigned"; data: { size: number; note: string; key: string } }
  | ({ kind: "hold.set" | "hold.ended"; data: { holdId: string; reason: string } } & HeldThing)
  | ({
      kind: "document.disposed";
      data: { documentId: string; name: string; sha256: string; rule: string };
    } & Concerned)
  | {
      kind: "application.disposed";
      applicationId: string;
      exporterId: string;
      data: { rule: string };
    }
  | { kind: "disposal.approved"; data: { count: number } };

/** The records on whose timeline it stands. */
export interface Concerned {
  readonly exporterId?: string;
  readonly applicationId?: string;
  readonly certificateId?: string;
  readonly announcementId?: string;
  readonly importCertificateId?: string;
  readonly personId?: string;
}

type HeldThing =
  | { exporterId: string }
  | { exporterId: string; applicationId: string }
  | { exporterId: string; importCertificateId: string };
