import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { inboxFilter } from "@/lib/messages/inbox-filter";
import { countInbox, countWaitingThreads } from "@/lib/messages/queries/count-inbox";
import { listInbox } from "@/lib/messages/queries/list-inbox";
import { newExporter, newOfficer } from "@/tests/factories/people";

/*
 * The inbox of an office that has answered twenty thousand conversations: what its page asks the database reads
 * a page of them and no more, and it asks little.
 */

const answered = 20_000;
const waiting = 300;
const page = 26;

interface Asked {
  readonly text: string;
  readonly values?: readonly unknown[];
}
const asked: Asked[] = [];
// Before the first connection, which keeps the function that it finds.
const query = Reflect.get(pg.Client.prototype, "query") as (...args: unknown[]) => unknown;
vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args) {
  const [first, second] = args as unknown[];
  if (typeof first === "object" && first !== null && "text" in first) {
    asked.push({ values: second as unknown[], ...(first as Asked) });
  } else if (typeof first === "string") {
    asked.push({ text: first, values: second as unknown[] });
  }
  return Reflect.apply(query, this, args) as never;
});

const superuser = new pg.Client({ connectionString: process.env["TEST_SUPERUSER_URL"] });
let nora: OfficerViewer;

beforeAll(async () => {
  await superuser.connect();
  nora = await newOfficer("reviewer");
  const other = await newOfficer("reviewer");
  const { exporterId, owner } = await newExporter();
  // Without triggers: rows as they are after years, in seconds.
  await superuser.query(`SET session_replication_role = replica`);
  await superuser.query(`UPDATE "Exporter" SET "legalName" = 'Oyster Bay Rough' WHERE id = $1`, [
    exporterId,
  ]);
  await superuser.query(
    `INSERT INTO "Exporter" (id, "legalName", "addressLines", city, province, "postalCode", "residencyAttestedAt",
       "residencyAttestedBy", "creationToken")
     SELECT gen_random_uuid(), 'Exporter ' || n, '{}', 'Ottawa', 'ON', 'K1A 0E4', now(), $1, gen_random_uuid()
     FROM generate_series(1, 500) n`,
    [owner.userId],
  );
  await superuser.query(
    `INSERT INTO "Thread" (id, "exporterId", about, "importCertificateId", subject, "startedById", "startedAt",
       "lastMessageAt", "lastSide", "waitingSince", "assignedToId")
     SELECT gen_random_uuid(), e.ids[1 + n % cardinality(e.ids)],
       (CASE WHEN n % 50 = 0 THEN 'import' ELSE 'general' END)::"ThreadAbout",
       CASE WHEN n % 50 = 0 THEN gen_random_uuid() END,
       'Question ' || n, $1, now() - n * interval '1 minute', now() - n * interval '1 minute',
       (CASE WHEN n > $4::int THEN 'exporter' ELSE 'office' END)::"MessageSide",
       CASE WHEN n > $4::int THEN now() - n * interval '1 minute' END,
       CASE WHEN n % 100 = 0 THEN $2::uuid WHEN n % 3 = 0 THEN $3::uuid END
     FROM generate_series(1, $4::int + $5::int) n, (SELECT array_agg(id) AS ids FROM "Exporter") e`,
    [owner.userId, nora.userId, other.userId, answered, waiting],
  );
  await superuser.query(
    `INSERT INTO "Message" (id, "threadId", side, "authorId", text, "sentAt")
     SELECT gen_random_uuid(), t.id, side::"MessageSide", $1,
       'The certificate of ' || t.subject || CASE WHEN t.subject = 'Question 4711' THEN ' from Kakanda' ELSE '' END,
       t."lastMessageAt"
     FROM "Thread" t, unnest(ARRAY['exporter', 'office']) side`,
    [owner.userId],
  );
  await superuser.query(`SET session_replication_role = DEFAULT`);
  await superuser.query(`ANALYZE "Thread"`);
  await superuser.query(`VACUUM ANALYZE "Message"`);
  await superuser.query(`ANALYZE "Exporter"`);
}, 120_000);
afterAll(() => superuser.end());

