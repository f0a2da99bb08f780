import "server-only";
import { sections } from "@/lib/applications/sections";
import { isoDate } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { EventOf, PortalEvent } from "@/lib/events/event";
import { atWork, mandatedSelect, officerSelect, personSelect, readerOf } from "@/lib/mail/readers";
import type { MailContext, Reader } from "@/lib/mail/who-is-told";
import type { Prisma } from "@/prisma/generated/client";

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
      enteredById: true,
      holder: { select: officerSelect },
      certificate: { select: { number: true } },
      changeRequests: {
        select: {
          section: true,
          submissionVersion: true,
          reasonEn: true,
          reasonFr: true,
          askedBy: { select: officerSelect },
        },
        orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      },
      submissions: {
        select: { submittedAt: true, submittedById: true, submittedBy: { select: personSelect } },
        ...(event.kind === "application.submitted" && { where: { version: event.data.version } }),
        orderBy: { version: "desc" },
        take: 1,
      },
      exporter: {
        select: mandatedSelect(),
      },
    },
  });
  const asked = application.changeRequests.filter(
    (request) => request.submissionVersion === application.submissionVersion,
  );
  const [submission] = application.submissions;
  const { mandates } = application.exporter;
  const owning = mandates.filter(({ kind }) => kind === "owner");
  const mandated = mandates.flatMap(({ user }) => readerOf(user));
  const onPaper = submission?.submittedById === application.enteredById;
  return {
    officeMailbox,
    exporterName: application.exporter.legalName,
    number: application.number ?? "",
    dueAt: application.dueAt?.toISOString() ?? null,
    answerDueOn: application.answerDueOn && isoDate(application.answerDueOn),
    toCorrect: sections
      .map((section) => ({ section, reasons: reasonsIn(asked, section) }))
      .filter(({ section }) => asked.some((request) => request.section === section)),
    submission: submission
      ? {
          at: submission.submittedAt.toISOString(),
          by: onPaper ? mandated : readerOf(submission.submittedBy),
        }
      : null,
    mandated,
    owners: owning.flatMap(({ user }) => readerOf(user)),
    // A file that comes back is nobody's at first.
    reviewer: atWork(application.holder ?? application.changeRequests.at(-1)?.askedBy ?? null),
    certificateNumber: application.certificate?.number ?? "",
    linkId: null,
    ...(await findAuthority(tx, event)),
  };
}

/** The authority of the destination: to which an officer addressed a warning, or which is asked to confirm. */
async function findAuthority(
  tx: Tx,
  event: PortalEvent,
): Promise<{ authority: Reader[]; linkId?: string }> {
  if (
    event.kind === "certificate.confirmationAsked" ||
    event.kind === "certificate.confirmationReminded" ||
    event.kind === "certificate.importConfirmed"
  ) {
    const [link] = await tx.confirmationLink.findMany({
      where: linksOf(event),
      select: { id: true, authority: true, recipient: true },
      orderBy: { place: "desc" },
      take: 1,
    });
    if (!link) return { authority: [] };
    const { id: linkId, authority: name, recipient: email } = link;
    return { authority: [{ email, name, language: "en" }], linkId };
  }
  const kinds = { "certificate.lost": "lost", "certificate.invalidated": "invalidated" } as const;
  if (event.kind !== "certificate.lost" && event.kind !== "certificate.invalidated") {
    return { authority: [] };
  }
  const step = await tx.certificateStep.findFirst({
    where: { certificateId: event.certificateId, kind: kinds[event.kind] },
    select: { authority: true, recipient: true },
  });
  if (!step?.recipient) return { authority: [] };
  const { recipient: email, authority: name } = step;
  return { authority: [{ email, name: name ?? "", language: "en" }] };
}

/** The link that was sent, the one that was answered, or the newest. */
function linksOf(
  event: EventOf<
    | "certificate.confirmationAsked"
    | "certificate.confirmationReminded"
    | "certificate.importConfirmed"
  >,
): Prisma.ConfirmationLinkWhereInput {
  switch (event.kind) {
    case "certificate.confirmationAsked":
      return { id: event.data.linkId };
    case "certificate.importConfirmed":
      return { receipts: { some: { id: event.data.receiptId } } };
    case "certificate.confirmationReminded":
      return { certificateId: event.certificateId };
  }
}

/** The chosen reasons of a section, each once. Words of an officer stay in the portal. */
function reasonsIn(
  asked: readonly { section: string; reasonEn: string | null; reasonFr: string | null }[],
  section: string,
) {
  const chosen = asked.flatMap(({ section: of, reasonEn: en, reasonFr: fr }) =>
    of === section && en !== null && fr !== null ? [{ en, fr }] : [],
  );
  return chosen.filter(({ en }, i) => chosen.findIndex((other) => other.en === en) === i);
}
