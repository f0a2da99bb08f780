import pg from "pg";
import { askOf } from "@/lib/ask";
import { sealBatch, SealerMemory } from "@/lib/audit/seal";

/** So many profiles share the files, whatever their number. */
const profiles = 200;

/**
 * Files as they lie there after years, by plain SQL, from `from` to `to`: one in a thousand, and at least
 * 150, is open; the others are issued, each with its submission, a seal, its certificate and its clock.
 */
export async function fileApplications(
  superuserUrl: string,
  officerId: string,
  from: number,
  to: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const open = Math.max(150, Math.round(to / 1000));
  try {
    // Without triggers: the rows are what triggers would have made of them, in minutes.
    await client.query("SET session_replication_role = replica");
    if (from === 1) {
      await client.query(
        `INSERT INTO "Exporter" (id, "legalName", "addressLines", city, province, "postalCode", "residencyAttestedAt", "residencyAttestedBy", "creationToken")
         SELECT md5('exporter' || n)::uuid, 'Scale Rough Diamonds ' || n || ' Ltd.', '{4807 49 Street}', 'Yellowknife', 'NT', 'X1A 3T5', now(), $1, gen_random_uuid()
         FROM generate_series(0, $2::int - 1) n`,
        [officerId, profiles],
      );
    }
    const files = [from, to, officerId] as const;
    await client.query(
      `INSERT INTO "Application" (id, number, "exporterId", status, answers, "creationToken", "createdById", "updatedAt", "submissionVersion",
         "submittedAt", "dueAt", destination, "consigneeName", categories, subheadings, carats, "valueUsd", "searchText")
       SELECT md5('file' || n)::uuid, 'KPO-' || 1800 + n / 10000 || '-' || lpad((n % 10000)::text, 4, '0'), md5('exporter' || n % $5::int)::uuid,
         (CASE WHEN n > $2::int - $4::int THEN (ARRAY['submitted', 'in_review', 'recommended'])[1 + n % 3] ELSE 'issued' END)::"ApplicationStatus",
         '{}', md5('token' || n)::uuid, $3, now(), 1, now() - ($2::int - n) * interval '5 minutes', now() - ($2::int - n) * interval '4 minutes',
         (ARRAY['EU', 'IN', 'AE', 'IL'])[1 + n % 4], 'Consignee ' || n % 5000 || ' BV', '{new_production}', '{7102.31}', 1 + n % 900, 100 + n % 90000,
         'kpo-' || n || ' consignee ' || n % 5000 || ' bv yk-' || n
       FROM generate_series($1::int, $2::int) n
       ON CONFLICT DO NOTHING`,
      [...files, open, profiles],
    );
    await client.query(
      `INSERT INTO "Submission" (id, "applicationId", version, "schemaVersion", snapshot, findings, "submittedById", "submittedAt")
       SELECT md5('submission' || n)::uuid, md5('file' || n)::uuid, 1, 1, '{}', '[]', $3, now() FROM generate_series($1::int, $2::int) n`,
      [...files],
    );
    await client.query(
      `INSERT INTO "SubmittedSeal" ("submissionId", seal) SELECT md5('submission' || n)::uuid, 'YK-' || n FROM generate_series($1::int, $2::int) n`,
      [from, to],
    );
    await client.query(
      `INSERT INTO "ClockInterval" ("applicationId", side, "from", until)
       SELECT md5('file' || n)::uuid, 'office', now() - ($2::int - n) * interval '5 minutes', CASE WHEN n > $2::int - $3::int THEN NULL ELSE now() END
       FROM generate_series($1::int, $2::int) n`,
      [from, to, open],
    );
    await client.query(
      `INSERT INTO "Certificate" (id, number, "applicationId", "submissionId", "decisionId", record, "recordSha256", "checkCode", "issuedOn", "expiresOn", "expiresAt", "issuedById")
       SELECT md5('certificate' || n)::uuid, 'CA' || lpad((10000000 + n)::text, 8, '0'), md5('file' || n)::uuid, md5('submission' || n)::uuid, md5('decision' || n)::uuid,
         '{}', repeat('0', 64), 'ABCDEFGH', current_date - ($2::int - n) / 300, current_date - ($2::int - n) / 300 + 60,
         (current_date - ($2::int - n) / 300 + 61)::timestamp AT TIME ZONE 'UTC', $3
       FROM generate_series($1::int, $2::int - $4::int) n`,
      [...files, open],
    );
    await client.query(
      `INSERT INTO "ServiceFact" ("applicationId", "decidedAt", "workedMinutes", "promiseKept")
       SELECT md5('file' || n)::uuid, now() - ($2::int - n) * interval '5 minutes', 60 + n % 600, n % 20 > 0 FROM generate_series($1::int, $2::int - $3::int) n`,
      [from, to, open],
    );
    await client.query(
      `INSERT INTO "Event" (kind, "actorId", "actorRole", "exporterId", "applicationId", data)
       SELECT 'application.moved', $3, 'officer', md5('exporter' || n % $4::int)::uuid, md5('file' || n)::uuid, '{"move": "beginReview"}'
       FROM generate_series($1::int, $2::int) n`,
      [...files, profiles],
    );
    await client.query("SET session_replication_role = DEFAULT");
    await sealAll(client);
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

/** The trail as the worker would have sealed it in the meantime, so that it does not do so while measured. */
async function sealAll(client: pg.Client): Promise<void> {
  const memory = new SealerMemory();
  for (let sealed: number | null = null; sealed !== 0;) {
    await client.query("BEGIN");
    sealed = await sealBatch(askOf(client), memory);
    await client.query("COMMIT");
  }
}
