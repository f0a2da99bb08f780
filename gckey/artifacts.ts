import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";
import type { Database } from "@/gckey/database";
import type { SecretKeys } from "@/gckey/secret-keys";

// What ends with its grant. An interaction names a grant too, but outlives it.
const grantMembers = new Set(["AuthorizationCode", "AccessToken", "RefreshToken"]);

/** The sessions of an account, each with what the clients have had of it. */
export async function sessionsOf(
  database: Database,
  keys: SecretKeys,
  accountId: string,
): Promise<AdapterPayload[]> {
  const { rows } = await database.query<{ payload: Buffer }>(
    "SELECT payload FROM artifact WHERE account_hash = $1 AND expires_at > now()",
    [keys.hash("account", accountId)],
  );
  return rows.map(({ payload }) => JSON.parse(keys.open(payload)) as AdapterPayload);
}

/** What the OpenID Connect server remembers, sealed in PostgreSQL. */
export function artifactStore(database: Database, keys: SecretKeys): AdapterFactory {
  const grantHash = (grantId: string | undefined) => grantId && keys.hash("grant", grantId);
  const uidHash = (uid: string | undefined) => uid && keys.hash("uid", uid);

  const accountHash = (accountId: string | undefined) =>
    accountId && keys.hash("account", accountId);

  return (model): Adapter => {
    const idHash = (id: string) => keys.hash(model, id);

    async function findWhere(column: "id_hash" | "uid_hash", value: string) {
      const { rows } = await database.query<{ payload: Buffer; consumed: string | null }>(
        `SELECT payload, floor(extract(epoch FROM consumed_at)) AS consumed FROM artifact
          WHERE ${column} = $1 AND (expires_at IS NULL OR expires_at > now())`,
        [value],
      );
      const [row] = rows;
      if (!row) return undefined;
      const payload = JSON.parse(keys.open(row.payload)) as AdapterPayload;
      return row.consumed === null ? payload : { ...payload, consumed: Number(row.consumed) };
    }

    return {
      async upsert(id, payload, expiresIn) {
        await database.query(
          `INSERT INTO artifact (id_hash, payload, uid_hash, account_hash, grant_hash, expires_at)
           VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
           ON CONFLICT (id_hash) DO UPDATE SET payload = excluded.payload,
             uid_hash = excluded.uid_hash, account_hash = excluded.account_hash, grant_hash = excluded.grant_hash,
             expires_at = excluded.expires_at`,
          [
            idHash(id),
            keys.seal(JSON.stringify(payload)),
            model === "Session" ? uidHash(payload.uid) : null,
            model === "Session" ? accountHash(payload.accountId) : null,
            grantMembers.has(model) ? grantHash(payload.grantId) : null,
            expiresIn ?? null,
          ],
        );
      },
      find: (id) => findWhere("id_hash", idHash(id)),
      findByUid: (uid) => findWhere("uid_hash", keys.hash("uid", uid)),
      // Only the device flow has user codes, and it is off.
      findByUserCode: () => Promise.resolve(undefined),
      async consume(id) {
        await database.query(
          "UPDATE artifact SET consumed_at = now() WHERE id_hash = $1 AND consumed_at IS NULL",
          [idHash(id)],
        );
      },
      async destroy(id) {
        await database.query("DELETE FROM artifact WHERE id_hash = $1", [idHash(id)]);
      },
      async revokeByGrantId(grantId) {
        await database.query("DELETE FROM artifact WHERE grant_hash = $1", [
          keys.hash("grant", grantId),
        ]);
      },
    };
  };
}
