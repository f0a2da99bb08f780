import "server-only";
import { transaction } from "@/lib/db";
import type { PortalEvent } from "@/lib/events/event";
import { env } from "@/lib/env";
import { addJob } from "@/lib/jobs/queue";
import { findMailContext } from "@/lib/mail/context";
import { findImportContext } from "@/lib/mail/import-context";
import { findInfectedContext } from "@/lib/mail/infected";
import { findPeopleContext } from "@/lib/mail/people-context";
import { concernsAnybody, mailsFor } from "@/lib/mail/who-is-told";
import type { Event } from "@/prisma/generated/client";

/**
 * Queues the mails an event calls for, each with its job, in one transaction. Doing it again adds
 * nothing: a mail is unique by event, reader and kind.
 */
export async function tellPeople(eventId: bigint): Promise<void> {
  await transaction(async (tx) => {
    const row = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
    const [event, actorId] = [eventOf(row), row.actorId];
    if (!concernsAnybody(event)) return;
    const { OFFICE_MAILBOX } = env();
    const context =
      event.kind === "document.infected"
        ? await findInfectedContext(tx, event, OFFICE_MAILBOX)
        : ((await findMailContext(tx, event, OFFICE_MAILBOX)) ??
          (await findImportContext(tx, event, OFFICE_MAILBOX)) ??
          (await findPeopleContext(tx, event, actorId)));
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
  const { kind, data, exporterId, applicationId, certificateId, personId } = row;
  const { announcementId, importCertificateId } = row;
  const about = { exporterId, applicationId, certificateId, personId };
  const ofImport = { announcementId, importCertificateId };
  // A column that the event does not have is not part of it.
  const given = Object.fromEntries(
    Object.entries({ ...about, ...ofImport }).filter(([, value]) => value !== null),
  );
  return { kind, ...given, data } as unknown as PortalEvent;
}
