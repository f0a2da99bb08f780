import type { OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { db } from "@/lib/db";
import type { Answers } from "@/lib/applications/answers";
import { readSnapshot } from "@/lib/applications/snapshot";
import { claim } from "@/lib/reviews/commands/claim";
import { recommend } from "@/lib/reviews/commands/recommend";
import { figuresOf } from "@/lib/reviews/figures";
import { newOfficer } from "./people";

/** A complete checklist that found on paper what the application says. */
export function checklistFor(answers: Answers) {
  return {
    answers: { papersLegible: "yes", consigneePlausible: "yes", originProved: "yes" },
    read: figuresOf(answers),
    why: {},
    dispositions: Object.fromEntries(
      ["R07", "R08", "R13", "R14", "R17", "R18", "R19", "R22", "R39"].map((rule) => [
        rule,
        { decision: "accept" as const, note: "Checked against the papers" },
      ]),
    ),
    sections: [],
  } as const;
}

function must(outcome: { ok: boolean; error?: string }): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

/** Claims a submitted application and recommends issuing it. */
export async function recommendIssue(reviewer: OfficerViewer, applicationId: string) {
  must(await claim(reviewer, applicationId));
  const { snapshot } = await db().submission.findFirstOrThrow({
    where: { applicationId },
    orderBy: { version: "desc" },
  });
  const checklist = checklistFor(readSnapshot(snapshot).answers);
  const reasons = "All in order.";
  must(await recommend(reviewer, applicationId, { outcome: "issue", reasons, checklist }));
}

/** The whole way from submitted to issued, by two officers. */
export async function issueSubmitted(applicationId: string) {
  const reviewer = await newOfficer("reviewer");
  const signatory = await newOfficer("signatory");
  await recommendIssue(reviewer, applicationId);
  const issued = await issueCertificate(signatory, applicationId);
  if (!issued.ok) throw new Error(JSON.stringify(issued));
  return { ...issued.value, reviewer, signatory };
}
