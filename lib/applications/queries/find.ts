import "server-only";
import { shownFindings, visibleTo } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { currentRequests, unlockedSections } from "@/lib/applications/requests";
import type { Finding } from "@/lib/applications/rules/rule";
import { readSnapshot } from "@/lib/applications/snapshot";
import type { Section } from "@/lib/applications/sections";
import { movesFor, shownToExporter, transitions, type MoveBy } from "@/lib/applications/status";
import { profilesWith, type Viewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { applicantFacts } from "@/lib/exporters/selected";
import { fullName, named } from "@/lib/people/name";
import { asVersion, idIs } from "@/lib/row-id";
import type { ApplicationStatus, Permission, WithdrawalOutcome } from "@/prisma/generated/enums";

/** Everything that the hub, the sections, the summary and the receipt show, or null. */
export async function findApplication(viewer: Viewer, id: string) {
  const application = await db().application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(id)] },
    select: {
      id: true,
      number: true,
      status: true,
      version: true,
      answers: true,
      copiedFromId: true,
      sectionVersions: true,
      createdAt: true,
      updatedAt: true,
      submissionVersion: true,
      submittedAt: true,
      dueAt: true,
      answerDueOn: true,
      clock: { select: { side: true, from: true, until: true }, orderBy: { id: "asc" } },
      holderId: true,
      holder: named,
      enteredById: true,
      paperReceivedOn: true,
      exporter: {
        select: {
          id: true,
          ...applicantFacts,
          businessNumber: true,
        },
      },
      documents: {
        select: {
          id: true,
          kind: true,
          name: true,
          mediaType: true,
          size: true,
          sha256: true,
          scan: true,
          threat: true,
          removedAt: true,
          uploadedAt: true,
          uploadedBy: named,
        },
        orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
      },
      changeRequests: {
        select: {
          id: true,
          submissionVersion: true,
          section: true,
          field: true,
          rowId: true,
          reason: true,
          reasonEn: true,
          reasonFr: true,
          askedAt: true,
          reply: true,
          done: true,
          repliedAt: true,
        },
        orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      },
      withdrawals: {
        select: {
          reason: true,
          askedAt: true,
          askedBy: named,
          outcome: true,
          answer: true,
          answeredAt: true,
        },
        orderBy: { askedAt: "desc" },
        take: 1,
      },
      submissions: {
        select: {
          version: true,
          submittedAt: true,
          submittedBy: named,
          noticeLetters: { select: { language: true, size: true } },
        },
        orderBy: { version: "desc" },
      },
      decision: {
        select: {
          outcome: true,
          reasons: true,
          ground: true,
          signedAt: true,
          letters: { select: { language: true, size: true } },
        },
      },
      replaces: { select: { id: true, number: true } },
      certificate: {
        select: {
          id: true,
          number: true,
          issuedOn: true,
          expiresOn: true,
          expiresAt: true,
          document: { select: { size: true, renderedAt: true } },
        },
      },
    },
  });
  if (!application) return null;
  const {
    status,
    answers,
    sectionVersions,
    changeRequests,
    holder,
    certificate,
    withdrawals,
    ...rest
  } = application;
  const documents = rest.documents.map(({ uploadedBy, ...document }) => ({
    ...document,
    uploadedBy: fullName(uploadedBy),
  }));
  const permissions = permissionsOf(viewer, rest);
  const requests = status === "returned" ? currentRequests(changeRequests) : [];
  return {
    ...rest,
    /** The reader types in what came on paper on this day; null where it is somebody's own. */
    paper:
      rest.enteredById === viewer.userId && rest.paperReceivedOn
        ? { receivedOn: isoDate(rest.paperReceivedOn) }
        : null,
    status: viewer.kind === "exporter" ? shownToExporter(status) : status,
    answers: answers as Answers,
    /** Of each section the version of the application that changed it last. */
    sectionVersions: sectionVersions as Partial<Record<Section, number>>,
    answerDueOn: rest.answerDueOn ? isoDate(rest.answerDueOn) : null,
    documents: documents.filter(({ removedAt }) => removedAt === null),
    /** What the virus check has removed since the application was last submitted. */
    infected: documents.filter(
      ({ scan, removedAt }) =>
        scan === "infected" &&
        removedAt !== null &&
        rest.submissions.every(({ submittedAt }) => submittedAt < removedAt),
    ),
    submissions: rest.submissions.map(({ submittedBy, ...submission }) => ({
      ...submission,
      submittedBy: fullName(submittedBy),
    })),
    /** What has to be changed or answered while the application is returned. */
    requests: requests.map((request) => ({ ...request, open: request.repliedAt === null })),
    /** The newest request to withdraw, answered or not. */
    withdrawal: withdrawalOf(withdrawals[0]),
    /** The sections that can be changed in this status; the viewer also needs the permission `prepare`. */
    unlocked: unlockedSections(status, changeRequests),
    /** Which officer has claimed it: for the office only. */
    holderId: viewer.kind === "officer" ? rest.holderId : null,
    holderName: viewer.kind === "officer" && holder ? fullName(holder) : null,
    certificate: certificate && {
      ...certificate,
      issuedOn: isoDate(certificate.issuedOn),
      expiresOn: isoDate(certificate.expiresOn),
    },
    permissions,
    /** What the viewer may do with it as an exporter, before the guards of each command. */
    moves: permissions.includes("submit") ? movesOf(status, rest.holderId) : [],
    /** May ask the office to end it, or take that back: an officer has opened it. */
    mayWithdraw:
      permissions.includes("submit") &&
      (transitions.acceptWithdrawal.from as readonly ApplicationStatus[]).includes(status),
  };
}

