import "server-only";
import type { Tx } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import { personSelect, readerOf } from "@/lib/mail/readers";
import { to, toMailbox } from "@/lib/mail/to";
import type { Told, Reader } from "@/lib/mail/who-is-told";
import type { MessageSide } from "@/prisma/generated/enums";

/** What the decision needs to know of a file that the virus check has removed. */
export type InfectedContext = {
  uploader: Reader[];
  /** Null where the office has not been sent what the file belongs to. */
  officeMailbox: string | null;
  exporterName: string;
  /** The application, or null where the file is of an import. */
  applicationId: string | null;
  /** The application's or the import certificate's, once there is one. */
  number: string | null;
  /** Where the file came with a message. */
  message: { threadId: string; side: MessageSide } | null;
};

const exporter = { select: { legalName: true } } as const;

/** Null where the file was refused when it came in: whoever sent it was told on the page. */
export async function findInfectedContext(
  tx: Tx,
  { data }: EventOf<"document.infected">,
  officeMailbox: string,
): Promise<InfectedContext | null> {
  if (data.documentId === null) return null;
  const found = await tx.document.findUniqueOrThrow({
    where: { id: data.documentId },
    select: {
      uploadedBy: { select: personSelect },
      application: { select: { id: true, number: true, submittedAt: true, exporter } },
      announcement: { select: { number: true, sentAt: true, exporter } },
      message: {
        select: { side: true, sentAt: true, threadId: true, thread: { select: { exporter } } },
      },
      importCertificate: { select: { number: true, registeredAt: true, exporter } },
    },
  });
  const { application, announcement, importCertificate, message } = found;
  const matter = application ?? importCertificate ?? announcement;
  // What the office itself wrote is told to whoever wrote it.
  const written = message?.side === "exporter" ? message.sentAt : null;
  const reached =
    application?.submittedAt ?? announcement?.sentAt ?? importCertificate?.registeredAt ?? written;
  return {
    uploader: readerOf(found.uploadedBy),
    officeMailbox: reached ? officeMailbox : null,
    exporterName: (matter ?? message?.thread)?.exporter.legalName ?? "",
    applicationId: application?.id ?? null,
    number: matter?.number ?? null,
    message: matter ? null : message && { threadId: message.threadId, side: message.side },
  };
}

/** Whoever added the file is told, and the office where it has been sent what the file belongs to. */
export function infected(
  _event: unknown,
  { uploader, officeMailbox, exporterName, applicationId, number, message }: InfectedContext,
): Told[] {
  const about = { applicationId, number, ...message };
  const office: Told[] = officeMailbox
    ? [
        {
          ...toMailbox(officeMailbox),
          template: "officeFileRemoved",
          data: { ...about, exporter: exporterName },
        },
      ]
    : [];
  return [
    ...office,
    ...uploader.map((reader): Told => ({
      ...to(reader),
      template: "fileRemoved",
      data: { ...about, name: reader.name },
    })),
  ];
}
