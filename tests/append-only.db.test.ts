import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { sealAudit } from "@/lib/audit/portal-chain";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { confirmImport } from "@/lib/certificates/commands/confirm-import";
import { proposeInvalidation } from "@/lib/certificates/commands/invalidate";
import { resolveDifferences } from "@/lib/certificates/commands/resolve-differences";
import { db } from "@/lib/db";
import { renderReceipts } from "@/lib/jobs/render-receipts";
import { newDraft, newSubmitted } from "./factories/applications";
import { asCertified, askedToConfirm, newCertificate, newSheet } from "./factories/certificates";
import { newImportCertificate } from "./factories/imports";
import { issueSubmitted } from "./factories/office";
import { newExporter, newOfficer } from "./factories/people";
import { addedRow, participant } from "./factories/reference";

/*
 * What the application's role may not do, tried on a table that has rows, in plain SQL: the promises
 * of the ledger, the audit and the certificates do not rest on the portal's code.
 */

const appendOnly = [
  "Event",
  "Submission",
  "Certificate",
  "CertificateDocument",
  "CertificateSeal",
  "SealedCertificate",
  "LedgerEntry",
  "Decision",
  "Recommendation",
  "ApplicationEditor",
  "OfficerChange",
  "PortalText",
  "SubmissionReceipt",
  "Reminder",
  "ServiceFact",
  "ImportLine",
  "ImportConfirmation",
  "ImportConfirmationDocument",
  "SubmittedSeal",
  "AuditBatch",
  "AuditSeal",
  "LogEntry",
  "LogNode",
  "LogCheckpoint",
  "ReferenceChange",
  "ReferenceChangeRow",
  "ReferenceDecision",
  "CertificateStep",
  "SheetMovement",
  "Printer",
  "PrintFile",
  "ImportReceipt",
  "ReceiptResolution",
] as const;

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
const owner = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });

beforeAll(async () => {
  await app.connect();
  await owner.connect();
  const made = await newExporter();
  const applicationId = await newSubmitted(made.owner, made.exporterId);
  await issueSubmitted(applicationId);
  const submission = await db().submission.findFirstOrThrow({ where: { applicationId } });
  await renderReceipts(submission.id);
  const imported = await newImportCertificate({ exporterId: made.exporterId });
  await db().importConfirmation.create({
    data: {
      importCertificateId: imported.id,
      facts: {},
      authority: "Department of Mines",
      recipient: "kp@mines.example",
      confirmedById: (await newOfficer("reviewer")).userId,
      document: { create: { store: "local", key: "0", size: 1, sha256: "0".repeat(64) } },
    },
  });
  await confirmedWithDifferences(applicationId);
  await proposedAndSheet(made.owner, made.exporterId);
  await addedRow("participants", participant("QX"));
  await db().reminder.create({
    data: { kind: "returned.dueSoon", recordId: applicationId, period: "2026-12-04", at: now() },
  });
  await sealAudit();
});
afterAll(async () => {
  await app.end();
  await owner.end();
});

const refused = (statement: string) =>
  expect(app.query(statement), statement).rejects.toMatchObject({ code: "42501" });

it("is the application's role that tries", async () => {
  const { rows } = await app.query<Record<string, unknown>>(
    `SELECT current_user AS name, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication
     FROM pg_roles WHERE rolname = current_user`,
  );
  expect(rows).toEqual([
    {
      name: "kp_app",
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      rolreplication: false,
    },
  ]);
});

