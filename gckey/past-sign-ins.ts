import type { Database } from "@/gckey/database";

export type Proof = "email" | "totp" | "recoveryCode";
export type PastSignIn = { at: Date; place: "portal" | "account"; proof: Proof };

/** When, where to and with which second factor an account signed in. */
export class PastSignIns {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(accountId: string, { place, proof }: Omit<PastSignIn, "at">): Promise<void> {
    await this.#database.query(
      "INSERT INTO past_sign_in (account_id, place, proof) VALUES ($1, $2, $3)",
      [accountId, place, proof],
    );
  }

  /** The newest first. */
  async list(accountId: string, most: number): Promise<PastSignIn[]> {
    const { rows } = await this.#database.query<PastSignIn>(
      "SELECT at, place, proof FROM past_sign_in WHERE account_id = $1 ORDER BY id DESC LIMIT $2",
      [accountId, most],
    );
    return rows;
  }
}
