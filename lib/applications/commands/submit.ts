import "server-only";
import { actionableBy, shownFindings } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { bookOf } from "@/lib/applications/book";
import { passClock } from "@/lib/applications/clock";
import { drawsOf, gatherFacts } from "@/lib/applications/facts";
import { whyNotSubmitted } from "@/lib/applications/why-not-submitted";
import { documentsToSubmit, freeze } from "@/lib/applications/freeze";
import { riskToday } from "@/lib/applications/office-history";
import { checkApplication } from "@/lib/applications/queries/check";
import { openRequests } from "@/lib/applications/requests";
import { beyondReplaced } from "@/lib/applications/replacement";
import { evaluate, outcomeOf } from "@/lib/applications/rules/engine";
import type { DeclarationFact, Finding } from "@/lib/applications/rules/rule";
import { incompleteSections } from "@/lib/applications/sections";
import { subheadingsOf } from "@/lib/applications/subheading";
import { snapshotSchemaVersion, type SubmittedOnPaper } from "@/lib/applications/snapshot";
import { transitions } from "@/lib/applications/status";
import { actorFor, type Viewer } from "@/lib/auth/viewer";
import { dateInOttawa, isoDate, now } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { keepInBook } from "@/lib/exporters/keep-in-book";
import { holdApplication } from "@/lib/exporters/hold";
import { applicantFacts } from "@/lib/exporters/selected";
import { isOverdrawn, lockImportCertificates, reserve } from "@/lib/imports/ledger";
import { addJob } from "@/lib/jobs/queue";
import { getCalendar, listDeclarationTexts } from "@/lib/reference/queries";
import { promisedBy } from "@/lib/reference/working-time";
import { err, ok, type Result } from "@/lib/result";
import { asVersion, idIs } from "@/lib/row-id";
import type { DeclarationKind } from "@/prisma/generated/enums";
import type { Prisma } from "@/prisma/generated/client";

/** What the page showed when Submit was pressed. */
export interface Submit {
  readonly version: number;
  /** Of each declaration the version of the text that was ticked, or null where it was not. */
  readonly declarations: Readonly<Record<DeclarationKind, number | null>>;
  /** Who signed the declarations of an application that came on paper. */
  readonly signedBy?: string;
}

export type SubmitResult =
  | Result<
      { number: string; submissionVersion: number },
      | "notFound"
      | "changedMeanwhile"
      | "alreadySubmitted"
      | "overtaken"
      | "openRequests"
      | "notSigned"
    >
  | {
      readonly ok: false;
      readonly error: "blocked";
      /** What the rules found at this moment, as far as the exporter may read it. */
      readonly findings: readonly Finding[];
    };

/**
 * Sends an application to the office, for the first time or again: everything or nothing. However
 * often it is pressed, one submission is made, and the same person's repeated press gets its number.
 */
