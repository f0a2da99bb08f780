import "server-only";
import { transaction } from "@/lib/db";
import type { PortalEvent } from "@/lib/events/event";
import { env } from "@/lib/env";
import { addJob } from "@/lib/jobs/queue";
import { findMailContext } from "@/lib/mail/context";
import { concernsAnybody, mailsFor } from "@/lib/mail/who-is-told";
import type { Event } from "@/prisma/generated/client";

/**
 * Queues the mails an event calls for, each with its job, in one transaction. Doing it again adds
 * nothing: a mail is unique by event, reader and kind.
 */
export async function tellPeople(eventId: bigint): Promise<void> {
  await transaction(async (tx) => {
    const event = eventOf(await tx.event.findUniqueOrThrow({ where: { id: eventId } }));
    if (!concernsAnybody(event)) return;
    const context = await findMailContext(tx, event, env().OFFICE_MAILBOX);
    if (!context) return;
    const queued = await tx.mail.createManyAndReturn({
      data: mailsFor(event, context).map((mail) => ({ eventId, ...mail })),
      skipDuplicates: true,
      select: { id: true },
    });
    for (const { id } of queued)
      await addJob(tx, "sendMail", { mailId: id }, { jobKey: `mail:${id}` });
  });
}

/** The event as `record` was given it; only `record` writes these rows, so their shape is its shape. */
function eventOf(row: Event): PortalEvent {
  const { kind, exporterId, applicationId, certificateId, data } = row;
  return { kind, exporterId, applicationId, certificateId, data } as unknown as PortalEvent;
}
