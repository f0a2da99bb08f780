import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Database } from "@/gckey/database";
import { answersKey, questions, type Answers, type Question } from "@/gckey/rules/answers";
import type { SecretKeys } from "@/gckey/secret-keys";

export type Language = "en" | "fr";

export type Account = {
  id: string;
  userName: string;
  /** Where codes and notices go; whoever uses an authenticator app may have none. */
  email: string | null;
  language: Language;
  factor: "email" | "totp";
};

/** Argon2id is the library's default. OWASP's first recommendation: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const slowHash = (text: string) => hash(text, cost);

// Compared when there is nothing to compare with, so that both take one verification of the same cost.
const nobodysHash = slowHash(randomUUID());

const matches = async (stored: string | null | undefined, text: string) => {
  const right = await verify(stored ?? (await nobodysHash), text);
  return right && !!stored;
};

/** The form in which user names are compared. */
export function userNameKey(userName: string): string {
  return userName.normalize("NFKC").trim().toLowerCase();
}

type Row = {
  id: string;
  user_name: string;
  email: string | null;
  language: Language;
  factor: Account["factor"];
  password_hash: string;
  totp_secret: Buffer | null;
  totp_last_step: string | null;
  recovery_question: Question | null;
  recovery_hash: string | null;
  person_hint: string | null;
  date_hint: string | null;
};

function toAccount(row: Row): Account {
  const { id, user_name: userName, email, language, factor } = row;
  return { id, userName, email, language, factor };
}

export type RecoveryQuestion = { question: Question; personHint: string; dateHint: string };

// What people write; shown for user names that have nothing else to show.
const likelyHints = ["", "", "Family", "ma voisine", "grade 4", "school", "travail", "le chalet"];
const likelyDateHints = ["", "", "wedding", "le grand jour", "the move", "notre voyage", "summer"];

/** Accounts that can sign in. A revoked one is as if it did not exist, but for its user name. */
export class Accounts {
  readonly #database: Database;
  readonly #keys: SecretKeys;

  constructor(database: Database, keys: SecretKeys) {
    this.#database = database;
    this.#keys = keys;
  }

  async #row(column: "id" | "user_name_key", value: string): Promise<Row | undefined> {
    const { rows } = await this.#database.query<Row>(
      `SELECT * FROM account WHERE ${column} = $1 AND revoked_at IS NULL`,
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
    const right = await matches(row?.password_hash, password);
    return row && right ? toAccount(row) : undefined;
  }

  /** Whether nobody has, or ever had, this user name. */
  async isFree(userName: string): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      "SELECT 1 FROM account WHERE user_name_key = $1",
      [userNameKey(userName)],
    );
    return rowCount === 0;
  }

  /**
   * The recovery question of a user name, and its hints. One that is unknown, or never chose a question,
   * gets a plausible one, always the same, so that nobody learns which user names exist.
   */
  async recoveryQuestion(userName: string): Promise<RecoveryQuestion> {
    const key = userNameKey(userName);
    const row = await this.#row("user_name_key", key);
    const likely = <T>(purpose: string, list: readonly [T, ...T[]] | readonly T[]): T => {
      const figure = Buffer.from(
        this.#keys.hash("likely", purpose, key),
        "base64url",
      ).readUInt32BE();
      return list[figure % list.length] as T;
    };
    const made = {
      question: likely("question", questions),
      personHint: likely("person", likelyHints),
      dateHint: likely("date", likelyDateHints),
    };
    if (!row?.recovery_question) return made;
    return {
      question: row.recovery_question,
      personHint: row.person_hint ?? "",
      dateHint: row.date_hint ?? "",
    };
  }

  /** The account, if these are its recovery answers. One path for all, as with passwords. */
  async findByAnswers(userName: string, answers: Answers): Promise<Account | undefined> {
    const row = await this.#row("user_name_key", userNameKey(userName));
    const right = await matches(row?.recovery_hash, answersKey(answers));
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

  /** Uses up a recovery code; false when it is none of the account's, or was used before. */
  async useRecoveryCode(id: string, code: string): Promise<boolean> {
    const { rowCount } = await this.#database.query(
      `UPDATE recovery_code SET used_at = now()
        WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL`,
      [id, this.#keys.hash("recovery code", id, code)],
    );
    return rowCount === 1;
  }

  async recoveryCodesLeft(id: string): Promise<number> {
    const { rowCount } = await this.#database.query(
      "SELECT 1 FROM recovery_code WHERE account_id = $1 AND used_at IS NULL",
      [id],
    );
    return rowCount ?? 0;
  }
}
