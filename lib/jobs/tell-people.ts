import "server-only";
import { tellReaders } from "@/lib/broadcasts/publish";
import { db, transaction } from "@/lib/db";
import type { PortalEvent } from "@/lib/events/event";
import { env } from "@/lib/env";
import { findMailContext } from "@/lib/mail/context";
import { findImportContext } from "@/lib/mail/import-context";
import { findInfectedContext } from "@/lib/mail/infected";
import { findMessageContext, isAboutMessage } from "@/lib/mail/message-context";
import { findPeopleContext } from "@/lib/mail/people-context";
import { concernsAnybody, mailsFor } from "@/lib/mail/who-is-told";
import { give } from "@/lib/notices/give";
import type { Event } from "@/prisma/generated/client";

/**
 * Tells people what an event calls for, in one transaction; of an announcement, which everybody may be told, in many.
 * Doing it again adds nothing.
 */
export async function tellPeople(eventId: bigint): Promise<void> {
  const row = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  const [event, actorId] = [eventOf(row), row.actorId];
  if (event.kind === "broadcast.published") return tellReaders(eventId, event.data.broadcastId);
  await transaction(async (tx) => {
    if (!concernsAnybody(event)) return;
    const { OFFICE_MAILBOX } = env();
    const context =
      event.kind === "document.infected"
        ? await findInfectedContext(tx, event, OFFICE_MAILBOX)
        : isAboutMessage(event)
          ? await findMessageContext(tx, event, OFFICE_MAILBOX, actorId)
          : ((await findMailContext(tx, event, OFFICE_MAILBOX)) ??
            (await findImportContext(tx, event, OFFICE_MAILBOX)) ??
            (await findPeopleContext(tx, event, actorId)));
    if (!context) return;
    await give(tx, eventId, mailsFor(event, context));
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