export async function submitApplication(
  viewer: Viewer,
  applicationId: string,
  { declarations, ...press }: Submit,
): Promise<SubmitResult> {
  const version = asVersion(press.version);
  const at = now();
  const today = dateInOttawa(at);
  const declared = declaredOf(declarations);
  try {
    return await transaction(async (tx): Promise<SubmitResult> => {
      // Growing the version is the lock: of many presses one passes here, the others find it grown.
      const mine = { AND: [actionableBy(viewer, "submit"), idIs(applicationId)] };
      const { count } = await tx.application.updateMany({
        where: { AND: [mine, { version, status: { in: [...transitions.submit.from] } }] },
        data: { version: { increment: 1 }, submissionVersion: { increment: 1 } },
      });
      if (count === 0) return whyNotSubmitted(tx, viewer, mine, version);

      const application = await tx.application.findUniqueOrThrow(found(applicationId));
      const { exporterId, exporter, documents, submissionVersion, changeRequests } = application;
      if (!(await holdApplication(tx, viewer, application, "submit"))) {
        return rollBack(err("notFound"));
      }
      const onPaper = paperOf(viewer, application);
      const signedBy = onPaper ? (press.signedBy?.trim() ?? "") : viewer.name;
      if (onPaper && signedBy === "") return rollBack(err("notSigned"));
      const status = application.status === "returned" ? "returned" : "draft";
      if (openRequests(status, changeRequests).length > 0) return rollBack(err("openRequests"));

      const answers = application.answers as Answers;
      const draws = drawsOf(answers);
      const subject = {
        ...{ applicationId, exporterId, applicant: exporter, answers, documents },
        onPaper: onPaper !== undefined,
      };
      await lockImportCertificates(tx, await touchedBy(tx, applicationId, draws));
      const facts = await gatherFacts(tx, { ...subject, declarations: declared }, today);
      const findings = evaluate(facts);
      if (incompleteSections(answers).length > 0 || outcomeOf(findings) === "blocked") {
        return rollBack(blocked(viewer, findings));
      }
      const toHold = await beyondReplaced(tx, applicationId, draws);
      await reserve(tx, { applicationId, actorId: viewer.userId, draws: toHold });

      const words = await listDeclarationTexts(today, tx);
      const dueAt = promisedBy(at, await getCalendar(tx));
      const number = application.number ?? (await nextNumber(tx, today));
      const snapshot = freeze({
        facts,
        number,
        submissionVersion,
        applicationVersion: version,
        submittedFrom: status,
        at,
        promisedBy: dueAt,
        by: { userId: onPaper ? null : viewer.userId, name: signedBy },
        ...(onPaper && { onPaper }),
        exporter,
        documents,
        words,
      });
      const { id: submissionId } = await tx.submission.create({
        select: { id: true },
        data: {
          applicationId,
          version: submissionVersion,
          schemaVersion: snapshotSchemaVersion,
          snapshot: snapshot as unknown as Prisma.InputJsonObject,
          findings: findings as unknown as Prisma.InputJsonArray,
          submittedById: viewer.userId,
          submittedAt: at,
        },
      });
      await keepInBook(tx, exporterId, bookOf(answers), at);
      await tx.application.update({
        where: { id: applicationId },
        data: {
          number,
          status: transitions.submit.to,
          submittedAt: at,
          dueAt,
          // Back in the queue: whoever reviewed it before claims it anew.
          holderId: null,
          claimedAt: null,
          touchedAt: null,
          destination: answers.consignee?.destination ?? null,
          consigneeName: answers.consignee?.consignee?.name ?? null,
          categories: [...new Set(answers.origin?.origins?.map((row) => row.category))],
          subheadings: subheadingsOf(answers),
          carats: snapshot.totals.carats,
          valueUsd: snapshot.totals.usd,
          ...(onPaper && { paperSignedBy: signedBy }),
          risk: await riskToday(tx, subject, facts),
        },
      });
      await passClock(tx, applicationId, transitions.submit.to, at);
      await tx.applicationEditor.createMany({
        data: [{ applicationId, userId: viewer.userId }],
        skipDuplicates: true,
      });
      await record(tx, actorFor(viewer, exporterId), {
        kind: "application.submitted",
        applicationId,
        exporterId,
        data: { number, version: submissionVersion },
      });
      await addJob(tx, "renderReceipts", { submissionId }, { jobKey: `receipts ${submissionId}` });
      return ok({ number, submissionVersion });
    });
  } catch (thrown) {
    if (!isOverdrawn(thrown)) throw thrown;
    // The constraint is the last judge of the balance; the rules now see what it saw (R16).
    return blocked(viewer, (await checkApplication(viewer, applicationId)) ?? []);
  }
}

/** That an application comes from paper, where the person who submits typed it in. */
function paperOf(
  { userId, name }: Viewer,
  { enteredById, paperReceivedOn }: { enteredById: string | null; paperReceivedOn: Date | null },
): SubmittedOnPaper | undefined {
  if (enteredById !== userId || paperReceivedOn === null) return undefined;
  return { receivedOn: isoDate(paperReceivedOn), enteredBy: { userId, name } };
}

function blocked(viewer: Viewer, findings: readonly Finding[]): SubmitResult {
  return { ok: false, error: "blocked", findings: shownFindings(viewer, findings) };
}

function found(id: string) {
  return {
    where: { id },
    select: {
      id: true,
      number: true,
      status: true,
      enteredById: true,
      paperReceivedOn: true,
      exporterId: true,
      answers: true,
      submissionVersion: true,
      exporter: {
        select: {
          ...applicantFacts,
          businessNumber: true,
          residencyAttestedAt: true,
        },
      },
      documents: documentsToSubmit,
      changeRequests: { select: { submissionVersion: true, section: true, repliedAt: true } },
    },
  } as const satisfies Prisma.ApplicationFindUniqueOrThrowArgs;
}

function declaredOf(declarations: Submit["declarations"]): DeclarationFact[] {
  const kinds = Object.keys(declarations) as DeclarationKind[];
  return kinds.flatMap((kind) => {
    const textVersion = declarations[kind];
    return textVersion === null ? [] : [{ kind, textVersion }];
  });
}

/** The import certificates that the rows draw on, and those that an earlier submission still holds. */
async function touchedBy(
  tx: Tx,
  applicationId: string,
  draws: readonly { importCertificateId: string }[],
): Promise<string[]> {
  const holds = await tx.importHold.findMany({
    where: { applicationId },
    select: { importCertificateId: true },
  });
  return [...draws, ...holds].map((draw) => draw.importCertificateId);
}

/** KPO-2026-0001: counted in each year of Ottawa, without gaps, held until the transaction ends. */
async function nextNumber(tx: Tx, today: string): Promise<string> {
  const year = Number(today.slice(0, 4));
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "ApplicationCounter" (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = "ApplicationCounter".last + 1 RETURNING last`;
  return `KPO-${year}-${String(rows[0]?.last).padStart(4, "0")}`;
}
