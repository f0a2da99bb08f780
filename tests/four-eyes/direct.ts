import { randomUUID } from "node:crypto";
import type pg from "pg";
import { asOwner } from "@/tests/factories/owner";

/** What a file has for a decision to name; made-up ids where it has none. */
export interface Papers {
  readonly recommendationId: string;
  readonly recommendedById: string;
  readonly submissionId: string;
  readonly decisionId: string;
}

export async function papersOf(applicationId: string): Promise<Papers> {
  const { rows } = await asOwner(
    `SELECT r.id AS "recommendationId", r."recommendedById", s.id AS "submissionId", d.id AS "decisionId"
       FROM "Application" a
       LEFT JOIN LATERAL (SELECT * FROM "Recommendation" WHERE "applicationId" = a.id
                           ORDER BY "recommendedAt" DESC LIMIT 1) r ON true
       LEFT JOIN "Submission" s ON s."applicationId" = a.id AND s.version = a."submissionVersion"
       LEFT JOIN "Decision" d ON d."applicationId" = a.id
      WHERE a.id = $1`,
    [applicationId],
  );
  const found = rows[0] as Record<keyof Papers, string | null>;
  return {
    recommendationId: found.recommendationId ?? randomUUID(),
    recommendedById: found.recommendedById ?? randomUUID(),
    submissionId: found.submissionId ?? randomUUID(),
    decisionId: found.decisionId ?? randomUUID(),
  };
}

/** Statements about one file in one person's name. */
export function statements(id: string, person: string, papers: Papers) {
  const decision = (outcome: "issue" | "reject", decisionId: string) => `
    INSERT INTO "Decision" (id, "applicationId", "recommendationId", "recommendedById", outcome, reasons, ground, "signedById")
    VALUES ('${decisionId}', '${id}', '${papers.recommendationId}', '${papers.recommendedById}', '${outcome}', 'r', 'not_accurate', '${person}');`;
  const certificateId = randomUUID();
  /** Without them no certificate, whoever signs. */
  const forms = `
    INSERT INTO "CertificateStatus" ("certificateId", index) VALUES ('${certificateId}', 7);
    INSERT INTO "SealedCertificate" ("certificateId", seal, "sealSha256", kid, credential, "credentialKid")
      SELECT '${certificateId}', '${certificateId}'::bytea, sha256('${certificateId}'::bytea), kid, 'a.b.' || repeat('c', 86), kid
        FROM "SigningKey" WHERE purpose = 'seal' LIMIT 1;
    SELECT append_to_log(format('{"t":"issued","seal":"%s","vc":"%s"}', encode("sealSha256", 'base64'),
        encode(sha256(credential::bytea), 'base64')))
      FROM "SealedCertificate" WHERE "certificateId" = '${certificateId}';`;
  const certificate = (decisionId: string) => `
    INSERT INTO "Certificate" (id, number, "applicationId", "submissionId", "decisionId", record, "recordSha256", "checkCode",
      "issuedOn", "expiresOn", "expiresAt", "issuedById")
    VALUES ('${certificateId}', 'CA99999999', '${id}', '${papers.submissionId}', '${decisionId}', '{"statusIndex": 7}', repeat('0', 64), '00000000',
      '2026-11-26', '2027-01-25', '2027-01-26T00:00:00Z', '${person}');${forms}`;
  const recommendation = (outcome: "issue" | "reject") => `
    INSERT INTO "Recommendation" (id, "applicationId", "submissionId", outcome, reasons, ground, checklist, "recommendedById")
    VALUES (gen_random_uuid(), '${id}', '${papers.submissionId}', '${outcome}', 'r', 'not_remedied', '{}', '${person}');`;
  const move = (status: string) =>
    `UPDATE "Application" SET status = '${status}', "holderId" = NULL WHERE id = '${id}';`;
  const stopClock = `UPDATE "ClockInterval" SET "until" = now() WHERE "applicationId" = '${id}' AND "until" IS NULL;`;
  const runForOffice = `
    UPDATE "ClockInterval" SET "until" = now() WHERE "applicationId" = '${id}' AND "until" IS NULL AND side = 'exporter';
    INSERT INTO "ClockInterval" ("applicationId", side, "from") SELECT '${id}', 'office', now()
     WHERE NOT EXISTS (SELECT 1 FROM "ClockInterval" WHERE "applicationId" = '${id}' AND "until" IS NULL);`;
  const made = randomUUID();
  return {
    /** Everything that belongs together. */
    issue: move("issued") + stopClock + decision("issue", made) + certificate(made),
    reject: move("rejected") + stopClock + decision("reject", made),
    recommend: move("recommended") + runForOffice + recommendation("issue"),
    /** A part without the rest. */
    decisionToIssue: decision("issue", made),
    decisionToReject: decision("reject", made),
    certificate: certificate(papers.decisionId),
    recommendationToIssue: recommendation("issue"),
    recommendationToReject: recommendation("reject"),
    /** Beside another change of the file, which is no move. */
    recommendationWithTouch:
      `UPDATE "Application" SET "touchedAt" = now() WHERE id = '${id}';` + recommendation("issue"),
    certificateWithoutDecision: move("issued") + stopClock + certificate(papers.decisionId),
    decisionWithoutCertificate: move("issued") + stopClock + decision("issue", made),
  };
}

/** What moves a status alone, with its clock. */
export const moves = (id: string) =>
  (["recommended", "issued", "rejected"] as const).map(
    (status) => `
      UPDATE "ClockInterval" SET "until" = now() WHERE "applicationId" = '${id}' AND "until" IS NULL
         AND (side = 'exporter' OR '${status}' <> 'recommended');
      INSERT INTO "ClockInterval" ("applicationId", side, "from") SELECT '${id}', 'office', now()
       WHERE '${status}' = 'recommended' AND NOT EXISTS (
         SELECT 1 FROM "ClockInterval" WHERE "applicationId" = '${id}' AND "until" IS NULL);
      UPDATE "Application" SET status = '${status}' WHERE id = '${id}' AND status <> '${status}';`,
  );

/** Whether the database would commit it; nothing stays either way. @throws for what is no refusal */
export async function passes(app: pg.Client, sql: string): Promise<boolean> {
  try {
    // The first ROLLBACK ends what the attempt before left behind.
    await app.query(`ROLLBACK; BEGIN; ${sql} SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK`);
    return true;
  } catch (thrown) {
    const { code = "" } = thrown as { code?: string };
    if (!/^23|^42501$/.test(code)) throw thrown;
    return false;
  }
}
