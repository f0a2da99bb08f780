import type { Prisma } from "@/prisma/generated/client";

const ofProfile = { select: { id: true, exporterId: true } } as const;

/** What must be read of a document for `matterOf`. */
export const matterSelect = {
  application: ofProfile,
  announcement: ofProfile,
  importCertificate: ofProfile,
  certificate: { select: { id: true, application: ofProfile } },
  message: { select: { id: true, thread: { select: { exporterId: true } } } },
} as const satisfies Prisma.DocumentSelect;

type Of = { readonly id: string; readonly exporterId: string } | null;
type Matters = {
  readonly [M in Exclude<keyof typeof matterSelect, "certificate" | "message">]: Of;
} & {
  readonly certificate: { readonly id: string; readonly application: NonNullable<Of> } | null;
  readonly message: {
    readonly id: string;
    readonly thread: { readonly exporterId: string };
  } | null;
};

/** What a document is of, as an event names it. The database has it of one matter. */
export function matterOf(matters: Matters) {
  const { application, announcement, importCertificate, certificate, message } = matters;
  if (application) return { applicationId: application.id, exporterId: application.exporterId };
  if (certificate) {
    return { certificateId: certificate.id, exporterId: certificate.application.exporterId };
  }
  const importId = importCertificate ? { importCertificateId: importCertificate.id } : {};
  if (announcement) {
    return { announcementId: announcement.id, exporterId: announcement.exporterId, ...importId };
  }
  if (message) {
    return { messageId: message.id, exporterId: message.thread.exporterId, ...importId };
  }
  if (!importCertificate)
    throw new Error("A document is of an application, a certificate, an import or a message.");
  return { importCertificateId: importCertificate.id, exporterId: importCertificate.exporterId };
}
