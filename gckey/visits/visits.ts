import type { Database } from "@/gckey/database";
import { codeMilliseconds, type Sending } from "@/gckey/emailed-code";
import type { SecretKeys } from "@/gckey/secret-keys";
import type { State } from "@/gckey/visits/state";

type Row = {
  state: Buffer;
  codes_sent: number;
  last_sent_at: Date | null;
};

export type Kept = { state: State } & Sending;

/** What readers have done so far, each under the key of an interaction or of an account session. */
export class Visits {
  readonly #database: Database;
  readonly #keys: SecretKeys;

  constructor(database: Database, keys: SecretKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  #id(key: string): string {
    return this.#keys.hash("visit", key);
  }

  async find(key: string): Promise<Kept | undefined> {
    const { rows } = await this.#database.query<Row>(
      `SELECT state, codes_sent, last_sent_at FROM visit
        WHERE key_hash = $1 AND expires_at > now()`,
      [this.#id(key)],
    );
    const [row] = rows;
    return (
      row && {
        state: JSON.parse(this.#keys.open(row.state)) as State,
        sent: row.codes_sent,
        lastAt: row.last_sent_at,
      }
    );
  }

  async save(key: string, state: State, seconds: number): Promise<void> {
    await this.#database.query(
      `INSERT INTO visit (key_hash, state, account_id, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4))
       ON CONFLICT (key_hash) DO UPDATE SET state = excluded.state,
         account_id = excluded.account_id, expires_at = excluded.expires_at`,
      [this.#id(key), this.#keys.seal(JSON.stringify(state)), state.accountId ?? null, seconds],
    );
  }

  /** Keeps what is there for as long again. */
  async touch(key: string, seconds: number): Promise<void> {
    await this.#database.query(
      `UPDATE visit SET expires_at = now() + make_interval(secs => $2)
        WHERE key_hash = $1 AND expires_at > now()`,
      [this.#id(key), seconds],
    );
  }

  /** Keeps the hash of a code about to be sent; the code before it stops working. */
  async keepCode(key: string, email: string, code: string, now: Date): Promise<void> {
    await this.#database.query(
      `UPDATE visit SET code_hash = $2, code_expires_at = $3, last_sent_at = $4, codes_sent = codes_sent + 1
        WHERE key_hash = $1`,
      [
        this.#id(key),
        this.#keys.hash("code", key, email, code),
        new Date(now.getTime() + codeMilliseconds),
        now,
      ],
    );
  }

  /** Uses up the code: true at most once for each code sent, for the address it was sent to. */
  async useCode(key: string, email: string, code: string, now: Date): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `UPDATE visit SET code_hash = NULL, codes_sent = 0, last_sent_at = NULL
        WHERE key_hash = $1 AND code_hash = $2 AND code_expires_at > $3`,
      [this.#id(key), this.#keys.hash("code", key, email, code), now],
    );
    return rowCount === 1;
  }

  /** Whether a code was sent that still waits for its answer. */
  async awaitsCode(key: string, now: Date): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      "SELECT 1 FROM visit WHERE key_hash = $1 AND code_hash IS NOT NULL AND code_expires_at > $2",
      [this.#id(key), now],
    );
    return rowCount === 1;
  }

  async end(key: string): Promise<void> {
    await this.#database.query("DELETE FROM visit WHERE key_hash = $1", [this.#id(key)]);
  }

  /** Ends everything that was begun for an account, but not the visit under `key`. */
  async endOthers(accountId: string, key: string): Promise<void> {
    await this.#database.query("DELETE FROM visit WHERE account_id = $1 AND key_hash <> $2", [
      accountId,
      this.#id(key),
    ]);
  }
}
