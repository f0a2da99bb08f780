import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { newCorrection, newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";

/*
 * The ledger against whoever speaks SQL as the portal's role: every way to move carats but an honest entry
 * is refused by the database itself, and nothing has moved afterwards.
 */

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
let exporterId: string;
let account: string;
let theirs: string;
let application: string;
let reviewer: string;
let signatory: string;
let correction: string;

const draft = async (of: string) => {
  const data = { exporterId: of, answers: {}, creationToken: randomUUID(), createdById: reviewer };
  return (await db().application.create({ data })).id;
};

beforeAll(async () => {
  await app.connect();
  ({ exporterId } = await newExporter());
  const nora = await newOfficer("reviewer");
  reviewer = nora.userId;
  signatory = (await newOfficer("signatory")).userId;
  const other = await newExporter();
  ({ id: account } = await newImportCertificate({ exporterId, carats: "10.00" }));
  theirs = await draft(other.exporterId);
  application = await draft(exporterId);
  correction = await newCorrection(nora, account);
  await entry({ kind: "reserved", carats: "4.00", applicationId: application });
});
afterAll(() => app.end());

interface Entry {
  kind: string;
  carats: string;
  valueUsd?: string;
  applicationId?: string | null;
  certificateId?: string | null;
  correctionId?: string | null;
  actorId?: string;
  secondActorId?: string | null;
  reason?: string | null;
}

const columns = [
  "importCertificateId",
  "kind",
  "carats",
  "valueUsd",
  "applicationId",
  "certificateId",
  "correctionId",
  "actorId",
  "secondActorId",
  "reason",
].map((name) => `"${name}"`);

function entry({ kind, carats, valueUsd = "800.00", ...rest }: Entry) {
  const { applicationId = null, certificateId = null, correctionId = null } = rest;
  const { actorId = reviewer, secondActorId = null, reason = null } = rest;
  return app.query(
    `INSERT INTO "LedgerEntry" (${columns.join(", ")})
     VALUES ($1, $2::"LedgerKind", $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      account,
      kind,
      carats,
      valueUsd,
      applicationId,
      certificateId,
      correctionId,
      actorId,
      secondActorId,
      reason,
    ],
  );
}

/** Everything that the ledger says. */
async function everything() {
  const tables = ["LedgerEntry", "ImportBalance", "ImportHold", "ImportCorrection"];
  const said = await Promise.all(
    tables.map((table) => db().$queryRawUnsafe(`SELECT t::text FROM "${table}" t ORDER BY 1`)),
  );
  return JSON.stringify(said);
}
let before: string;
beforeEach(async () => {
  before = await everything();
});

async function refused(attempt: () => Promise<unknown>, how: object) {
  await expect(attempt()).rejects.toMatchObject(how);
  expect(await everything()).toBe(before);
}

describe("an entry", () => {
  const held = () => ({ applicationId: application });
  const cases: [string, () => Entry, object][] = [
    [
      "that overdraws",
      () => ({ kind: "reserved", carats: "6.01", ...held() }),
      { constraint: "ImportBalance_remaining_not_negative" },
    ],
    [
      "that releases more than is held",
      () => ({ kind: "released", carats: "4.01", ...held() }),
      { code: "23514" },
    ],
    [
      "that uses more than is held",
      () => ({ kind: "consumed", carats: "4.01", certificateId: randomUUID(), ...held() }),
      { code: "23514" },
    ],
    [
      "that gives back what no certificate has used",
      () => ({ kind: "released", carats: "1.00", certificateId: randomUUID(), ...held() }),
      { code: "23514" },
    ],
    [
      "of less than nothing",
      () => ({ kind: "reserved", carats: "-1.00", ...held() }),
      { constraint: "LedgerEntry_carats_positive" },
    ],
    [
      "that releases less than nothing",
      () => ({ kind: "released", carats: "-1.00", ...held() }),
      { constraint: "LedgerEntry_carats_positive" },
    ],
    [
      "that holds less than no value",
      () => ({ kind: "reserved", carats: "0.00", valueUsd: "-800.01", ...held() }),
      { constraint: "ImportBalance_value_not_negative" },
    ],
    [
      "for an application of another profile",
      () => ({ kind: "reserved", carats: "1.00", applicationId: theirs }),
      { constraint: "LedgerEntry_of_own_profile" },
    ],
    [
      "for no application",
      () => ({ kind: "reserved", carats: "1.00" }),
      { constraint: "LedgerEntry_names_application" },
    ],
    [
      "that opens an account again",
      () => ({ kind: "registered", carats: "10.00", valueUsd: "8000.00" }),
      { code: "23505" },
    ],
    [
      "that opens it with more than the paper says",
      () => ({ kind: "registered", carats: "11.00" }),
      { constraint: "LedgerEntry_as_registered" },
    ],
    [
      "that corrects without a correction",
      () => ({ kind: "corrected", carats: "5.00", secondActorId: signatory, reason: "Because." }),
      { code: "23514" },
    ],
    [
      "that corrects by one person",
      () => ({ kind: "corrected", carats: "-0.50", correctionId: correction, reason: "Because." }),
      { code: "23514" },
    ],
    [
      "that corrects as was only proposed",
      () => ({
        kind: "corrected",
        carats: "-0.50",
        valueUsd: "0.00",
        correctionId: correction,
        secondActorId: signatory,
        reason: "Because.",
      }),
      { constraint: "LedgerEntry_as_accepted" },
    ],
    [
      "that is something else and names a correction",
      () => ({ kind: "reserved", carats: "1.00", correctionId: correction, ...held() }),
      { constraint: "LedgerEntry_names_correction" },
    ],
  ];
  it.each(cases)("%s is refused", async (_what, made, how) => {
    await refused(() => entry(made()), how);
  });
});

describe("a correction", () => {
  const decide = (outcome: string, by: string) => () =>
    app.query(
      `UPDATE "ImportCorrection" SET outcome = $1::"CorrectionOutcome", "decidedById" = $2, "decidedAt" = now() WHERE id = $3`,
      [outcome, by, correction],
    );
  it("is not accepted by whoever proposed it", () =>
    refused(decide("accepted", reviewer), { constraint: "ImportCorrection_by_two" }));
  it("is not taken back by another", () =>
    refused(decide("taken_back", signatory), { constraint: "ImportCorrection_by_two" }));
  it("is not decided by nobody of the office", async () => {
    const { owner } = await newExporter();
    await refused(decide("accepted", owner.userId), { code: "23514" });
  });
  it("is not accepted without its entry", () =>
    refused(decide("accepted", signatory), { constraint: "ImportCorrection_entered" }));
  it("is not changed after it was proposed", () =>
    refused(() => app.query(`UPDATE "ImportCorrection" SET carats = 1000`), { code: "42501" }));
  it("does not begin decided, nor beside another", async () => {
    const propose = (outcome: string | null) => () =>
      app.query(
        `INSERT INTO "ImportCorrection" (id, "importCertificateId", carats, "valueUsd", reason, "proposedById", outcome, "decidedById", "decidedAt")
         VALUES (gen_random_uuid(), $1, 5, 0, 'x', $2, $3::"CorrectionOutcome", $4, $5)`,
        [account, reviewer, outcome, outcome && signatory, outcome && new Date()],
      );
    await refused(propose("accepted"), { constraint: "ImportCorrection_begins_open" });
    await refused(propose(null), { constraint: "ImportCorrection_one_open" });
  });
});

describe("the portal's role", () => {
  it.each([
    'UPDATE "LedgerEntry" SET carats = 0.01',
    'DELETE FROM "LedgerEntry"',
    'TRUNCATE "LedgerEntry", "ImportBalance", "ImportHold" CASCADE',
    'UPDATE "ImportBalance" SET remaining = 1000, registered = 1000',
    'DELETE FROM "ImportBalance"',
    'INSERT INTO "ImportBalance" ("importCertificateId") SELECT id FROM "ImportCertificate" LIMIT 1',
    'UPDATE "ImportHold" SET reserved = 0, "reservedUsd" = 0',
    'DELETE FROM "ImportHold"',
    'MERGE INTO "ImportHold" h USING (SELECT 1) s ON true WHEN MATCHED THEN UPDATE SET reserved = 0',
    'DELETE FROM "ImportCorrection"',
    'COPY "ImportBalance" FROM STDIN',
    'COPY "ImportHold" FROM STDIN',
    "COPY \"LedgerEntry\" FROM PROGRAM 'echo'",
    "COPY \"LedgerEntry\" FROM '/etc/hostname'",
    'ALTER TABLE "LedgerEntry" DISABLE TRIGGER ALL',
    'ALTER TABLE "LedgerEntry" DISABLE TRIGGER post_ledger_entry',
    'ALTER TABLE "LedgerEntry" DROP CONSTRAINT "LedgerEntry_carats_positive"',
    'ALTER TABLE "ImportBalance" DROP CONSTRAINT "ImportBalance_remaining_not_negative"',
    'DROP TRIGGER check_ledger_entry ON "LedgerEntry"',
    "SET session_replication_role = replica",
    "SET ROLE kp_owner",
    "SET SESSION AUTHORIZATION kp_owner",
    "SELECT setval('\"LedgerEntry_id_seq\"', 1)",
  ])("may not: %s", async (statement) => {
    await refused(() => app.query(statement), { code: "42501" });
  });

  it("posts what it copies in as any other entry, and is refused alike", async () => {
    const lines = [1, 2, 3].map(() =>
      [account, "reserved", "2.50", "1.00", application, reviewer].join("\t"),
    );
    await refused(() => copyIn(lines), { constraint: "ImportBalance_remaining_not_negative" });
  });
});

/** COPY … FROM STDIN of these lines into the ledger. */
function copyIn(lines: readonly string[]): Promise<unknown> {
  const query = new pg.Query(
    `COPY "LedgerEntry" ("importCertificateId", kind, carats, "valueUsd", "applicationId", "actorId") FROM STDIN`,
  );
  const source = {
    handleCopyInResponse(connection: { sendCopyFromChunk(b: Buffer): void; endCopyFrom(): void }) {
      connection.sendCopyFromChunk(Buffer.from(`${lines.join("\n")}\n`));
      connection.endCopyFrom();
    },
  };
  return new Promise((resolve, reject) => {
    query.on("end", resolve);
    query.on("error", reject);
    app.query(Object.assign(query, source));
  });
}
