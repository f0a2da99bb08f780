import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Database } from "@/gckey/database";
import type { SecretKeys } from "@/gckey/secret-keys";

export type Language = "en" | "fr";

export type Account = {
  id: string;
  userName: string;
  email: string;
  language: Language;
  factor: "email" | "totp";
};

export type NewAccount = Omit<Account, "id"> & {
  password: string;
  totpSecret?: string | undefined;
};

// Argon2id is the library's default. OWASP's first recommendation: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Compared when the user name is unknown, so that both take one verification of the same cost.
const nobodysHash = hash(randomUUID(), cost);

/** The form in which user names are compared. */
export function userNameKey(userName: string): string {
  return userName.normalize("NFKC").trim().toLowerCase();
}

const columns =
  "id, user_name, email, language, factor, password_hash, totp_secret, totp_last_step";

type Row = {
  id: string;
  user_name: string;
  email: string;
  language: Language;
  factor: Account["factor"];
  password_hash: string;
  totp_secret: Buffer | null;
  totp_last_step: string | null;
};

function toAccount(row: Row): Account {
  const { id, user_name: userName, email, language, factor } = row;
  return { id, userName, email, language, factor };
}

export class Accounts {
  readonly #database: Database;
  readonly #keys: SecretKeys;

  constructor(database: Database, keys: SecretKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async #row(column: "id" | "user_name_key", value: string): Promise<Row | undefined> {
    const { rows } = await this.#database.query<Row>(
      `SELECT ${columns} FROM account WHERE ${column} = $1`,
      [value],
    );
    return rows[0];
  }

  async find(id: string): Promise<Account | undefined> {
    const row = await this.#row("id", id);
    return row && toAccount(row);
  }

  /** The account, if the password is its own. Unknown and known user names take the same path. */
  async findByPassword(userName: string, password: string): Promise<Account | undefined> {
    const row = await this.#row("user_name_key", userNameKey(userName));
    const right = await verify(row?.password_hash ?? (await nobodysHash), password);
    return row && right ? toAccount(row) : undefined;
  }

  /** The secret of the authenticator app and the newest step it was used for. */
  async authenticator(
    id: string,
  ): Promise<{ secret: string; lastStep: number | null } | undefined> {
    const row = await this.#row("id", id);
    if (!row?.totp_secret) return undefined;
    return {
      secret: this.#keys.open(row.totp_secret),
      lastStep: row.totp_last_step === null ? null : Number(row.totp_last_step),
    };
  }

  /** Marks a step of the authenticator app as used; false when it, or a newer one, was already. */
  async useStep(id: string, step: number): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `UPDATE account SET totp_last_step = $2
        WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)`,
      [id, step],
    );
    return rowCount === 1;
  }

  /** Makes the account, or changes it to be as given; its id stays. */
  async save(wanted: NewAccount): Promise<Account> {
    const key = userNameKey(wanted.userName);
    const before = await this.#row("user_name_key", key);
    const samePassword = before && (await verify(before.password_hash, wanted.password));
    const { rows } = await this.#database.query<Row>(
      `INSERT INTO account (id, user_name, user_name_key, password_hash, email, language, factor, totp_secret)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (user_name_key) DO UPDATE SET user_name = excluded.user_name,
         password_hash = excluded.password_hash, email = excluded.email,
         language = excluded.language, factor = excluded.factor, totp_secret = excluded.totp_secret
       RETURNING ${columns}`,
      [
        randomUUID(),
        wanted.userName,
        key,
        samePassword ? before.password_hash : await hash(wanted.password, cost),
        wanted.email,
        wanted.language,
        wanted.factor,
        wanted.totpSecret ? this.#keys.seal(wanted.totpSecret) : null,
      ],
    );
    const [row] = rows;
    if (!row) throw new Error("The account was not written.");
    return toAccount(row);
  }
}
