import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { confirmImport } from "@/lib/certificates/commands/confirm-import";
import { proposeInvalidation } from "@/lib/certificates/commands/invalidate";
import { recordLoss } from "@/lib/certificates/commands/loss";
import { notePrint } from "@/lib/certificates/commands/print";
import { db } from "@/lib/db";
import { drawingAnswers } from "./factories/applications";
import {
  asCertified,
  askedToConfirm,
  newCertificate,
  newSheet,
  sent,
} from "./factories/certificates";
import { newImportCertificate } from "./factories/imports";
import { asOwner } from "./factories/owner";
import { newExporter, newOfficer } from "./factories/people";

/* What becomes of certificates, tried in plain SQL by the application's role: no promise rests on the portal's code. */

const app = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let marie: OfficerViewer;
let id: string;

beforeAll(async () => {
  await app.connect();
  ({ owner, exporterId } = await newExporter());
  [nora, marie] = [await newOfficer("reviewer"), await newOfficer("signatory")];
});
beforeEach(async () => {
  ({ certificateId: id } = await newCertificate(owner, exporterId));
});
afterAll(() => app.end());

/** Writes a step, with what the kind asks for. */
const step = (kind: string, by: string, more: Record<string, unknown> = {}, certificate = id) => {
  const row: Record<string, unknown> = { certificateId: certificate, kind, actorId: by, ...more };
  const names = Object.keys(row);
  const places = names.map((_, n) => `$${n + 1}`);
  return app.query(
    `INSERT INTO "CertificateStep" (${names.map((name) => `"${name}"`).join()}) VALUES (${places.join()})`,
    Object.values(row),
  );
};
const refused = async (written: Promise<unknown>, constraint: string) =>
  expect(written).rejects.toMatchObject({ constraint });
const inLists = (revoked: boolean, message: number) =>
  app.query(
    `UPDATE "CertificateStatus" SET revoked = $2, message = $3 WHERE "certificateId" = $1`,
    [id, revoked, message],
  );
const today = new Date().toISOString().slice(0, 10);
const authority = { authority: "Office", recipient: "kp@example.ae" };
const proposed = async () => {
  await proposeInvalidation(nora, id, { reason: "Mistaken.", ...authority });
  return (await db().invalidationProposal.findFirstOrThrow({ where: { certificateId: id } })).id;
};

