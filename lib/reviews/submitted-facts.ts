import "server-only";
import { drawsOf, gatherFacts, submittedSubject } from "@/lib/applications/facts";
import type { Facts } from "@/lib/applications/rules/rule";
import { readSnapshot, type Snapshot } from "@/lib/applications/snapshot";
import { todayInOttawa } from "@/lib/clock";
import type { Db, Tx } from "@/lib/db";
import { lockImportCertificates } from "@/lib/imports/ledger";

/**
 * What was submitted last, as the rules judge it today. The declarations are judged by the words that
 * were asked when they were made: new words bind the next submission, not this one.
 */
export async function factsToday(
  reader: Db,
  applicationId: string,
  snapshot: Snapshot,
): Promise<Facts> {
  const facts = await gatherFacts(
    reader,
    submittedSubject(applicationId, snapshot),
    todayInOttawa(),
  );
  const declarationTexts = snapshot.declarations.map(({ kind, textVersion }) => ({
    kind,
    textVersion,
  }));
  return { ...facts, declarationTexts };
}

/** The newest submission of a file and its facts, exact until the transaction ends: the import certificates are locked. */
export async function lockedFacts(tx: Tx, applicationId: string) {
  const { id, version, snapshot } = await tx.submission.findFirstOrThrow({
    where: { applicationId },
    orderBy: { version: "desc" },
    select: { id: true, version: true, snapshot: true },
  });
  const submitted = readSnapshot(snapshot);
  const draws = drawsOf(submitted.answers);
  await lockImportCertificates(
    tx,
    draws.map((draw) => draw.importCertificateId),
  );
  return { submissionId: id, version, facts: await factsToday(tx, applicationId, submitted) };
}
