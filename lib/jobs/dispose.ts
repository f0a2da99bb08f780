import "server-only";
import { now, todayInOttawa } from "@/lib/clock";
import { db, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { log } from "@/lib/log";
import { oneAtATime } from "@/lib/retention/access";
import type { DisposedOf } from "@/lib/retention/rules";
import { rulesOn } from "@/lib/retention/rules-in-force";
import { storeNamed } from "@/lib/storage/stores";

const day = 86_400_000;

/** Each night: proposes what is past its time and not on hold. Nothing is disposed of by this. */
export async function proposeDisposals(): Promise<void> {
  await takeBack();
  const rules = await rulesOn(db(), todayInOttawa());
  const daysOf = (code: DisposedOf) => rules.find((rule) => rule.code === code)?.days ?? null;
  const [documents, drafts] = [daysOf("application_documents"), daysOf("abandoned_draft")];
  const proposed = {
    documents: documents === null ? 0 : await proposeDocuments(documents),
    drafts: drafts === null ? 0 : await proposeDrafts(drafts),
  };
  log().info(proposed, "disposals proposed");
}

/** Drafts that somebody took up again after they were proposed. */
function takeBack(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM "Disposal" s USING "Application" a
     WHERE a.id = s."applicationId" AND s."disposedAt" IS NULL
       AND (a.status <> 'draft' OR a."updatedAt" > s."proposedAt")`;
}

const before = (days: number) => new Date(now().getTime() - days * day);

/** Of applications that are decided or cancelled, counted from that day. */
function proposeDocuments(days: number): Promise<number> {
  return db().$executeRaw`
    INSERT INTO "Disposal" (id, "ruleCode", "documentId", "dueOn", "proposedAt")
    SELECT gen_random_uuid(), 'application_documents', d.id,
           (coalesce(c."signedAt", a."updatedAt") AT TIME ZONE 'America/Toronto')::date + ${days}::int, ${now()}
      FROM "Document" d JOIN "Application" a ON a.id = d."applicationId"
      LEFT JOIN "Decision" c ON c."applicationId" = a.id
     WHERE a.status IN ('issued', 'rejected', 'cancelled') AND d."bytesRemovedAt" IS NULL
       AND coalesce(c."signedAt", a."updatedAt") < ${before(days)}
       AND NOT on_hold(a."exporterId", a.id, d."importCertificateId")
    ON CONFLICT ("documentId") DO NOTHING`;
}

/** Never submitted, and not touched for so long. */
function proposeDrafts(days: number): Promise<number> {
  return db().$executeRaw`
    INSERT INTO "Disposal" (id, "ruleCode", "applicationId", "dueOn", "proposedAt")
    SELECT gen_random_uuid(), 'abandoned_draft', a.id,
           (a."updatedAt" AT TIME ZONE 'America/Toronto')::date + ${days}::int, ${now()}
      FROM "Application" a
     WHERE a.status = 'draft' AND a.number IS NULL AND a."updatedAt" < ${before(days)}
       AND NOT on_hold(a."exporterId", a.id, NULL)
    ON CONFLICT ("applicationId") DO NOTHING`;
}

/** Carries out what was approved. What has come under a hold since stays, and is looked at again the next time. */
export async function dispose(): Promise<void> {
  const approved = await db().disposal.findMany({
    where: { approvedAt: { not: null }, disposedAt: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  let count = 0;
  for (const { id } of approved) {
    const files = await transaction((tx) => disposeOf(tx, id));
    if (files === null) continue;
    count += 1;
    // Whatever breaks off here is a file that no row counts on: the nightly sweep finds it.
    for (const { store, key } of files) await storeNamed(store).remove(key);
  }
  log().info({ count, approved: approved.length }, "disposed");
}

type File = { readonly store: string; readonly key: string };

/** The files whose bytes are to go; null where it is on hold, was taken up again, or is done. */
async function disposeOf(tx: Tx, id: string): Promise<File[] | null> {
  await oneAtATime(tx);
  const found = await tx.disposal.findUniqueOrThrow({
    where: { id },
    include: { document: { include: { application: true } }, application: true },
  });
  const { document, ruleCode: rule, proposedAt, disposedAt } = found;
  const application = document?.application ?? found.application;
  if (disposedAt !== null || !application) return null;
  const [held] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT on_hold(${application.exporterId}::uuid, ${application.id}::uuid, ${document?.importCertificateId ?? null}::uuid) AS held`;
  if (held?.held !== false) return null;
  const files = document
    ? await disposeOfDocument(tx, document, application.exporterId, rule)
    : await disposeOfDraft(tx, application, { rule, proposedAt });
  if (files) await tx.disposal.update({ where: { id }, data: { disposedAt: now() } });
  return files;
}

type Row = File & { id: string; name: string; sha256: string; applicationId: string | null };

async function disposeOfDocument(tx: Tx, document: Row, exporterId: string, rule: string) {
  const { id, name, sha256, applicationId, store, key } = document;
  const { count } = await tx.document.updateMany({
    where: { id, bytesRemovedAt: null },
    data: { bytesRemovedAt: now() },
  });
  if (count > 0 && applicationId) {
    await record(
      tx,
      { system: true },
      {
        kind: "document.disposed",
        applicationId,
        exporterId,
        data: { documentId: id, name, sha256, rule },
      },
    );
  }
  return count > 0 ? [{ store, key }] : [];
}

/** What was typed goes, with the files; that there was a draft stays. One that somebody took up again is kept. */
async function disposeOfDraft(
  tx: Tx,
  { id, exporterId, updatedAt }: { id: string; exporterId: string; updatedAt: Date },
  { rule, proposedAt }: { rule: string; proposedAt: Date },
): Promise<File[] | null> {
  if (updatedAt > proposedAt) return null;
  const { count } = await tx.application.updateMany({
    where: { id, status: "draft", number: null, updatedAt },
    data: { status: "cancelled", answers: {}, version: { increment: 1 } },
  });
  if (count === 0) return null;
  await record(
    tx,
    { system: true },
    { kind: "application.disposed", applicationId: id, exporterId, data: { rule } },
  );
  const documents = await tx.document.findMany({
    where: { applicationId: id, bytesRemovedAt: null },
  });
  const files: File[] = [];
  for (const document of documents) {
    await tx.document.updateMany({
      where: { id: document.id, removedAt: null },
      data: { removedAt: now() },
    });
    files.push(...(await disposeOfDocument(tx, document, exporterId, rule)));
  }
  return files;
}
