import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { claim } from "@/lib/reviews/commands/claim";
import { newSubmitted } from "./factories/applications";
import { newExporter, newOfficer } from "./factories/people";

/*
 * What the database promises about withdrawals, tried as the application's role in plain SQL: it does not
 * rest on the portal's code.
 */

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
beforeAll(() => app.connect());
afterAll(() => app.end());

let applicationId: string;
let owner: string;
let reviewer: string;
beforeEach(async () => {
  const exporter = await newExporter();
  const officer = await newOfficer("reviewer");
  applicationId = await newSubmitted(exporter.owner, exporter.exporterId);
  await claim(officer, applicationId);
  owner = exporter.owner.userId;
  reviewer = officer.userId;
});

const ask = (reason = "The buyer cancelled.") =>
  app.query(
    `INSERT INTO "WithdrawalRequest" (id, "applicationId", reason, "askedById", "askedAt")
     VALUES (gen_random_uuid(), $1, $2, $3, now())`,
    [applicationId, reason, owner],
  );

const answer = (outcome: string, by: string, text: string | null = null) =>
  app.query(
    `UPDATE "WithdrawalRequest" SET outcome = $2::"WithdrawalOutcome", "answeredById" = $3, "answeredAt" = now(), answer = $4
     WHERE "applicationId" = $1`,
    [applicationId, outcome, by, text],
  );

async function cancel() {
  await app.query("BEGIN");
  try {
    await app.query(`UPDATE "Application" SET status = 'cancelled' WHERE id = $1`, [applicationId]);
    await app.query(
      `UPDATE "ClockInterval" SET until = now() WHERE "applicationId" = $1 AND until IS NULL`,
      [applicationId],
    );
    await app.query("COMMIT");
  } catch (thrown) {
    await app.query("ROLLBACK");
    throw thrown;
  }
}

it("one request is open at a time, with a reason", async () => {
  await expect(ask("  ")).rejects.toMatchObject({ constraint: "WithdrawalRequest_has_reason" });
  await ask();
  await expect(ask()).rejects.toMatchObject({ constraint: "WithdrawalRequest_one_open" });
});

it("a reviewer answers for the office, with a reason to refuse, and once", async () => {
  await ask();
  await expect(answer("accepted", owner)).rejects.toMatchObject({
    constraint: "WithdrawalRequest_answered_by_reviewer",
  });
  const signatory = await newOfficer("signatory");
  await expect(answer("accepted", signatory.userId)).rejects.toMatchObject({
    constraint: "WithdrawalRequest_answered_by_reviewer",
  });
  await expect(answer("refused", reviewer)).rejects.toMatchObject({
    constraint: "WithdrawalRequest_refused_with_reason",
  });
  await answer("refused", reviewer, "Not before Monday.");
  await expect(answer("accepted", reviewer)).rejects.toMatchObject({
    constraint: "WithdrawalRequest_answered_once",
  });
});

it("what is under review ends before its decision on an accepted request only", async () => {
  await expect(cancel()).rejects.toMatchObject({ constraint: "Application_withdrawn_on_request" });
  await ask();
  await expect(cancel()).rejects.toMatchObject({ constraint: "Application_withdrawn_on_request" });
  await answer("accepted", reviewer);
  await cancel();
});