async function statementsOf(work: () => Promise<unknown>): Promise<Asked[]> {
  asked.length = 0;
  await work();
  return [...asked];
}
const listing = (said: Record<string, string>) => () => listInbox(nora, inboxFilter.parse(said));

interface Node {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
}

/** How many rows of a table each part of a plan looked at. */
function looked(node: Node, table: string): number[] {
  const below = (node.Plans ?? []).flatMap((each) => looked(each, table));
  const relation = node["Relation Name"] ?? node["Index Name"]?.split("_")[0];
  if (relation !== table) return below;
  const each = node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0);
  return [each * node["Actual Loops"], ...below];
}

/** The most rows of a table that one part of these statements looked at. */
async function mostOf(table: "Thread" | "Message", statements: readonly Asked[]): Promise<number> {
  let most = 0;
  for (const { text, values } of statements) {
    if (!/^\s*SELECT/i.test(text)) continue;
    const { rows } = await superuser.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values as unknown[],
    );
    const plan = rows[0]?.["QUERY PLAN"][0].Plan;
    most = Math.max(most, ...(plan ? looked(plan, table) : []));
  }
  return most;
}

describe("the page of the inbox", () => {
  it("asks the database twelve times at most", async () => {
    const statements = await statementsOf(listing({ view: "all" }));
    expect(statements.map(({ text }) => text).length).toBeLessThanOrEqual(12);
    expect(await statementsOf(() => countInbox(nora))).toHaveLength(1);
    expect(await statementsOf(countWaitingThreads)).toHaveLength(1);
  });

  it.each([
    [{}, 2 * page],
    [{ view: "all" }, 2 * page],
    [{ view: "theirs" }, 2 * page],
    [{ view: "mine" }, 2 * page],
    [{ view: "unassigned" }, waiting],
    [{ view: "waiting", about: "import" }, waiting],
    [{ view: "all", about: "import" }, waiting],
    [{ view: "theirs", about: "import" }, 2 * page],
  ])("looks at what it shows and little more: %j", async (said, most) => {
    const { rows } = await listInbox(nora, inboxFilter.parse(said));
    expect(rows.length).toBeGreaterThan(0);
    const statements = await statementsOf(listing(said));
    expect(await mostOf("Thread", statements)).toBeLessThanOrEqual(most);
    expect(await mostOf("Message", statements)).toBe(0);
  });

  it("turns to a page far down as fast as to the first", async () => {
    const at = new Date(Date.now() - 15_000 * 60_000).toISOString();
    const after = `answered~${at}~ffffffff-ffff-4fff-bfff-ffffffffffff`;
    const { rows } = await listInbox(nora, inboxFilter.parse({ view: "all", after }));
    expect(rows).toHaveLength(25);
    const statements = await statementsOf(listing({ view: "all", after }));
    expect(await mostOf("Thread", statements)).toBeLessThanOrEqual(2 * page);
  });

  it.each([
    [{ view: "all", q: "kakanda" }, 1, 2],
    [{ view: "all", q: "4711" }, 1, 2],
    [{ view: "all", q: "oyster bay" }, 25, 0],
    [{ view: "waiting", q: "certificate" }, 25, 2 * (answered + waiting)],
  ])("finds words without reading what does not have them: %j", async (said, found, messages) => {
    const { rows } = await listInbox(nora, inboxFilter.parse(said));
    expect(rows).toHaveLength(found);
    const statements = await statementsOf(listing(said));
    expect(await mostOf("Message", statements)).toBeLessThanOrEqual(messages);
  });

  it("counts to a thousand of a part and no further", async () => {
    const figures = await countInbox(nora);
    expect(figures).toMatchObject({ waiting, theirs: 1001, all: 1001 + waiting });
    const statements = await statementsOf(() => countInbox(nora));
    expect(await mostOf("Thread", statements)).toBeLessThanOrEqual(1001);
    expect(await countWaitingThreads()).toBe(waiting);
  });
});
