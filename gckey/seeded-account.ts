import { randomUUID } from "node:crypto";
import { verify } from "@node-rs/argon2";
import type { AccountChanges } from "@/gckey/account-changes";
import { slowHash, userNameKey, type Account } from "@/gckey/accounts";
import type { Database } from "@/gckey/database";
import type { SecretKeys } from "@/gckey/secret-keys";
import type { RecoveryAnswers } from "@/gckey/visits/state";

export type SeededAccount = Omit<Account, "id"> & {
  password: string;
  totpSecret?: string | undefined;
  recovery?: RecoveryAnswers | undefined;
  recoveryCodes?: string[] | undefined;
};

/** Makes the account, or changes it to be as given; its id stays. Gives the id. */
export async function saveSeeded(
  database: Database,
  keys: SecretKeys,
  changes: AccountChanges,
  wanted: SeededAccount,
): Promise<string> {
  const key = userNameKey(wanted.userName);
  const { rows: before } = await database.query<{ password_hash: string }>(
    "SELECT password_hash FROM account WHERE user_name_key = $1",
    [key],
  );
  const kept = before[0]?.password_hash;
  const same = kept !== undefined && (await verify(kept, wanted.password));
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO account (id, user_name, user_name_key, password_hash, email, language, factor, totp_secret)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (user_name_key) DO UPDATE SET user_name = excluded.user_name,
       password_hash = excluded.password_hash, email = excluded.email,
       language = excluded.language, factor = excluded.factor, totp_secret = excluded.totp_secret
     RETURNING id`,
    [
      randomUUID(),
      wanted.userName,
      key,
      same ? kept : await slowHash(wanted.password),
      wanted.email,
      wanted.language,
      wanted.factor,
      wanted.totpSecret ? keys.seal(wanted.totpSecret) : null,
    ],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error("The account was not written.");
  if (wanted.recovery) await changes.setRecovery(id, wanted.recovery);
  if (wanted.recoveryCodes) await changes.replaceRecoveryCodes(id, wanted.recoveryCodes);
  return id;
}
