import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { mayAnswer, threadsVisibleTo } from "@/lib/messages/access";
import { awakeSince } from "@/lib/people/officer";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import type { ApplicationStatus } from "@/prisma/generated/enums";

/** What the office knows of a conversation besides its words: whose it is, who answers it, and what it can lead to. */
export async function findInboxThread(viewer: OfficerViewer, threadId: string) {
  const found = await db().thread.findFirst({
    where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
    select: {
      id: true,
      lastMessageAt: true,
      assignedToId: true,
      assignedTo: named,
      startedBy: { select: { ...named.select, language: true } },
      exporter: {
        select: {
          ...mandateOf(viewer),
          id: true,
          legalName: true,
        },
      },
      application: {
        select: { id: true, number: true, status: true, holderId: true, holder: named },
      },
      messages: {
        where: { sentAt: { not: null }, side: "exporter" },
        orderBy: [{ sentAt: "desc" }, { id: "desc" }],
        select: {
          author: { select: { language: true } },
          documents: {
            where: { removedAt: null },
            select: { id: true, importCertificate: { select: { id: true, number: true } } },
          },
        },
      },
    },
  });
  if (!found) return null;
  const { exporter, assignedTo, messages, application, startedBy, ...rest } = found;
  const ownProfile = isOwn(exporter);
  const answers = mayAnswer(viewer) && !ownProfile;
  return {
    ...rest,
    exporter: { id: exporter.id, legalName: exporter.legalName },
    ownProfile,
    /** Writes, takes and settles. */
    answers,
    /** Registers import certificates. */
    registers: answers && viewer.roles.includes("reviewer"),
    assignedTo: assignedTo && fullName(assignedTo),
    mine: found.assignedToId === viewer.userId,
    /** In which the exporter reads: that of whoever wrote last. */
    language: messages[0]?.author.language ?? startedBy.language,
    /** The files of the exporter by id: null where one is not in the register of imports. */
    files: new Map(
      messages.flatMap(({ documents }) =>
        documents.map(({ id, importCertificate }) => [id, importCertificate] as const),
      ),
    ),
    application: application && {
      ...application,
      number: application.number ?? "",
      holder: application.holder && fullName(application.holder),
      ask: askable(viewer, application, answers),
    },
  };
}
export type InboxThread = NonNullable<Awaited<ReturnType<typeof findInboxThread>>>;

type Askable = "now" | "notAllowed" | "claimFirst" | "held" | "recommended" | "returned" | "ended";

/** Whether a question can become a request for a change now; else what stands in the way. */
function askable(
  { userId, roles }: OfficerViewer,
  { status, holderId }: { status: ApplicationStatus; holderId: string | null },
  answers: boolean,
): Askable {
  if (!answers || !roles.includes("reviewer")) return "notAllowed";
  if (status === "submitted" && holderId === null) return "claimFirst";
  if (status === "recommended") return "recommended";
  if (status === "returned") return "returned";
  if (status !== "in_review") return "ended";
  return holderId === userId ? "now" : "held";
}

/** Who of the office can answer a conversation: reviewers and signatories who never belonged to its exporter. */
export async function listAnswerers(viewer: OfficerViewer, threadId: string) {
  const thread = await db().thread.findFirst({
    where: { AND: [threadsVisibleTo(viewer), idIs(threadId)] },
    select: { exporterId: true },
  });
  if (!thread || !mayAnswer(viewer)) return [];
  const { exporterId } = thread;
  const awake = awakeSince(now());
  const people = await db().user.findMany({
    where: {
      roles: { hasSome: ["reviewer", "signatory"] },
      suspendedAt: null,
      OR: [{ lastSignInAt: { gt: awake } }, { officerSince: { gt: awake } }],
      mandates: { none: { exporterId } },
    },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    select: { id: true, ...named.select },
  });
  return people.map(({ id, ...person }) => ({ id, name: fullName(person) }));
}
