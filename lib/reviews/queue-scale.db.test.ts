import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { findQueuePage } from "@/lib/reviews/queries/find-queue-page";
import { queueSorts, readQueue } from "@/lib/reviews/queue-filter";
import { newSubmitted } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";

/*
 * The queue of an office that has closed two hundred thousand files: what its page asks the database reads
 * none of them, and it asks little.
 */

const closed = 200_000;
const open = 1_500;

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
let claimed: string;

beforeAll(async () => {
  await superuser.connect();
  nora = await newOfficer("reviewer");
  const { exporterId, owner } = await newExporter();
  claimed = await newSubmitted(owner, exporterId);
  await claim(nora, claimed);
  // Without triggers: rows as they are after years, in seconds.
  await superuser.query(`SET session_replication_role = replica`);
  await superuser.query(
    `INSERT INTO "Application" (id, number, "exporterId", status, answers, "creationToken", "createdById", "updatedAt",
       "submissionVersion", "submittedAt", "dueAt", destination, "consigneeName", categories, subheadings, carats, "valueUsd", "searchText")
     SELECT gen_random_uuid(), 'KPO-2001-' || lpad(n::text, 6, '0'), $1, (CASE WHEN n > $3::int THEN 'submitted' ELSE 'issued' END)::"ApplicationStatus",
       '{}', gen_random_uuid(), $2, now(), 1, now() - n * interval '1 minute', now() - n * interval '1 minute',
       'IN', 'Consignee ' || n, '{new_production}', '{7102.31}', n, n, 'kpo-2001-' || lpad(n::text, 6, '0')
     FROM generate_series(1, $3::int + $4::int) n`,
    [exporterId, owner.userId, closed, open],
  );
  await superuser.query(`SET session_replication_role = DEFAULT`);
  await superuser.query(`ANALYZE "Application"`);
}, 120_000);
afterAll(() => superuser.end());

async function statementsOf(said: string, about?: string): Promise<Asked[]> {
  asked.length = 0;
  await findQueuePage(nora, readQueue(said), about);
  return [...asked];
}

interface Node {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
}

/** How many rows of applications each part of a plan looked at, and by which index. */
function looked(node: Node): { index: string; rows: number }[] {
  const below = (node.Plans ?? []).flatMap(looked);
  if (node["Relation Name"] !== "Application" && !node["Index Name"]?.startsWith("Application_")) {
    return below;
  }
  const each = node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0);
  return [
    { index: node["Index Name"] ?? node["Node Type"], rows: each * node["Actual Loops"] },
    ...below,
  ];
}

describe("the page of the queue", () => {
  it("asks the database eight times at most", async () => {
    expect(await statementsOf("")).toHaveLength(7);
    const after = await statementsOf("officer=me", claimed);
    expect(after.map(({ text }) => text)).toHaveLength(8);
    const narrowed = `state=submitted&text=2001&exporter=a&destination=IN&officer=${nora.userId}`;
    expect((await statementsOf(narrowed, claimed)).length).toBeLessThanOrEqual(8);
  });

  it.each([
    ...queueSorts.map((sort) => `sort=${sort}`),
    "officer=me",
    "officer=nobody",
    "state=returned",
    "text=2001-201499",
    "destination=IN&category=new_production&subheading=7102.31&age=week",
    "state=closed",
  ])("looks at no closed file that it does not show: %s", async (said) => {
    for (const { text, values } of await statementsOf(said, claimed)) {
      const { rows } = await superuser.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
        values as unknown[],
      );
      const plan = rows[0]?.["QUERY PLAN"][0].Plan;
      const total = plan ? looked(plan) : [];
      for (const { index, rows: many } of total) {
        expect(many, `${index}: ${text}`).toBeLessThanOrEqual(open + 10);
        expect(index, text).not.toBe("Seq Scan");
      }
    }
  });

  it("counts to a thousand and no further", async () => {
    const { figures } = await findQueuePage(nora, readQueue(""));
    expect(figures).toMatchObject({ withUs: 1001, nobody: 1001, mine: 1, withExporter: 0 });
    expect(await db().application.count()).toBe(closed + open + 1);
  });
});
