import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { mayFollow, visibleTo } from "@/lib/certificates/access";
import { mostWrongCodes } from "@/lib/certificates/commands/confirm-import";
import { confirmationDue, mayBeAsked } from "@/lib/certificates/receipt/due";
import { lastOf, standingOf } from "@/lib/certificates/life/life";
import type { ReceiptDifference } from "@/lib/certificates/receipt/differences";
import { readReceipt } from "@/lib/certificates/receipt/facts";
import { certificateRecord } from "@/lib/certificates/record/record";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn } from "@/lib/exporters/own-profile";
import { fullName, named } from "@/lib/people/name";
import { findAuthority, getCalendar } from "@/lib/reference/queries";
import { idIs } from "@/lib/row-id";

/**
 * Whether the import under a certificate is confirmed: whom the portal asked, until when an answer is due, and the
 * receipts, the one that counts first. Null for a certificate that the viewer does not know.
 */
export async function findImportConfirmation(viewer: Viewer, certificateId: string) {
  const found = await db().certificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(certificateId)] },
    select: {
      id: true,
      number: true,
      record: true,
      expiresAt: true,
      application: {
        select: {
          exporter: {
            select: {
              mandates: { where: { userId: viewer.userId }, select: { id: true }, take: 1 },
            },
          },
        },
      },
      steps: { select: { kind: true, on: true }, orderBy: { id: "asc" } },
      links: { orderBy: { place: "desc" }, take: 1 },
      receipts: {
        select: {
          id: true,
          place: true,
          facts: true,
          differences: true,
          at: true,
          resolution: { select: { note: true, resolvedAt: true, resolvedBy: named } },
        },
        orderBy: { place: "desc" },
      },
    },
  });
  if (!found) return null;
  const { links, receipts, application, steps, id, number } = found;
  const exportedOn = lastOf(steps, "exported")?.on ?? null;
  const dueOn = exportedOn && confirmationDue(isoDate(exportedOn), await getCalendar());
  const record = certificateRecord.parse(found.record);
  const forOffice = viewer.kind === "officer";
  const standing = standingOf(steps, found.expiresAt, now());
  return {
    id,
    number,
    record,
    dueOn,
    overdue: dueOn !== null && receipts.length === 0 && todayInOttawa() > dueOn,
    asked: await askedOf(links[0], forOffice),
    registered: forOffice ? await findAuthority(record.destination.code) : null,
    mayAct: forOffice && mayFollow(viewer) && !isOwn(application.exporter),
    mayAsk: mayBeAsked(standing),
    receipts: receipts.map(({ facts, differences, resolution, ...receipt }) => ({
      ...receipt,
      facts: readReceipt(facts),
      differences: differences as ReceiptDifference[],
      resolution: resolution && {
        // What officers write stays inside the office.
        note: forOffice ? resolution.note : "",
        by: forOffice ? fullName(resolution.resolvedBy) : "",
        at: resolution.resolvedAt,
      },
    })),
  };
}
export type ImportConfirmation = NonNullable<Awaited<ReturnType<typeof findImportConfirmation>>>;

interface Link {
  readonly id: string;
  readonly authority: string;
  readonly recipient: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly wrongCodes: number;
}

async function askedOf(link: Link | undefined, forOffice: boolean) {
  if (!link) return null;
  const { authority, recipient, askedAt, wrongCodes } = link;
  const locked = wrongCodes >= mostWrongCodes ? "locked" : null;
  const mail = await db().mail.findFirst({
    where: { template: "confirmationAsked", data: { path: ["linkId"], equals: link.id } },
    select: { status: true },
  });
  return {
    authority,
    recipient: forOffice ? recipient : "",
    askedAt,
    wrongCodes,
    state: locked ?? (link.expiresAt <= now() ? "over" : "open"),
    mail: mail?.status ?? "queued",
  } as const;
}
