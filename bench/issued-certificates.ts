import pg from "pg";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { sha256 } from "@/lib/certificates/seal/bytes";
import { sealRecord } from "@/lib/certificates/seal/sign";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";

/** Certificates as they are the moment after their issue, by plain SQL: sealed, and without a document. @returns their ids */
export async function makeIssued(
  superuserUrl: string,
  officerId: string,
  count: number,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const signer = await localSigner(testKeys.current);
  try {
    // Without triggers: nobody has decided anything.
    await client.query("SET session_replication_role = replica");
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM "Application" WHERE number LIKE 'KPO-2020-%' ORDER BY number LIMIT $1`,
      [count],
    );
    for (const [n, { id }] of rows.entries()) {
      const record = {
        ...ordinary({ number: `CA${70_000_000 + n}` }),
        statusIndex: n,
      };
      const sealed = await sealRecord(record, signer);
      if (!sealed.ok) throw new Error(sealed.error);
      const seal = Uint8Array.from(sealed.value);
      await client.query(
        `INSERT INTO "Certificate" (id, number, "applicationId", "submissionId", "decisionId", record, "recordSha256", "checkCode", "issuedOn", "expiresOn", "expiresAt", "issuedById")
         VALUES ($1, $2, $1, gen_random_uuid(), gen_random_uuid(), $3, repeat('0', 64), 'K7QM4PXT', $4, $5, $5::date + 1, $6)`,
        [id, record.number, record, record.issued, record.expires, officerId],
      );
      await client.query(
        `INSERT INTO "SealedCertificate" ("certificateId", seal, "sealSha256", kid, credential, "credentialKid")
         VALUES ($1, $2, $3, repeat('0', 16), $4, repeat('0', 16))`,
        [id, Buffer.from(seal), Buffer.from(await sha256(seal)), `e30.e30.${"A".repeat(86)}`],
      );
    }
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
