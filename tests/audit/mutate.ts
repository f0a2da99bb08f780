import type pg from "pg";
import { rehash, reseal } from "./remake";
import type { Random } from "./seeded";

/* What somebody may do to a sealed chain. Each says what it did, and always changes something. */

type Mutation = (client: pg.Client, random: Random) => Promise<string>;

const anUuid = "gen_random_uuid()";
/** For each column of an entry, values that it never has. */
const entryValues: Readonly<Record<string, readonly string[]>> = {
  id: ["id + 1000000", "-id"],
  at: ["at + interval '1 millisecond'", "at - interval '1 day'", "'infinity'", "'0044-03-15 BC'"],
  kind: ["kind || 'x'", "''", "upper(kind)"],
  actorId: [anUuid],
  actorRole: ["'officer'", "actorRole || ' '".replace("actorRole", '"actorRole"')],
  exporterId: [anUuid],
  applicationId: [anUuid],
  certificateId: [anUuid],
  announcementId: [anUuid],
  importCertificateId: [anUuid],
  personId: [anUuid],
  data: [
    "data - 'n'",
    `data || '{"more": null}'`,
    `jsonb_set(data, '{note}', '"another"')`,
    // Differs beyond what a double can tell.
    `jsonb_set(data, '{page}', to_jsonb((data->>'page')::numeric + 0.00000000000000000001))`,
    "'null'",
    "'[]'",
  ],
};
const sealValues: Readonly<Record<string, readonly string[]>> = {
  eventId: ['"eventId" + 1000000'],
  batchId: ['"batchId" + 1', '"batchId" + 1000', "-1"],
  position: ["position + 1", "position + 100", "0"],
  rowHash: ["sha256('x')", "''"],
};
const batchValues: Readonly<Record<string, readonly string[]>> = {
  id: ["id + 1000", "-id"],
  firstEventId: ['"firstEventId" - 1'],
  lastEventId: ['"lastEventId" + 1'],
  entries: ["entries + 1", "entries - 1"],
  total: ["total + 1"],
  settledId: ['"settledId" - 1', '"settledId" + 5'],
  rowsHash: ["repeat('0', 64)", 'reverse("rowsHash")'],
  previousHead: ["repeat('1', 64)"],
  head: ["repeat('2', 64)", "reverse(head)"],
  sealedAt: [`"sealedAt" + interval '1 millisecond'`],
};

const aSeal = (client: pg.Client, random: Random) =>
  some<{ eventId: string; batchId: string; position: number }>(
    client,
    random,
    `SELECT "eventId"::text AS "eventId", "batchId"::text AS "batchId", position FROM "AuditSeal" ORDER BY "eventId"`,
  );
const aBatch = (client: pg.Client, random: Random) =>
  some<{ id: string }>(client, random, `SELECT id::text AS id FROM "AuditBatch" ORDER BY id`);

async function some<Row extends pg.QueryResultRow>(client: pg.Client, random: Random, sql: string) {
  return random.of((await client.query<Row>(sql)).rows);
}

async function alter(
  client: pg.Client,
  random: Random,
  [table, key, id]: readonly [table: string, key: string, id: string],
  values: typeof entryValues,
): Promise<string> {
  const column = random.of(Object.keys(values));
  const value = random.of(values[column] ?? []);
  const { rowCount } = await client.query(
    `UPDATE "${table}" SET "${column}" = ${value} WHERE "${key}" = $1`,
    [id],
  );
  if (rowCount !== 1) throw new Error(`${table} ${id} was not there`);
  return `${table} ${id}: ${column} = ${value}`;
}

