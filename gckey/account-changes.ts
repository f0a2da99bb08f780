import type pg from "pg";
import { slowHash, userNameKey, type Account } from "@/gckey/accounts";
import { inTransaction, type Database } from "@/gckey/database";
import { answersKey } from "@/gckey/rules/answers";
import type { SecretKeys } from "@/gckey/secret-keys";
import type { RecoveryAnswers } from "@/gckey/visits/state";

type Factor = { factor: Account["factor"]; totpSecret?: string; totpStep?: number };

export type NewAccount = Pick<Account, "id" | "userName" | "email" | "language"> &
  Factor & { passwordHash: string; recovery?: RecoveryAnswers; recoveryCodes: string[] };

/** Everything that makes a credential or changes it. */
export class AccountChanges {
  readonly #database: Database;
  readonly #keys: SecretKeys;

  constructor(database: Database, keys: SecretKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  #sealed(totpSecret: string | undefined): Buffer | null {
    return totpSecret ? this.#keys.seal(totpSecret) : null;
  }

  /** Makes the account, once; false when its user name is somebody else's, also just now. */
  async register(wanted: NewAccount): Promise<boolean> {
    const { id } = wanted;
    return inTransaction(this.#database, async (client) => {
      const { rowCount } = await client.query(
        `INSERT INTO account (id, user_name, user_name_key, password_hash, email, language, factor, totp_secret, totp_last_step)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
        [
          id,
          wanted.userName,
          userNameKey(wanted.userName),
          wanted.passwordHash,
          wanted.email,
          wanted.language,
          wanted.factor,
          this.#sealed(wanted.totpSecret),
          wanted.totpStep ?? null,
        ],
      );
      if (rowCount === 0) {
        const same = await client.query(
          "SELECT 1 FROM account WHERE id = $1 AND user_name_key = $2",
          [id, userNameKey(wanted.userName)],
        );
        return same.rowCount === 1;
      }
      if (wanted.recovery) await this.#writeRecovery(client, id, wanted.recovery);
      await this.#writeRecoveryCodes(client, id, wanted.recoveryCodes);
      return true;
    });
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.#database.query("UPDATE account SET password_hash = $2 WHERE id = $1", [
      id,
      passwordHash,
    ]);
  }

  setRecovery(id: string, recovery: RecoveryAnswers): Promise<void> {
    return this.#writeRecovery(this.#database, id, recovery);
  }

  async #writeRecovery(
    client: Database | pg.PoolClient,
    id: string,
    recovery: RecoveryAnswers,
  ): Promise<void> {
    await client.query(
      `UPDATE account SET recovery_question = $2, recovery_hash = $3, person_hint = $4, date_hint = $5
        WHERE id = $1`,
      [
        id,
        recovery.question,
        await slowHash(answersKey(recovery)),
        recovery.personHint,
        recovery.dateHint,
      ],
    );
  }

  /** Sets the second factor; an address already known stays, for notices. */
  async setFactor(id: string, wanted: Factor & { email?: string | undefined }): Promise<void> {
    await this.#database.query(
      `UPDATE account SET factor = $2, totp_secret = $3, totp_last_step = $4, email = coalesce($5, email)
        WHERE id = $1`,
      [
        id,
        wanted.factor,
        this.#sealed(wanted.totpSecret),
        wanted.totpStep ?? null,
        wanted.email ?? null,
      ],
    );
  }

  /** From now on these recovery codes work, and no others. */
  replaceRecoveryCodes(id: string, codes: string[]): Promise<void> {
    return inTransaction(this.#database, (client) => this.#writeRecoveryCodes(client, id, codes));
  }

  async #writeRecoveryCodes(client: pg.PoolClient, id: string, codes: string[]): Promise<void> {
    await client.query("DELETE FROM recovery_code WHERE account_id = $1", [id]);
    await client.query(
      "INSERT INTO recovery_code (account_id, code_hash) SELECT $1, unnest($2::text[])",
      [id, codes.map((code) => this.#keys.hash("recovery code", id, code))],
    );
  }

  /** The credential never signs in again. Its row stays, so that nobody else gets its user name. */
  async revoke(id: string): Promise<void> {
    await inTransaction(this.#database, async (client) => {
      await client.query("UPDATE account SET revoked_at = now() WHERE id = $1", [id]);
      await client.query("DELETE FROM recovery_code WHERE account_id = $1", [id]);
    });
  }
}
