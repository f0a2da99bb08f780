import "server-only";
import { passClock } from "@/lib/applications/clock";
import { keepServiceFact } from "@/lib/applications/service-fact";
import { evaluate } from "@/lib/applications/rules/engine";
import { normaliseSeal } from "@/lib/applications/seals";
import type { Finding } from "@/lib/applications/rules/rule";
import { transitions } from "@/lib/applications/status";
import { findOpenWithdrawal } from "@/lib/applications/withdrawals";
import { isSteppedUp } from "@/lib/auth/step-up";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { newCheckCode } from "@/lib/certificates/record/check-code";
import { lockReplaced, moveCarats, noteReplaced } from "@/lib/certificates/commands/replace";
import { certificateFacts, fits } from "@/lib/certificates/record/facts";
import { getSignatory } from "@/lib/certificates/queries";
import { formatCertificateNumber } from "@/lib/certificates/record/number";
import { certificateRecordOf, recordHash } from "@/lib/certificates/record/record";
import { keepForms, signForms } from "@/lib/certificates/sealing";
import { takePlace } from "@/lib/certificates/status/places";
import { expiryInstantOf } from "@/lib/certificates/record/validity";
import { dateInOttawa, now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { record } from "@/lib/events/record";
import { consumeReserved } from "@/lib/imports/ledger";
import { addJob } from "@/lib/jobs/queue";
import { actedOnBy, hasRole } from "@/lib/reviews/access";
import { isBlocking } from "@/lib/reviews/findings";
import {
  findRecommendation,
  fourEyes,
  refusedByDatabase,
  type FourEyesError,
} from "@/lib/reviews/four-eyes";
import { notAllowed, refuse, stepUpFirst, whyNot, type Outcome } from "@/lib/reviews/refusal";
import { lockedFacts } from "@/lib/reviews/submitted-facts";

type IssueError =
  | FourEyesError
  | "blocked"
  | "cannotSeal"
  | "notPrintable"
  | "notReplaceable"
  | "stepUp"
  | "withdrawalAsked";
type Issued = { number: string; certificateId: string };
export type IssueOutcome = Outcome<Issued, IssueError> & { readonly findings?: readonly Finding[] };

/**
 * Issues the certificate of a recommended application (Act, s. 9(1)(a)) in one transaction, or does
 * nothing: the rules run again on today's facts and all that can be computed is, before the number is
 * drawn. From there on everybody else who issues waits: the record is frozen, sealed, signed as a
 * credential and written in the log, and the carats are consumed. No number is ever without its
 * certificate, no certificate without its seal. The PDF is rendered by the worker right after.
 */
export async function issueCertificate(
  viewer: OfficerViewer,
  applicationId: string,
  recommendationRead?: string,
): Promise<IssueOutcome> {
  if (!hasRole(viewer, "signatory")) return notAllowed;
  if (!isSteppedUp(viewer)) return stepUpFirst;
  try {
    return await transaction((tx) => issueIn(tx, viewer, applicationId, recommendationRead));
  } catch (thrown) {
    const refused = refusedByDatabase(thrown);
    if (refused) return refuse(refused);
    throw thrown;
  }
}

async function issueIn(
  tx: Tx,
  viewer: OfficerViewer,
  applicationId: string,
  recommendationRead: string | undefined,
): Promise<IssueOutcome> {
  const [file] = await tx.application.updateManyAndReturn({
    where: {
      AND: [actedOnBy(viewer, applicationId)],
      status: { in: [...transitions.issue.from] },
    },
    data: { status: transitions.issue.to, holderId: null },
    select: { exporterId: true, replacesId: true },
  });
  if (!file) return whyNot(tx, viewer, applicationId, "issue");
  if (await findOpenWithdrawal(tx, applicationId)) rollBack(refuse("withdrawalAsked"));
  const recommendation = await findRecommendation(tx, viewer, applicationId);
  const objection = fourEyes(viewer, recommendation, "issue", recommendationRead);
  if (objection) rollBack(refuse(objection));

  const before = file.replacesId ? await lockReplaced(tx, viewer, file.replacesId) : undefined;
  if (before === null) rollBack(refuse("notReplaceable"));

  const instant = now();
  const { facts } = await lockedFacts(tx, applicationId);
  const findings = evaluate(facts).filter(isBlocking);
  if (findings.length > 0) {
    rollBack({ ok: false, error: "blocked", findings } satisfies IssueOutcome);
  }
  const toPrint = certificateFacts(facts, await getSignatory(tx, viewer), dateInOttawa(instant));
  if (!toPrint || !(await fits(toPrint, env().PORTAL_URL))) rollBack(refuse("notPrintable"));

  await passClock(tx, applicationId, transitions.issue.to, instant);
  await keepServiceFact(tx, applicationId, instant);
  const certificateId = crypto.randomUUID();
  const decision = await tx.decision.create({
    data: {
      applicationId,
      recommendationId: recommendation.id,
      recommendedById: recommendation.recommendedById,
      outcome: "issue",
      signedById: viewer.userId,
      signedAt: instant,
    },
    select: { id: true },
  });
  const statusIndex = await takePlace(tx, certificateId);

  const number = await nextNumber(tx);
  const checkCode = newCheckCode();
  const replaces = before ? { replaces: before.number } : {};
  const frozen = certificateRecordOf({ ...toPrint, ...replaces, number, checkCode, statusIndex });
  const recordSha256 = recordHash(frozen);
  const forms = await signForms(tx, certificateId, { ...frozen, statusIndex });
  if (!forms.ok) rollBack(refuse(forms.error));
  await tx.certificate.create({
    data: {
      id: certificateId,
      number,
      applicationId,
      submissionId: recommendation.submissionId,
      decisionId: decision.id,
      record: frozen,
      recordSha256,
      checkCode: checkCode.replace("-", ""),
      issuedOn: new Date(frozen.issued),
      expiresOn: new Date(frozen.expires),
      expiresAt: expiryInstantOf(frozen.expires),
      issuedById: viewer.userId,
      issuedAt: instant,
      seals: { createMany: { data: frozen.seals.map((seal) => ({ seal: normaliseSeal(seal) })) } },
    },
  });
  await keepForms(tx, certificateId, forms.value);
  const actorId = viewer.userId;
  if (before) {
    const { answers } = facts;
    await moveCarats(tx, before, { applicationId, certificateId, answers }, actorId);
    await noteReplaced(tx, viewer, before, { certificateId, number });
  } else await consumeReserved(tx, { applicationId, certificateId, actorId });
  await record(tx, actorOf(viewer), {
    kind: "certificate.issued",
    applicationId,
    exporterId: file.exporterId,
    certificateId,
    data: { number, recordSha256 },
  });
  await addJob(
    tx,
    "renderCertificate",
    { certificateId },
    { jobKey: `certificate ${certificateId}` },
  );
  return { ok: true, value: { number, certificateId } };
}

/** The next number of the one series. Everybody else who issues waits from here until the commit. */
async function nextNumber(tx: Tx): Promise<string> {
  const { last } = await tx.certificateCounter.update({
    where: { id: 1 },
    data: { last: { increment: 1 } },
    select: { last: true },
  });
  return formatCertificateNumber(last);
}
