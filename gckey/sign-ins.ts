import type { Database } from "@/gckey/database";
import { codeMilliseconds, type Sending } from "@/gckey/emailed-code";
import type { SecretKeys } from "@/gckey/secret-keys";

/** A sign-in lasts this long at most, from the first page to the last. */
export const signInSeconds = 30 * 60;

type Row = { account_id: string; codes_sent: number; last_sent_at: Date | null };

/** Sign-ins between the right password and the second factor. */
export class SignIns {
  readonly #database: Database;
  readonly #keys: SecretKeys;

  constructor(database: Database, keys: SecretKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  #id(interaction: string): string {
    return this.#keys.hash("sign-in", interaction);
  }

  /** The account whose password was given, or undefined when the first step is still to do. */
  async find(interaction: string): Promise<({ accountId: string } & Sending) | undefined> {
    const { rows } = await this.#database.query<Row>(
      "SELECT account_id, codes_sent, last_sent_at FROM sign_in WHERE interaction_hash = $1 AND expires_at > now()",
      [this.#id(interaction)],
    );
    const [row] = rows;
    return row && { accountId: row.account_id, sent: row.codes_sent, lastAt: row.last_sent_at };
  }

  async start(interaction: string, accountId: string): Promise<void> {
    await this.#database.query(
      `INSERT INTO sign_in (interaction_hash, account_id, expires_at)
       VALUES ($1, $2, now() + make_interval(secs => $3))
       ON CONFLICT (interaction_hash) DO UPDATE SET account_id = excluded.account_id,
         code_hash = NULL, code_expires_at = NULL`,
      [this.#id(interaction), accountId, signInSeconds],
    );
  }

  /** Keeps the hash of a code about to be sent; the code before it stops working. */
  async keepCode(interaction: string, code: string, now: Date): Promise<void> {
    await this.#database.query(
      `UPDATE sign_in SET code_hash = $2, code_expires_at = $3, last_sent_at = $4, codes_sent = codes_sent + 1
        WHERE interaction_hash = $1`,
      [
        this.#id(interaction),
        this.#keys.hash("code", interaction, code),
        new Date(now.getTime() + codeMilliseconds),
        now,
      ],
    );
  }

  /** Uses up the code: true at most once for each code sent. */
  async useCode(interaction: string, code: string, now: Date): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `UPDATE sign_in SET code_hash = NULL
        WHERE interaction_hash = $1 AND code_hash = $2 AND code_expires_at > $3`,
      [this.#id(interaction), this.#keys.hash("code", interaction, code), now],
    );
    return rowCount === 1;
  }

  /** Whether a code was sent that still waits for its answer. */
  async awaitsCode(interaction: string, now: Date): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      "SELECT 1 FROM sign_in WHERE interaction_hash = $1 AND code_hash IS NOT NULL AND code_expires_at > $2",
      [this.#id(interaction), now],
    );
    return rowCount === 1;
  }

  async end(interaction: string): Promise<void> {
    await this.#database.query("DELETE FROM sign_in WHERE interaction_hash = $1", [
      this.#id(interaction),
    ]);
  }
}
