import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kinds, referenceKinds } from "@/lib/amendments/kinds";
import { newOfficer } from "./factories/people";
import { addedRow, participant } from "./factories/reference";

/*
 * Two administrators, in plain SQL and the application's role: what the database promises about reference
 * data does not rest on the portal's code.
 */

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
let ava: string;
let bea: string;
let rita: string;
beforeAll(async () => {
  await app.connect();
  ava = (await newOfficer("administrator")).userId;
  bea = (await newOfficer("administrator")).userId;
  rita = (await newOfficer("reviewer")).userId;
  await addedRow("participants", participant("QX"));
});
afterAll(() => app.end());

const row = (changes: object = {}) => JSON.stringify({ ...participant("QX"), ...changes });

interface Proposed {
  by?: string;
  kind?: string;
  key?: string;
  after?: string;
  from?: string;
  immediate?: boolean;
}

async function propose({
  by = ava,
  kind = "participants",
  key = "QX",
  after = row({ note: randomUUID() }),
  from = "2026-12-01",
  immediate = false,
}: Proposed = {}): Promise<string> {
  const id = randomUUID();
  await app.query("BEGIN");
  try {
    await app.query(
      `INSERT INTO "ReferenceChange" (id, kind, "effectiveFrom", source, reason, immediate, "proposedById")
       VALUES ($1, $2::"ReferenceKind", $3, 'SOR/2026-1', 'because', $4, $5)`,
      [id, kind, from, immediate, by],
    );
    await app.query(
      `INSERT INTO "ReferenceChangeRow" ("changeId", key, after) VALUES ($1, $2, $3)`,
      [id, key, after],
    );
    await app.query("COMMIT");
    return id;
  } catch (thrown) {
    await app.query("ROLLBACK");
    throw thrown;
  }
}

const decide = (id: string, by: string, outcome = "confirmed", proposedBy = ava, answer = "no") =>
  app.query(
    `INSERT INTO "ReferenceDecision" ("changeId", "proposedById", outcome, "decidedById", answer)
     VALUES ($1, $2, $3::"ReferenceOutcome", $4, $5)`,
    [id, proposedBy, outcome, by, answer],
  );
const violates = (constraint: string) => ({ constraint });
const now = async () =>
  (await app.query(`SELECT * FROM "Participant" WHERE code = 'QX'`)).rows[0] as unknown;
const close = (id: string) => decide(id, ava, "taken_back");

describe.each(referenceKinds)("%s", (kind) => {
  it("are written by no statement of the portal", async () => {
    const { table, key } = kinds[kind];
    for (const statement of [
      `UPDATE "${table}" SET "${key[0] ?? ""}" = "${key[0] ?? ""}"`,
      `DELETE FROM "${table}"`,
      `INSERT INTO "${table}" SELECT * FROM "${table}" LIMIT 1`,
      `TRUNCATE "${table}" CASCADE`,
      `SELECT write_reference('${kind}', '{}')`,
    ]) {
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  });
});

it("takes two administrators", async () => {
  await expect(propose({ by: rita })).rejects.toMatchObject(
    violates("ReferenceChange_by_administrator"),
  );
  const id = await propose({ after: row({ note: "two persons" }) });
  await expect(decide(id, ava)).rejects.toMatchObject(violates("ReferenceDecision_two_persons"));
  await expect(decide(id, ava, "refused")).rejects.toMatchObject(
    violates("ReferenceDecision_two_persons"),
  );
  await expect(decide(id, bea, "taken_back")).rejects.toMatchObject(
    violates("ReferenceDecision_two_persons"),
  );
  await expect(decide(id, rita)).rejects.toMatchObject(
    violates("ReferenceDecision_by_administrator"),
  );
  // Whoever pretends that another one proposed it.
  await expect(decide(id, ava, "confirmed", bea)).rejects.toMatchObject(
    violates("ReferenceDecision_changeId_proposedById_fkey"),
  );
  await expect(decide(id, bea, "refused", ava, " ")).rejects.toMatchObject(
    violates("ReferenceDecision_refusal_has_answer"),
  );
  expect(await now()).toMatchObject({ note: null });
  await decide(id, bea);
  expect(await now()).toMatchObject({ note: "two persons" });
  await expect(decide(id, bea, "refused")).rejects.toMatchObject(
    violates("ReferenceDecision_pkey"),
  );
});

it("shows the second one all that the first proposed", async () => {
  const id = await propose();
  await expect(
    app.query(`INSERT INTO "ReferenceChangeRow" ("changeId", key, after) VALUES ($1, 'AO', $2)`, [
      id,
      JSON.stringify({ ...participant("AO") }),
    ]),
  ).rejects.toMatchObject(violates("ReferenceChangeRow_with_its_change"));
  const { rows } = await app.query<{ before: { note: string } }>(
    `SELECT before FROM "ReferenceChangeRow" WHERE "changeId" = $1`,
    [id],
  );
  expect(rows[0]?.before).toMatchObject({ note: "two persons" });
  await expect(propose()).rejects.toMatchObject(violates("ReferenceChangeRow_one_open"));
  await close(id);
});

it("keeps a row's key, its order of days, and a version's words", async () => {
  await expect(propose({ key: "QY" })).rejects.toMatchObject(
    violates("ReferenceChangeRow_keeps_key"),
  );
  const same = await now();
  await expect(propose({ after: JSON.stringify(same) })).rejects.toMatchObject(
    violates("ReferenceChangeRow_changes_something"),
  );
  const later = await propose({ from: "2027-06-01", after: row({ note: "June" }) });
  await decide(later, bea);
  await expect(propose({ from: "2027-05-31" })).rejects.toMatchObject(
    violates("ReferenceChangeRow_in_order"),
  );
  await expect(
    propose({
      kind: "declarations",
      key: "certification:1",
      after: JSON.stringify({
        kind: "certification",
        version: 1,
        textEn: "x",
        textFr: "y",
        validFrom: "2027-01-01",
      }),
    }),
  ).rejects.toMatchObject(violates("ReferenceChangeRow_new_version"));
});

it("does nothing at once but switch a participant off, until another one says", async () => {
  const at = { immediate: true, from: "2027-07-01" };
  const { note } = (await now()) as { note: string | null };
  const off = { scheduleTo: "2027-06-30", note };
  for (const wrong of [
    { ...at, after: row({ ...off, note: "and more" }) },
    { ...at, after: row({ ...off, scheduleTo: "2027-07-05" }) },
    { ...at, after: row({ ...off, scheduleTo: null, nameEn: "Elsewhere" }) },
    {
      ...at,
      kind: "mines",
      key: "EKATI",
      after: JSON.stringify({ code: "EKATI", status: "closed" }),
    },
  ]) {
    await expect(propose(wrong)).rejects.toMatchObject(violates("ReferenceChangeRow_immediate"));
  }
  const id = await propose({ ...at, after: row(off) });
  const { rows } = await app.query(
    `SELECT "scheduleTo"::text AS last FROM "Participant" WHERE code = 'QX'`,
  );
  expect(rows).toEqual([{ last: "2027-06-30" }]);
  await expect(close(id)).rejects.toMatchObject(violates("ReferenceDecision_immediate_by_another"));
  await decide(id, bea, "refused");
  expect(await now()).toMatchObject({ scheduleTo: null, note });
});
