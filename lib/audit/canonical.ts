import { createHash } from "node:crypto";

/*
 * The bytes that are hashed. The format is written down in docs/audit.md, so that somebody else can check
 * the chain without this code: a change of it is a new version of the format, never a change of this one.
 */

const rowFormat = "kp-audit-entry-1";
const batchFormat = "kp-audit-batch-1";

/** Of the chain before its first batch. */
export const noHead = "0".repeat(64);

/** The columns of an entry, each as the text that PostgreSQL gives; a test compares them with the table. */
export const entryColumns = [
  "id",
  "at",
  "kind",
  "actorId",
  "actorRole",
  "exporterId",
  "applicationId",
  "certificateId",
  "announcementId",
  "importCertificateId",
  "personId",
  "data",
] as const;
export type EntryTexts = Readonly<Record<(typeof entryColumns)[number], string | null>>;

/**
 * Their SQL. An instant is written by way of jsonb, in UTC, because that text follows no setting of a
 * session; the text of jsonb itself keeps every digit of a number.
 */
export const entryTexts = entryColumns
  .map((name) => {
    if (name === "at") return `to_jsonb(e.at AT TIME ZONE 'UTC') #>> '{}' AS at`;
    return `e."${name}"::text AS "${name}"`;
  })
  .join(", ");

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest();

/** The SHA-256 of an entry. */
export function hashOfEntry(entry: EntryTexts): Buffer {
  return sha256(JSON.stringify([rowFormat, ...entryColumns.map((name) => entry[name])]));
}

/** Everything that a batch says, as text. */
export interface BatchTexts {
  readonly id: string;
  readonly firstEventId: string;
  readonly lastEventId: string;
  readonly entries: string;
  readonly total: string;
  readonly settledId: string;
  readonly rowsHash: string;
  readonly previousHead: string;
  readonly sealedAt: string;
}

export const batchTexts = `b.id::text AS id, b."firstEventId"::text AS "firstEventId", b."lastEventId"::text AS "lastEventId",
  b.entries::text AS entries, b.total::text AS total, b."settledId"::text AS "settledId", b."rowsHash"::text AS "rowsHash",
  b."previousHead"::text AS "previousHead", to_jsonb(b."sealedAt" AT TIME ZONE 'UTC') #>> '{}' AS "sealedAt", b.head::text AS head`;

/** The SHA-256 over the hashes of a batch's entries, in their order, taken one by one. */
export function rowsHasher() {
  const hash = createHash("sha256");
  return {
    add: (entry: Uint8Array) => void hash.update(entry),
    hex: () => hash.digest("hex"),
  };
}

/** The head of the chain with this batch. */
export function headOf(batch: BatchTexts): string {
  const { id, firstEventId, lastEventId, entries, total, settledId, sealedAt } = batch;
  const said = [id, firstEventId, lastEventId, entries, total, settledId, sealedAt];
  return sha256(
    JSON.stringify([batchFormat, ...said, batch.rowsHash, batch.previousHead]),
  ).toString("hex");
}