describe("a step", () => {
  it("is of those who may, and in its order", async () => {
    const auditor = await newOfficer("auditor");
    await refused(step("returned", auditor.userId, { on: today }), "CertificateStep_by_officers");
    await refused(step("returned", nora.userId, { on: today }), "CertificateStep_possible");
    await refused(step("delivered", nora.userId, { on: today }), "CertificateStep_possible");
    await refused(
      step("dispatched", nora.userId, { on: today, carrier: "P", address: "A" }),
      "CertificateStep_possible",
    );
    await refused(
      step("loss_stated", nora.userId, { on: today, words: "x" }),
      "CertificateStep_by_exporter",
    );
    await refused(step("report_received", nora.userId, { on: today }), "CertificateStep_possible");
    await refused(step("never_exported", nora.userId, { words: "x" }), "CertificateStep_possible");
    await refused(step("exported", owner.userId, { on: "2020-01-01" }), "CertificateStep_possible");
    const stranger = (await newExporter()).owner;
    await refused(step("exported", stranger.userId, { on: today }), "CertificateStep_by_officers");
    const member = await newOfficer("reviewer");
    await db().mandate.create({ data: { exporterId, userId: member.userId, kind: "owner" } });
    await refused(step("surrendered", member.userId), "CertificateStep_not_own_profile");
    await refused(
      step("surrendered", nora.userId, { words: " " }),
      "CertificateStep_words_not_blank",
    );
    await refused(
      step("surrendered", nora.userId, { carrier: "P" }),
      "CertificateStep_nothing_else",
    );
  });

  it("ends a certificate once, and not while its paper is away", async () => {
    await sent(nora, id);
    await refused(step("surrendered", nora.userId), "CertificateStep_possible");
    await step("returned", nora.userId, { on: today });
    await app.query("BEGIN");
    await step("surrendered", nora.userId);
    await inLists(true, 6);
    await app.query("COMMIT");
    await refused(step("surrendered", nora.userId), "CertificateStep_possible");
    await refused(
      step("lost", nora.userId, { words: "x", ...authority }),
      "CertificateStep_possible",
    );
    await refused(step("exported", owner.userId, { on: today }), "CertificateStep_possible");
  });

  it("gives the carats back in the same transaction", async () => {
    const imported = await newImportCertificate({ exporterId });
    const drawn = await newCertificate(owner, exporterId, drawingAnswers(imported.id, "4.00"));
    await refused(
      step("surrendered", nora.userId, {}, drawn.certificateId),
      "CertificateStep_carats_back",
    );
  });

  it("replaces only by a certificate that was issued to replace it", async () => {
    const other = await newCertificate(owner, exporterId);
    await refused(
      step("replaced", marie.userId, { successorId: other.certificateId }),
      "CertificateStep_possible",
    );
    const stranger = await newExporter();
    await refused(
      app.query(
        `INSERT INTO "Application" (id, "exporterId", answers, "creationToken", "createdById", "updatedAt", "replacesId")
         VALUES (gen_random_uuid(), $1, '{}', gen_random_uuid(), $2, now(), $3)`,
        [stranger.exporterId, stranger.owner.userId, id],
      ),
      "Application_replaces_own",
    );
    await expect(
      app.query(`UPDATE "Application" SET "replacesId" = $1`, [id]),
    ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the status lists", () => {
  const follow = "CertificateStatus_follows_steps";

  it("end no certificate of themselves, whoever writes them", async () => {
    for (const message of [4, 5, 6]) await refused(inLists(true, message), follow);
    for (const message of [1, 2, 3]) await refused(inLists(false, message), follow);
    // Proposed is not decided.
    await proposed();
    await refused(inLists(true, 4), follow);
  });

  it("say every end, and take no loss back", async () => {
    await refused(step("surrendered", nora.userId), follow);
    await refused(step("lost", nora.userId, { words: "x", ...authority }), follow);
    expect(await recordLoss(nora, id, { words: "x", ...authority })).toEqual({ ok: true });
    for (const message of [0, 1]) await refused(inLists(false, message), follow);
  });
});

describe("a link to confirm an import", () => {
  const link = (recipient: string, askedById: string | null, place: number) =>
    app.query(
      `INSERT INTO "ConfirmationLink" (id, "certificateId", place, "tokenHash", authority, recipient, "askedById", "askedAt", "expiresAt")
       VALUES (gen_random_uuid(), $1, $4, md5(random()::text), 'Office', $2, $3, now(), now() + interval '1 day')`,
      [id, recipient, askedById, place],
    );

  it("is sent to an address of somebody's choice in that somebody's name alone", async () => {
    await refused(link("me@example.com", null, 1), "ConfirmationLink_to_registered");
    await refused(link("me@example.com", owner.userId, 1), "ConfirmationLink_by_officers");
    await link("kp@example.ae", nora.userId, 1);
  });

  it("stays as it was sent, for the owner of the database too, and is good no more after ten wrong codes", async () => {
    const token = await askedToConfirm(nora, id);
    const where = `WHERE "certificateId" = '${id}'`;
    for (const change of [
      `UPDATE "ConfirmationLink" SET recipient = 'me@example.com' ${where}`,
      `UPDATE "ConfirmationLink" SET "expiresAt" = now() + interval '9 years' ${where}`,
      `DELETE FROM "ConfirmationLink" ${where}`,
      `TRUNCATE "ConfirmationLink" CASCADE`,
    ]) {
      await expect(asOwner(change), change).rejects.toMatchObject({ code: "42501" });
    }
    expect(await confirmImport(token, await asCertified(id))).toMatchObject({ ok: true });
    await app.query(`UPDATE "ConfirmationLink" SET "wrongCodes" = 10 ${where}`);
    await refused(
      app.query(
        `INSERT INTO "ImportReceipt" (id, "certificateId", place, "linkId", facts, differences, signed, "signedSha256", kid, at)
         SELECT gen_random_uuid(), "certificateId", place + 1, "linkId", facts, differences, signed, "signedSha256", kid, at
           FROM "ImportReceipt" ${where}`,
      ),
      "ImportReceipt_by_its_link",
    );
  });
});

describe("an invalidation", () => {
  const decide = (proposal: string, outcome: string, by: string) =>
    app.query(
      `UPDATE "InvalidationProposal" SET outcome = $2, "decidedById" = $3, "decidedAt" = now(), answer = 'No.' WHERE id = $1`,
      [proposal, outcome, by],
    );

  it("is decided by a signatory who is another person", async () => {
    const both = await newOfficer("reviewer", "signatory");
    await proposeInvalidation(both, id, { reason: "Mistaken.", ...authority });
    const { id: proposal } = await db().invalidationProposal.findFirstOrThrow({
      where: { certificateId: id },
    });
    await refused(decide(proposal, "accepted", both.userId), "InvalidationProposal_by_two");
    await refused(decide(proposal, "accepted", nora.userId), "InvalidationProposal_by_signatory");
    await refused(decide(proposal, "taken_back", marie.userId), "InvalidationProposal_by_two");
    const member = await newOfficer("signatory");
    await db().mandate.create({ data: { exporterId, userId: member.userId, kind: "owner" } });
    await refused(
      decide(proposal, "accepted", member.userId),
      "InvalidationProposal_not_own_profile",
    );
    // Accepted without the step, and the step without an accepted proposal.
    await refused(decide(proposal, "accepted", marie.userId), "InvalidationProposal_done");
    const more = { proposalId: proposal, words: "Mistaken.", ...authority };
    await refused(step("invalidated", marie.userId, more), "CertificateStep_possible");
    await decide(proposal, "refused", marie.userId);
    await refused(decide(proposal, "refused", marie.userId), "InvalidationProposal_decided_once");
    await refused(step("invalidated", marie.userId, more), "CertificateStep_possible");
  });

  it("begins open, one at a time, and is written as it was proposed", async () => {
    const proposal = await proposed();
    await refused(
      app.query(
        `INSERT INTO "InvalidationProposal" (id, "certificateId", reason, authority, recipient, "proposedById")
         VALUES ($1, $2, 'r', 'a', 'e', $3)`,
        [randomUUID(), id, nora.userId],
      ),
      "InvalidationProposal_one_open",
    );
    await expect(
      app.query(`UPDATE "InvalidationProposal" SET reason = 'other' WHERE id = $1`, [proposal]),
    ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("a sheet", () => {
  const move = (kind: string, first: number, last: number, more: Record<string, unknown> = {}) =>
    app.query(
      `INSERT INTO "SheetMovement" (kind, first, last, "certificateId", reason, "actorId") VALUES ($1, $2, $3, $4, $5, $6)`,
      [kind, first, last, more["certificateId"], more["reason"], more["by"] ?? nora.userId],
    );

  it("moves only by its account", async () => {
    const sheet = await newSheet();
    for (const statement of [
      `UPDATE "BlankSheet" SET state = 'stock'`,
      `DELETE FROM "BlankSheet"`,
      `INSERT INTO "BlankSheet" (number, state) VALUES (1, 'stock')`,
    ]) {
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
    await refused(move("spoiled", sheet, sheet), "SheetMovement_has_reason");
    await refused(move("destroyed", sheet, sheet), "SheetMovement_possible");
    await refused(move("received", sheet, sheet), "BlankSheet_pkey");
    await refused(move("received", 9, 1), "SheetMovement_in_order");
    await refused(move("received", 1, 20_000), "SheetMovement_not_endless");
    const auditor = await newOfficer("auditor");
    await refused(
      move("spoiled", sheet, sheet, { reason: "x", by: auditor.userId }),
      "SheetMovement_by_officers",
    );
    await refused(
      move("printed", sheet, sheet, { certificateId: id }),
      "SheetMovement_printed_with_step",
    );
  });

  it("is the one good paper of its certificate", async () => {
    const [first, second] = [await newSheet(), await newSheet()];
    expect(await notePrint(nora, id, { sheet: first })).toEqual({ ok: true });
    await refused(move("printed", second, second, { certificateId: id }), "BlankSheet_one_good");
    await refused(move("destroyed", first, first), "SheetMovement_possible");
  });
});