interface Withdrawal {
  readonly askedBy: Parameters<typeof fullName>[0];
  readonly outcome: WithdrawalOutcome | null;
}

function withdrawalOf<W extends Withdrawal>(found: W | undefined) {
  if (!found) return null;
  return { ...found, askedBy: fullName(found.askedBy), open: found.outcome === null };
}

export type ApplicationDetail = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** One submission exactly as it was sent, with what the checks found then, or null. */
export async function findSubmission(viewer: Viewer, id: string, version: number) {
  const submission = await db().submission.findFirst({
    where: { application: { AND: [visibleTo(viewer), idIs(id)] }, version: asVersion(version) },
    select: {
      id: true,
      version: true,
      submittedAt: true,
      snapshot: true,
      findings: true,
      submittedBy: named,
      receipts: { select: { language: true, size: true }, orderBy: { language: "asc" } },
      application: { select: { documents: { select: { id: true, scan: true } } } },
    },
  });
  if (!submission) return null;
  const { application, ...found } = submission;
  const scans = new Map(application.documents.map(({ id, scan }) => [id, scan]));
  const snapshot = readSnapshot(found.snapshot);
  return {
    ...found,
    findings: shownFindings(viewer, submission.findings as unknown as Finding[]),
    snapshot,
    /** What was submitted, with what the virus check says of it today. */
    documents: snapshot.documents.map((each) => ({ ...each, scan: scans.get(each.id) })),
    submittedBy: fullName(submission.submittedBy),
  };
}

function permissionsOf(
  viewer: Viewer,
  { exporter, enteredById }: { exporter: { id: string }; enteredById: string | null },
): Permission[] {
  if (viewer.kind === "officer") return [];
  const all = ["view", "prepare", "submit"] as const;
  if (viewer.entersPaper && enteredById === viewer.userId) return [...all];
  return all.filter((permission) => profilesWith(viewer, permission).includes(exporter.id));
}

/** A submitted application that an officer has claimed is theirs; a returned one keeps its officer. */
function movesOf(status: ApplicationStatus, holderId: string | null): MoveBy<"exporter">[] {
  return status === "submitted" && holderId !== null ? [] : movesFor("exporter", status);
}
