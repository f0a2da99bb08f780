import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";

export interface People {
  /** The Cookie header of a person with 60 applications. */
  readonly exporter: string;
  /** Of that person, without a document. */
  readonly drafts: readonly string[];
  /** The Cookie header of a reviewer, and who that is. */
  readonly reviewer: { readonly cookie: string; readonly id: string };
}

/** An exporter with applications in every open state, and a reviewer, by plain SQL. */
export async function makeData(ownerUrl: string, port: number): Promise<People> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const exporter = await person(client, []);
    const reviewer = await person(client, ["reviewer"]);
    const exporterId = randomUUID();
    // A profile comes with its owner.
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO "Exporter" (id, "legalName", "addressLines", city, province, "postalCode", "residencyAttestedAt", "residencyAttestedBy", "creationToken")
       VALUES ($1, 'Barren Lands Diamond Sales Ltd.', '{4807 49 Street}', 'Yellowknife', 'NT', 'X1A 3T5', now(), $2, gen_random_uuid())`,
      [exporterId, exporter],
    );
    await client.query(
      `INSERT INTO "Mandate" (id, "exporterId", "userId", kind, permissions, "acceptedAt")
       VALUES (gen_random_uuid(), $1, $2, 'owner', '{view,prepare,submit}', now())`,
      [exporterId, exporter],
    );
    await client.query("COMMIT");
    // An application comes with its clock.
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO "Application" (id, number, "exporterId", status, answers, "creationToken", "createdById", "updatedAt", "submissionVersion",
         "submittedAt", "dueAt", destination, "consigneeName", categories, carats, "valueUsd")
       SELECT gen_random_uuid(), 'KPO-2020-' || (1000 + i), $1, (ARRAY['submitted', 'in_review', 'recommended'])[1 + i % 3]::"ApplicationStatus",
         '{}', gen_random_uuid(), $2, now() - i * interval '1 minute', 1, now() - i * interval '1 minute', now() + i * interval '1 minute', 'EU',
         'Scheldekaai Rough Trading BV', '{new_production}', 100 + i, 9000 + i FROM generate_series(1, 60) AS i`,
      [exporterId, exporter],
    );
    await client.query(
      `INSERT INTO "ClockInterval" ("applicationId", side, "from")
       SELECT id, clock_side(status), "submittedAt" FROM "Application" WHERE "exporterId" = $1`,
      [exporterId],
    );
    await client.query("COMMIT");
    const drafts = await client.query<{ id: string }>(
      `INSERT INTO "Application" (id, "exporterId", answers, "creationToken", "createdById", "updatedAt")
       SELECT gen_random_uuid(), $1, '{}', gen_random_uuid(), $2, now() FROM generate_series(1, 4) RETURNING id`,
      [exporterId, exporter],
    );
    return {
      exporter: await session(client, exporter, port),
      drafts: drafts.rows.map(({ id }) => id),
      reviewer: { cookie: await session(client, reviewer, port), id: reviewer },
    };
  } finally {
    await client.end();
  }
}

async function person(client: pg.Client, roles: readonly string[]): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO "User" (id, "firstName", "lastName", email, "emailVerified", roles, "officerSince")
     VALUES ($1, 'Bench', 'Person', $2, now(), $3::"OfficerRole"[], now())`,
    [id, `${id}@bench.example`, roles],
  );
  await client.query(
    `INSERT INTO "TermsAcceptance" ("userId", version)
     SELECT $1, max(version) FROM "PortalText" WHERE kind = 'terms' HAVING max(version) IS NOT NULL`,
    [id],
  );
  return id;
}

async function session(client: pg.Client, userId: string, port: number): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(token).digest("hex");
  await client.query(
    `INSERT INTO "Session" ("tokenHash", id, "userId", expires, acr) VALUES ($1, gen_random_uuid(), $2, now() + interval '8 hours', 'bench')`,
    [hash, userId],
  );
  return `kp-${port}-session=${token}`;
}
