import "server-only";
import type { Tx } from "@/lib/db";
import type { EventOf, PortalEvent } from "@/lib/events/event";
import { atWork, mandatedSelect, officerSelect, readerOf } from "@/lib/mail/readers";
import type { MessageContext, MessageKind } from "@/lib/mail/told-of-messages";

export function isAboutMessage(event: PortalEvent): event is EventOf<MessageKind> {
  return event.kind.startsWith("message.") || event.kind.startsWith("thread.");
}

/** What must be known to decide who is told of a conversation. */
export async function findMessageContext(
  tx: Tx,
  { kind, data }: EventOf<MessageKind>,
  officeMailbox: string,
  actorId: string | null,
): Promise<MessageContext> {
  const thread = await tx.thread.findUniqueOrThrow({
    where: { id: data.threadId },
    select: {
      assignedTo: { select: officerSelect },
      exporter: {
        select: mandatedSelect(),
      },
      application: { select: { number: true } },
      certificate: { select: { number: true } },
      importCertificate: { select: { number: true } },
    },
  });
  const others = ({ userId }: { userId?: string }) => userId !== actorId;
  // Who was given it and has passed it on meanwhile is told nothing, nor is who has it now twice.
  const stillTheirs = kind !== "thread.assigned" || data.to === thread.assignedTo?.id;
  const matter = thread.application ?? thread.certificate ?? thread.importCertificate;
  return {
    officeMailbox,
    exporterName: thread.exporter.legalName,
    number: matter?.number ?? null,
    mandated: thread.exporter.mandates.flatMap(({ user }) => readerOf(user)).filter(others),
    holder: stillTheirs ? atWork(thread.assignedTo).filter(others) : [],
  };
}
