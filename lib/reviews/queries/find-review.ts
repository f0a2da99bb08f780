import "server-only";
import { visibleTo } from "@/lib/applications/access";
import { checkEach } from "@/lib/applications/rules/engine";
import type { Finding } from "@/lib/applications/rules/rule";
import { readSnapshot } from "@/lib/applications/snapshot";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { fullName, named } from "@/lib/people/name";
import { hasRole } from "@/lib/reviews/access";
import { objectionsTo } from "@/lib/reviews/four-eyes";
import { readStored } from "@/lib/reviews/checklist";
import { factsToday } from "@/lib/reviews/submitted-facts";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";
import type { ApplicationStatus } from "@/prisma/generated/enums";

const selected = {
  id: true,
  number: true,
  status: true,
  submissionVersion: true,
  risk: true,
  submittedAt: true,
  dueAt: true,
  answerDueOn: true,
  clock: { select: { side: true, from: true, until: true }, orderBy: { id: "asc" } },
  holderId: true,
  claimedAt: true,
  enteredById: true,
  paperLanguage: true,
  holder: named,
  submissions: {
    orderBy: { version: "desc" },
    take: 1,
    select: {
      version: true,
      snapshot: true,
      findings: true,
      submittedAt: true,
      submittedBy: { select: { language: true } },
    },
  },
  documents: { select: { id: true, scan: true } },
  changeRequests: {
    orderBy: [{ submissionVersion: "desc" }, { askedAt: "asc" }, { id: "asc" }],
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
      askedBy: named,
    },
  },
  recommendations: {
    orderBy: { recommendedAt: "desc" },
    select: {
      id: true,
      outcome: true,
      reasons: true,
      ground: true,
      checklist: true,
      findings: true,
      recommendedById: true,
      recommendedAt: true,
      recommendedBy: named,
      submission: { select: { version: true } },
    },
  },
  withdrawals: {
    where: { outcome: null },
    select: { id: true, reason: true, askedAt: true, askedBy: named },
  },
  decision: {
    select: {
      reasons: true,
      ground: true,
      signedAt: true,
      signedBy: named,
      letters: { select: { language: true, size: true } },
    },
  },
  replaces: { select: { id: true, number: true } },
  certificate: { select: { id: true, number: true } },
} satisfies Prisma.ApplicationSelect;

/**
 * Everything a reviewer or a signatory needs about a file: what was submitted last, the
 * checks as of the submission and run again now, what was asked and advised, and what this person may
 * do. Null when there is no such file for the office.
 */
export async function findReview(viewer: OfficerViewer, applicationId: string) {
  const found = await db().application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(applicationId)] },
    select: {
      ...selected,
      exporter: {
        select: {
          id: true,
          legalName: true,
          ...mandateOf(viewer),
        },
      },
      editors: { where: { userId: viewer.userId }, select: { userId: true } },
    },
  });
  if (!found) return null;
  const {
    holder,
    exporter,
    editors,
    recommendations,
    submissions,
    withdrawals,
    documents,
    ...file
  } = found;
  const [submission] = submissions;
  if (!submission) return null;

  const snapshot = readSnapshot(submission.snapshot);
  const facts = await factsToday(db(), applicationId, snapshot);
  const [recommendation] = recommendations;
  const earlierCertificates = await db().certificate.count({
    where: { application: { exporterId: exporter.id, id: { not: applicationId } } },
  });
  const notices = await db().submission.findMany({
    where: { applicationId },
    orderBy: { version: "desc" },
    select: { version: true, noticeLetters: { select: { language: true, size: true } } },
  });
  const ownProfile = isOwn(exporter);
  const [withdrawal = null] = withdrawals;
  return {
    ...file,
    number: file.number ?? "",
    answerDueOn: file.answerDueOn ? isoDate(file.answerDueOn) : null,
    exporterName: exporter.legalName,
    earlierCertificates,
    holderName: holder ? fullName(holder) : null,
    snapshot,
    /** What was submitted, with what the virus check says of it today. */
    documents: snapshot.documents.map((submitted) => {
      return { ...submitted, scan: documents.find(({ id }) => id === submitted.id)?.scan };
    }),
    /** The letters of the notices that were sent, by the version that they are about, newest first. */
    notices: notices
      .filter(({ version }) => file.changeRequests.some((r) => r.submissionVersion === version))
      .map(({ version, noticeLetters: letters }) => ({ version, letters })),
    /** Who is written to, and in which language. */
    submitter: {
      name: snapshot.applicant.individual.name,
      language: file.paperLanguage ?? submission.submittedBy.language,
    },
    facts,
    submittedFindings: submission.findings as unknown as Finding[],
    checks: checkEach(facts),
    checkedAt: now(),
    recommendation: recommendation
      ? {
          ...recommendation,
          findings: recommendation.findings as unknown as Finding[] | null,
          checklist: readStored(recommendation.checklist),
          by: fullName(recommendation.recommendedBy),
          version: recommendation.submission.version,
        }
      : null,
    /** The open request to withdraw: the office answers it before it decides anything else. */
    withdrawal,
    may: acts(viewer, { ...file, ownProfile, withdrawal }),
    /** All that stands against this person's signature; none when they may sign. */
    objections: objectionsTo(viewer, { recommendations, editors }, ownProfile),
    ownProfile,
  };
}
export type Review = NonNullable<Awaited<ReturnType<typeof findReview>>>;

interface Standing {
  status: ApplicationStatus;
  holderId: string | null;
  enteredById: string | null;
  answerDueOn: Date | null;
  ownProfile: boolean;
  withdrawal: object | null;
}

/** What the buttons offer; the commands decide for themselves. */
function acts(viewer: OfficerViewer, standing: Standing) {
  const { status, holderId, enteredById, answerDueOn, ownProfile, withdrawal } = standing;
  const entered = enteredById === viewer.userId;
  const reviewer = hasRole(viewer, "reviewer") && !ownProfile && !entered;
  const mine = holderId === viewer.userId;
  const open = status === "submitted" || status === "in_review" || status === "returned";
  const overdue = answerDueOn !== null && isoDate(answerDueOn) < todayInOttawa();
  return {
    claim: reviewer && open && holderId === null,
    release: reviewer && mine && open,
    takeOver: reviewer && open && holderId !== null && !mine,
    review: reviewer && mine && status === "in_review" && !withdrawal,
    rejectOverdue: reviewer && mine && status === "returned" && overdue,
    extend: reviewer && status === "returned",
    answerWithdrawal: reviewer && withdrawal !== null,
    sign: hasRole(viewer, "signatory") && status === "recommended",
  };
}