describe.each(appendOnly)("%s", (table) => {
  it("is only added to", async () => {
    await refused(`UPDATE "${table}" SET ${await firstColumn(table)}`);
    await refused(`DELETE FROM "${table}"`);
    await refused(`TRUNCATE "${table}" CASCADE`);
    await refused(`SELECT 1 FROM "${table}" FOR UPDATE`);
    await refused(`MERGE INTO "${table}" t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`);
  });

  it("keeps its guards", async () => {
    for (const trigger of ["append_only", "never_emptied", "ALL", "USER"]) {
      await refused(`ALTER TABLE "${table}" DISABLE TRIGGER ${trigger}`);
    }
    await refused(`DROP TRIGGER append_only ON "${table}"`);
    await refused(`ALTER TABLE "${table}" ADD COLUMN x int`);
    await refused(`DROP TABLE "${table}" CASCADE`);
    await refused(`CREATE INDEX ON "${table}" ((1))`);
    await refused(`ALTER TABLE "${table}" OWNER TO kp_app`);
  });

  it("refuses the owner too while its triggers are on", async () => {
    const statements = [`TRUNCATE "${table}" CASCADE`];
    // A trigger for each row has nothing to refuse on an empty table.
    if (!(await isEmpty(table))) {
      statements.push(
        `DELETE FROM "${table}"`,
        `UPDATE "${table}" SET ${await firstColumn(table)}`,
      );
    }
    for (const statement of statements) {
      await expect(owner.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  });
});

it.each([
  "SET session_replication_role = replica",
  "SET ROLE kp_owner",
  "SET SESSION AUTHORIZATION kp_owner",
  "CREATE TABLE public.mine (id int)",
  "CREATE SCHEMA mine",
  "CREATE FUNCTION public.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
  "CREATE OR REPLACE FUNCTION post_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
  'UPDATE "ImportBalance" SET remaining = 1000',
  'INSERT INTO "ImportBalance" ("importCertificateId") VALUES (gen_random_uuid())',
  'UPDATE "ImportHold" SET reserved = 0',
  'INSERT INTO "CertificateCounter" (id, last) VALUES (2, 0)',
  'DELETE FROM "CertificateCounter"',
  'UPDATE "Participant" SET "scheduleTo" = NULL',
  'UPDATE "PriceBand" SET high = 1000000',
  'DELETE FROM "PriceBand"',
  'UPDATE "DocumentRequirement" SET reason = kind::text',
  'UPDATE "DeclarationText" SET "textEn" = \'x\'',
  'DELETE FROM "Application"',
  'DELETE FROM "Document"',
  "UPDATE \"User\" SET roles = '{signatory}'",
  'UPDATE "User" SET "suspendedAt" = NULL',
  'UPDATE "User" SET "officerSince" = now()',
  'UPDATE "PortalText" SET "textEn" = \'x\'',
  'DELETE FROM "TermsAcceptance"',
  'UPDATE "EmailConfirmation" SET "expiresAt" = now()',
  "UPDATE \"MandateInvitation\" SET permissions = '{}'",
  "UPDATE \"OfficerInvitation\" SET roles = '{administrator}'",
  'UPDATE "AccessRequest" SET "businessNumber" = \'000000000\'',
  'UPDATE "User" SET demonstration = false',
  'UPDATE "Mandate" SET "userId" = gen_random_uuid()',
  'UPDATE "Mandate" SET "exporterId" = gen_random_uuid(), kind = \'owner\'',
  'UPDATE "ImportCertificate" SET carats = 1000000',
  'UPDATE "ImportCertificate" SET "exporterId" = gen_random_uuid()',
  'UPDATE "Application" SET "exporterId" = gen_random_uuid()',
  'UPDATE "Application" SET "createdById" = gen_random_uuid()',
  "UPDATE \"ChangeRequest\" SET reason = 'nothing'",
  "UPDATE \"Document\" SET sha256 = '', key = ''",
  'UPDATE "Exporter" SET "creationToken" = gen_random_uuid()',
  'UPDATE "Application" SET "copiedFromId" = NULL',
  'UPDATE "ClockInterval" SET "from" = now()',
  "UPDATE \"ClockInterval\" SET side = 'exporter'",
  'DELETE FROM "ClockInterval"',
  "UPDATE \"WithdrawalRequest\" SET reason = 'other'",
  'DELETE FROM "WithdrawalRequest"',
  'INSERT INTO "WithdrawalRequest" (id, "applicationId", reason, "askedById", "askedAt", outcome) VALUES (gen_random_uuid(), gen_random_uuid(), \'x\', gen_random_uuid(), now(), \'accepted\')',
  'INSERT INTO "ClockInterval" ("applicationId", side, "from", "until") VALUES (gen_random_uuid(), \'office\', now(), now())',
  'UPDATE "BookEntry" SET data = NULL',
  'DELETE FROM "Reminder"',
  'DELETE FROM "SubmissionReceipt"',
  'DELETE FROM "LegalHold"',
  'INSERT INTO "LogEntry" SELECT 1000, entry, subject FROM "LogEntry"',
  'UPDATE "CertificateStatus" SET index = 1',
  'DELETE FROM "CertificateStatus"',
  'DELETE FROM "SignedStatusList"',
  "UPDATE \"ConfirmationLink\" SET recipient = 'me@example.com'",
  'UPDATE "ConfirmationLink" SET "tokenHash" = repeat(\'0\', 64)',
  'UPDATE "ConfirmationLink" SET "expiresAt" = now()',
  'DELETE FROM "ConfirmationLink"',
  'TRUNCATE "ConfirmationLink" CASCADE',
  'UPDATE "InvalidationProposal" SET "proposedById" = gen_random_uuid()',
  'DELETE FROM "InvalidationProposal"',
  "UPDATE \"BlankSheet\" SET state = 'stock'",
  "INSERT INTO \"BlankSheet\" (number, state) VALUES (1, 'stock')",
  'UPDATE "SigningKey" SET "revokedAt" = NULL',
  'INSERT INTO "SigningKey" SELECT * FROM "SigningKey"',
  'DELETE FROM "SigningKey"',
  "UPDATE \"Participant\" SET mailbox = 'me@example.com'",
  "UPDATE \"LegalHold\" SET reason = 'none'",
  'UPDATE "RetentionRule" SET days = 1',
  'UPDATE "Disposal" SET "dueOn" = now()',
  "ALTER ROLE kp_app SUPERUSER",
])("refuses %s", async (statement) => {
  await refused(statement);
});

it.each([
  'DELETE FROM "InvalidationProposal"',
  'TRUNCATE "InvalidationProposal" CASCADE',
  "UPDATE \"InvalidationProposal\" SET reason = 'other'",
  'UPDATE "InvalidationProposal" SET "proposedById" = gen_random_uuid()',
  'DELETE FROM "BlankSheet"',
  'TRUNCATE "BlankSheet" CASCADE',
  'UPDATE "BlankSheet" SET number = number + 1',
])("refuses the owner too %s", async (statement) => {
  await expect(owner.query(statement), statement).rejects.toMatchObject({ code: "42501" });
});

it("numbers certificates one after the other", async () => {
  await expect(app.query('UPDATE "CertificateCounter" SET last = last + 2')).rejects.toMatchObject({
    constraint: "CertificateCounter_no_gap",
  });
});

it("asks the true tables in every guard, whatever tables a session brings along", async () => {
  const { rows } = await owner.query<{ name: string; path: string | null }>(
    `SELECT proname AS name, (SELECT c FROM unnest(proconfig) c WHERE c LIKE 'search_path=%') AS path
     FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (
       -- What came with an extension asks no table.
       SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')`,
  );
  expect(rows.length).toBeGreaterThan(7);
  for (const { name, path } of rows) {
    expect(path, name).toBe("search_path=pg_catalog, public, pg_temp");
  }
});

describe("the ledger", () => {
  const entry = (
    importCertificateId: string,
    kind: string,
    carats: string,
    applicationId?: string,
  ) =>
    app.query(
      `INSERT INTO "LedgerEntry" ("importCertificateId", kind, carats, "valueUsd", "applicationId", "actorId")
       VALUES ($1, $2::"LedgerKind", $3, 8000, $4, gen_random_uuid())`,
      [importCertificateId, kind, carats, applicationId],
    );

  it("lets nobody draw on an import certificate of another profile", async () => {
    const [mine, theirs] = [await newExporter(), await newExporter()];
    const imported = await newImportCertificate({ exporterId: theirs.exporterId });
    const applicationId = await newDraft(mine.owner, mine.exporterId);
    await expect(entry(imported.id, "reserved", "1.00", applicationId)).rejects.toMatchObject({
      constraint: "LedgerEntry_of_own_profile",
    });
    const own = await newDraft(theirs.owner, theirs.exporterId);
    await entry(imported.id, "reserved", "1.00", own);
  });

  it("begins with the carats of the register", async () => {
    const { exporterId } = await newExporter();
    const imported = await newImportCertificate({ exporterId, carats: "10.00" });
    await expect(entry(imported.id, "registered", "10.01")).rejects.toMatchObject({
      constraint: "LedgerEntry_as_registered",
    });
  });
});

/** A receipt that differs, and what an officer made of it. */
async function confirmedWithDifferences(applicationId: string): Promise<void> {
  const { id } = await db().certificate.findUniqueOrThrow({ where: { applicationId } });
  const nora = await newOfficer("reviewer");
  const said = { ...(await asCertified(id)), seals: false };
  const confirmed = await confirmImport(await askedToConfirm(nora, id), said);
  if (!confirmed.ok) throw new Error(confirmed.error);
  const resolved = await resolveDifferences(nora, id, confirmed.value.id, "Cleared by telephone.");
  if (!resolved.ok) throw new Error(resolved.error);
}

/** An open proposal to invalidate a certificate, and a blank sheet. */
async function proposedAndSheet(person: ExporterViewer, exporterId: string): Promise<void> {
  const { certificateId } = await newCertificate(person, exporterId);
  const nora = await newOfficer("reviewer");
  const why = { reason: "Mistaken.", authority: "Office", recipient: "kp@example.ae" };
  expect(await proposeInvalidation(nora, certificateId, why)).toEqual({ ok: true });
  await newSheet();
}

async function isEmpty(table: string): Promise<boolean> {
  const { rowCount } = await owner.query(`SELECT 1 FROM "${table}" LIMIT 1`);
  return rowCount === 0;
}

/** An assignment that changes nothing, of a column that the table has. */
async function firstColumn(table: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1",
    [`public."${table}"`],
  );
  return `"${rows[0]?.name}" = "${rows[0]?.name}"`;
}
