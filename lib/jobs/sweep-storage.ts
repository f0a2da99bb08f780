import "server-only";
import { opendir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { incomingFolder } from "@/lib/storage/incoming";
import type { Storage } from "@/lib/storage/storage";
import { allStores } from "@/lib/storage/stores";

const day = 24 * 60 * 60 * 1000;
/** No backup of the database is kept longer: one restored later never names bytes that are gone. */
const keptDays = 35;
const batch = 500;
/** From so many files on, a store of which a database knows less than half is taken for somebody else's. */
const enoughToJudge = 20;

/**
 * Removes bytes that nobody can ask for any more, and says of each that it did: of documents removed long
 * ago that no submission shows and nothing holds, of uploads that no row came to name, and of those that broke off.
 */
export async function sweepStorage(): Promise<void> {
  const swept = { documents: 0, orphans: 0, uploads: 0 };
  const failures: unknown[] = [];
  // A store that is away keeps nobody from sweeping the others.
  const attempt = async (what: keyof typeof swept, sweep: Promise<number>) => {
    try {
      swept[what] += await sweep;
    } catch (error) {
      failures.push(error);
    }
  };
  for (const store of allStores()) {
    await attempt("documents", sweepDocuments(store));
    await attempt("orphans", sweepOrphans(store));
  }
  await attempt("uploads", sweepIncoming());
  log().info(swept, "storage swept");
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join(" "));
}

type Removed = { id: string; key: string };

/** The rule of openDocument, turned round: what it would not give, 35 days after the removal. */
const removedBefore = (before: Date, store: string, after: string) => db().$queryRaw<Removed[]>`
  SELECT d.id, d.key FROM "Document" d
   WHERE d."removedAt" < ${before} AND d."bytesRemovedAt" IS NULL
     AND d.store = ${store} AND d.id > ${after}::uuid
     AND NOT EXISTS (
       SELECT 1 FROM "Submission" s
        WHERE s."applicationId" = d."applicationId"
          AND d."uploadedAt" <= s."submittedAt" AND s."submittedAt" < d."removedAt")
   ORDER BY d.id LIMIT ${batch}`;

async function sweepDocuments(store: Storage): Promise<number> {
  const before = new Date(now().getTime() - keptDays * day);
  let count = 0;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const found = await removedBefore(before, store.name, last);
    for (const { id, key } of found) {
      // Bytes first: should this end in between, the next night finds the row again.
      await store.remove(key);
      await db().document.update({ where: { id }, data: { bytesRemovedAt: now() } });
      log().info({ document: id, store: store.name, key }, "swept the bytes of a removed document");
      count += 1;
    }
    const next = found.at(-1);
    if (!next) return count;
    last = next.id;
  }
}

async function sweepOrphans(store: Storage): Promise<number> {
  const before = new Date(now().getTime() - day);
  let count = 0;
  for await (const keys of batchesBefore(store, before)) {
    const known = await knownKeys(store.name, keys);
    const orphans = keys.filter((key) => !known.has(key));
    if (keys.length >= enoughToJudge && orphans.length * 2 > keys.length) {
      throw new Error(
        `The database knows less than half of what is in the store "${store.name}": nothing is removed from it. Does another installation use it too?`,
      );
    }
    for (const key of orphans) {
      await store.remove(key);
      log().info({ store: store.name, key }, "swept a file that no row names");
      count += 1;
    }
  }
  return count;
}

/** The keys of files older than that, a batch at a time. A row follows its file within seconds, not a day. */
async function* batchesBefore(store: Storage, before: Date): AsyncGenerator<string[]> {
  let keys: string[] = [];
  for await (const { key, storedAt } of store.list()) {
    if (storedAt >= before) continue;
    keys.push(key);
    if (keys.length < batch) continue;
    yield keys;
    keys = [];
  }
  if (keys.length > 0) yield keys;
}

/** Those that some row counts on. A row that says its bytes are gone does not. */
async function knownKeys(store: string, keys: string[]): Promise<Set<string>> {
  const query = { where: { store, key: { in: keys } }, select: { key: true } };
  const rows = await Promise.all([
    db().document.findMany({ ...query, where: { ...query.where, bytesRemovedAt: null } }),
    db().certificateDocument.findMany(query),
    db().printFile.findMany(query),
    db().submissionReceipt.findMany(query),
    db().noticeLetter.findMany(query),
    db().decisionLetter.findMany(query),
    db().importConfirmationDocument.findMany(query),
  ]);
  return new Set(rows.flat().map(({ key }) => key));
}

async function sweepIncoming(): Promise<number> {
  const before = now().getTime() - day;
  const folder = await opendir(incomingFolder()).catch(missing);
  if (!folder) return 0;
  let count = 0;
  for await (const { name } of folder) {
    const path = join(incomingFolder(), name);
    const found = await stat(path).catch(missing);
    if (!found || found.mtimeMs >= before) continue;
    await rm(path, { recursive: true, force: true });
    log().info({ upload: name }, "swept an upload that broke off");
    count += 1;
  }
  return count;
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
