import type { ThreadMatter } from "@/lib/events/message-event";
import type { ThreadAbout } from "@/prisma/generated/enums";

interface Of {
  readonly exporterId: string;
  readonly applicationId: string | null;
  readonly certificateId: string | null;
  readonly importCertificateId: string | null;
}

/** What must be read of a conversation for an event about it. */
export const matterColumns = {
  exporterId: true,
  applicationId: true,
  certificateId: true,
  importCertificateId: true,
} as const;

/** What a conversation is about, as an event names it. */
export function matterOfThread(thread: Of): ThreadMatter {
  const { exporterId, applicationId, certificateId, importCertificateId } = thread;
  return {
    exporterId,
    ...(applicationId === null ? {} : { applicationId }),
    ...(certificateId === null ? {} : { certificateId }),
    ...(importCertificateId === null ? {} : { importCertificateId }),
  };
}

/** The column in which a conversation keeps what it is about. */
export const columnOf = {
  general: null,
  application: "applicationId",
  certificate: "certificateId",
  import: "importCertificateId",
} as const satisfies Record<ThreadAbout, keyof Of | null>;
