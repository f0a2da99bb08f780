import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { newAnnouncement, newImportCertificate } from "./factories/imports";
import { newExporter, newOfficer } from "./factories/people";
import { lying, scannedDraft } from "./factories/scanned";

/*
 * What stays as it is, whatever the application's role is made to ask in plain SQL: a virus that was found,
 * a removal, what was sent to the office, and who may confirm for it.
 */

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
let owner: ExporterViewer;
let exporterId: string;

beforeAll(async () => {
  await app.connect();
  ({ owner, exporterId } = await newExporter());
});
afterAll(() => app.end());

const refused = (statement: string, values: unknown[], constraint: string) =>
  expect(app.query(statement, values), statement).rejects.toMatchObject({ constraint });

describe("a document", () => {
  it("in which a virus was found is never clean again", async () => {
    const draft = await scannedDraft();
    const { id } = await lying(draft.owner, draft.id, "waiting", "rough diamonds");
    const threat = "Eicar-Signature";
    await db().document.update({ where: { id }, data: { scan: "infected", threat } });
    for (const change of ["scan = 'clean'", "scan = 'unscanned'", "threat = NULL"]) {
      const statement = `UPDATE "Document" SET ${change} WHERE id = $1`;
      await refused(statement, [id], "Document_infected_for_good");
    }
  });

  it("that was removed stays removed, and its bytes with it", async () => {
    const draft = await scannedDraft();
    const { id } = await lying(draft.owner, draft.id, "clean", "rough diamonds");
    const [removedAt, bytesRemovedAt] = [new Date("2026-10-01"), new Date("2026-11-10")];
    await db().document.update({ where: { id }, data: { removedAt, bytesRemovedAt } });
    for (const change of [
      `"removedAt" = NULL, "bytesRemovedAt" = NULL`,
      `"removedAt" = "removedAt" - interval '1 year'`,
      `"bytesRemovedAt" = NULL`,
    ]) {
      const statement = `UPDATE "Document" SET ${change} WHERE id = $1`;
      await refused(statement, [id], "Document_removed_for_good");
    }
  });
});

describe("an announced import", () => {
  it("stays as it was sent while the office reads it", async () => {
    const { id } = await newAnnouncement({ exporterId, by: owner.userId });
    for (const change of [
      "issuer = 'BW'",
      "number = 'ZA 0000001'",
      `"importedOn" = '2026-01-01'`,
      "note = NULL",
      "number = 'ZA 0000001', status = 'returned', answer = 'x'",
    ]) {
      const statement = `UPDATE "ImportAnnouncement" SET ${change} WHERE id = $1`;
      await refused(statement, [id], "ImportAnnouncement_stays_as_sent");
    }
  });

  it("is not shown to the office while it is a draft", async () => {
    const { id } = await newAnnouncement({ exporterId, by: owner.userId });
    const statement = `UPDATE "ImportAnnouncement" SET status = 'draft' WHERE id = $1`;
    await refused(statement, [id], "ImportAnnouncement_draft_not_sent");
  });
});

describe("a confirmation of receipt", () => {
  it("is of a reviewer who never was of the profile", async () => {
    const { id } = await newImportCertificate({ exporterId });
    const statement = `INSERT INTO "ImportConfirmation" (id, "importCertificateId", facts, authority, recipient, "confirmedById")
      VALUES (gen_random_uuid(), $1, '{}', 'Department of Mines', 'kp@mines.example', $2)`;
    for (const role of ["signatory", "administrator", "auditor"] as const) {
      const { userId } = await newOfficer(role);
      await refused(statement, [id, userId], "ImportConfirmation_by_reviewer");
    }
    await refused(statement, [id, owner.userId], "ImportConfirmation_by_reviewer");
    const { userId } = await newOfficer("reviewer");
    const mandate = { exporterId, userId, kind: "owner", endedAt: new Date() } as const;
    await db().mandate.create({ data: mandate });
    await refused(statement, [id, userId], "ImportConfirmation_not_own_profile");
  });
});