export const mutations = {
  async alterEntry(client, random) {
    const { eventId } = await aSeal(client, random);
    return alter(client, random, ["Event", "id", eventId], entryValues);
  },
  async alterSeal(client, random) {
    const { eventId } = await aSeal(client, random);
    return alter(client, random, ["AuditSeal", "eventId", eventId], sealValues);
  },
  async alterBatch(client, random) {
    const { id } = await aBatch(client, random);
    return alter(client, random, ["AuditBatch", "id", id], batchValues);
  },
  async deleteEntry(client, random) {
    const { eventId, batchId } = await aSeal(client, random);
    await client.query(`DELETE FROM "Event" WHERE id = $1`, [eventId]);
    const seal = random.below(2) === 0;
    if (seal) await client.query(`DELETE FROM "AuditSeal" WHERE "eventId" = $1`, [eventId]);
    // With its hash anew, but not its heads.
    if (seal && random.below(2) === 0) await rehash(client, batchId);
    return `entry ${eventId} deleted${seal ? " with its seal" : ""}`;
  },
  async deleteSeal(client, random) {
    const { eventId } = await aSeal(client, random);
    await client.query(`DELETE FROM "AuditSeal" WHERE "eventId" = $1`, [eventId]);
    return `seal of ${eventId} deleted`;
  },
  async deleteBatch(client, random) {
    const { id } = await aBatch(client, random);
    await client.query(`DELETE FROM "AuditBatch" WHERE id = $1`, [id]);
    if (random.below(2) === 0)
      await client.query(`DELETE FROM "AuditSeal" WHERE "batchId" = $1`, [id]);
    return `batch ${id} deleted`;
  },
  /** Into a gap between the numbers, below the line under which nothing can appear any more. */
  async insertEntry(client, random) {
    const { rows } = await client.query<{ id: string }>(
      `SELECT n::text AS id FROM generate_series(1, (SELECT max("settledId") FROM "AuditBatch")) n
        WHERE NOT EXISTS (SELECT 1 FROM "Event" e WHERE e.id = n)`,
    );
    const { id } = random.of(rows);
    await client.query(
      `INSERT INTO "Event" (id, at, kind, "actorRole", data) VALUES ($1, now() - interval '1 day', 'document.read', 'officer', '{}')`,
      [id],
    );
    const { batchId } = await aSeal(client, random);
    const sealed = random.below(3);
    if (sealed > 0) {
      await client.query(
        `INSERT INTO "AuditSeal" SELECT $1, $2::bigint, max(position) + 1, sha256('x') FROM "AuditSeal" WHERE "batchId" = $2::bigint`,
        [id, batchId],
      );
      if (sealed === 2) await rehash(client, batchId);
    }
    return `entry ${id} inserted, sealed ${sealed}`;
  },
  async insertSeal(client, random) {
    const { eventId, batchId } = await aSeal(client, random);
    const beyond = random.below(2) * 1000;
    await client.query(
      `INSERT INTO "AuditSeal" SELECT "eventId", "batchId" + $2, position + 1, "rowHash" FROM "AuditSeal" WHERE "eventId" = $1 LIMIT 1`,
      [eventId, beyond],
    );
    return `seal of ${eventId} in ${batchId} twice, ${beyond} on`;
  },
  async swapEntries(client, random) {
    const [a, b] = await two(client, random);
    const columns = `at, kind, "actorRole", data`;
    await client.query(
      `UPDATE "Event" e SET (${columns}) = (SELECT o.at, o.kind, o."actorRole", o.data FROM "Event" o
         WHERE o.id = CASE e.id WHEN $1::bigint THEN $2::bigint ELSE $1::bigint END) WHERE e.id IN ($1, $2)`,
      [a.eventId, b.eventId],
    );
    return `what ${a.eventId} and ${b.eventId} say`;
  },
  async swapPlaces(client, random) {
    const [a, b] = await two(client, random);
    const set = `UPDATE "AuditSeal" SET "batchId" = $2, position = $3 WHERE "eventId" = $1`;
    await client.query(set, [a.eventId, b.batchId, b.position]);
    await client.query(set, [b.eventId, a.batchId, a.position]);
    return `places of ${a.eventId} and ${b.eventId}`;
  },
  async swapBatches(client, random) {
    const a = await aBatch(client, random);
    let b = a;
    while (b.id === a.id) b = await aBatch(client, random);
    await client.query(
      `UPDATE "AuditBatch" SET id = CASE id WHEN $1::bigint THEN $2::bigint ELSE $1::bigint END WHERE id IN ($1, $2)`,
      [a.id, b.id],
    );
    return `batches ${a.id} and ${b.id}`;
  },
  async cutTail(client, random) {
    const { id } = await aBatch(client, random);
    await client.query(
      `DELETE FROM "Event" e USING "AuditSeal" s WHERE s."eventId" = e.id AND s."batchId" >= $1`,
      [id],
    );
    await client.query(`DELETE FROM "AuditSeal" WHERE "batchId" >= $1`, [id]);
    await client.query(`DELETE FROM "AuditBatch" WHERE id >= $1`, [id]);
    return `everything from batch ${id} on`;
  },
  /** Something is changed, and from there on the whole chain is made anew, as the sealer would. */
  async rewrite(client, random) {
    const { eventId, batchId } = await aSeal(client, random);
    const ways = [
      [`UPDATE "Event" SET data = '{"another": true}' WHERE id = $1`],
      [`UPDATE "Event" SET at = at + interval '1 hour' WHERE id = $1`],
      [`DELETE FROM "Event" WHERE id = $1`, `DELETE FROM "AuditSeal" WHERE "eventId" = $1`],
    ];
    const way = random.of(ways);
    for (const statement of way) await client.query(statement, [eventId]);
    await reseal(client, batchId);
    return `chain anew from ${batchId}: ${way[0] ?? ""}`;
  },
} satisfies Record<string, Mutation>;

async function two(client: pg.Client, random: Random) {
  const a = await aSeal(client, random);
  let b = a;
  while (b.eventId === a.eventId) b = await aSeal(client, random);
  return [a, b] as const;
}
