import "server-only";
import { shownChecks, visibleTo } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { gatherFacts, submittedSubject } from "@/lib/applications/facts";
import { checkEach, type Check } from "@/lib/applications/rules/engine";
import type { Finding } from "@/lib/applications/rules/rule";
import { readSnapshot } from "@/lib/applications/snapshot";
import { isEditable } from "@/lib/applications/status";
import type { Viewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { applicantFacts } from "@/lib/exporters/selected";
import { idIs } from "@/lib/row-id";

/** What the rules find today, as `listChecks` reads it, or null. */
export async function checkApplication(viewer: Viewer, id: string): Promise<Finding[] | null> {
  return (await listChecks(viewer, id))?.flatMap(({ findings }) => findings) ?? null;
}

/**
 * Every rule with what it finds today, or null: in the answers as they are while they can be changed (nothing
 * is declared yet), else in what was submitted. An exporter is not told what only officers weigh.
 */
export async function listChecks(viewer: Viewer, id: string): Promise<Check[] | null> {
  const application = await db().application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(id)] },
    select: {
      id: true,
      status: true,
      exporterId: true,
      answers: true,
      enteredById: true,
      exporter: {
        select: {
          ...applicantFacts,
        },
      },
      documents: {
        where: { removedAt: null },
        select: { id: true, kind: true, name: true, scan: true },
      },
      submissions: { orderBy: { version: "desc" }, take: 1, select: { snapshot: true } },
    },
  });
  if (!application) return null;
  const [newest] = application.submissions;
  const asSubmitted = newest && (viewer.kind === "officer" || !isEditable(application.status));
  const subject = asSubmitted
    ? submittedSubject(application.id, readSnapshot(newest.snapshot))
    : {
        applicationId: application.id,
        exporterId: application.exporterId,
        applicant: application.exporter,
        answers: application.answers as Answers,
        documents: application.documents,
        declarations: [],
        onPaper: application.enteredById === viewer.userId,
      };
  return shownChecks(viewer, checkEach(await gatherFacts(db(), subject, todayInOttawa())));
}
