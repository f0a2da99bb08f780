import "server-only";
import { sections } from "@/lib/applications/sections";
import { isoDate } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { PortalEvent } from "@/lib/events/event";
import { personSelect, readerOf } from "@/lib/mail/readers";
import type { MailContext } from "@/lib/mail/who-is-told";
import { inForce } from "@/lib/people/mandate";

/** What must be known to decide who is told of an event about an application; null for other events. */
export async function findMailContext(
  tx: Tx,
  event: PortalEvent,
  officeMailbox: string,
): Promise<MailContext | null> {
  if (!("applicationId" in event)) return null;
  const application = await tx.application.findUniqueOrThrow({
    where: { id: event.applicationId },
    select: {
      number: true,
      dueAt: true,
      answerDueOn: true,
      submissionVersion: true,
      changeRequests: { select: { section: true, submissionVersion: true } },
      submissions: {
        select: { submittedAt: true, submittedBy: { select: personSelect } },
        ...(event.kind === "application.submitted" && { where: { version: event.data.version } }),
        orderBy: { version: "desc" },
        take: 1,
      },
      exporter: {
        select: {
          legalName: true,
          mandates: {
            where: inForce(),
            select: { user: { select: personSelect } },
            orderBy: { createdAt: "asc" },
          },
        },
      },
    },
  });
  const asked = new Set(
    application.changeRequests
      .filter((request) => request.submissionVersion === application.submissionVersion)
      .map((request) => request.section),
  );
  const [submission] = application.submissions;
  return {
    officeMailbox,
    exporterName: application.exporter.legalName,
    number: application.number ?? "",
    dueAt: application.dueAt?.toISOString() ?? null,
    answerDueOn: application.answerDueOn && isoDate(application.answerDueOn),
    sectionsToCorrect: sections.filter((section) => asked.has(section)),
    submission: submission
      ? {
          at: submission.submittedAt.toISOString(),
          by: readerOf(submission.submittedBy)[0] ?? null,
        }
      : null,
    mandated: application.exporter.mandates.flatMap(({ user }) => readerOf(user)),
  };
}
