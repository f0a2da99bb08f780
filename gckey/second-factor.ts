import type { Account, Accounts } from "@/gckey/accounts";
import { checkAuthenticatorCode } from "@/gckey/authenticator-code";
import type { SignIns } from "@/gckey/sign-ins";

type Stores = { accounts: Accounts; signIns: SignIns };

/** Checks the six digits against the account's second factor and uses them up when they are right. */
export async function checkSecondFactor(
  { accounts, signIns }: Stores,
  account: Account,
  interaction: string,
  code: string,
): Promise<"right" | "wrong" | "replayed" | "gone"> {
  const now = new Date();
  if (account.factor === "email") {
    if (await signIns.useCode(interaction, code, now)) return "right";
    return (await signIns.awaitsCode(interaction, now)) ? "wrong" : "gone";
  }
  const authenticator = await accounts.authenticator(account.id);
  if (!authenticator) return "wrong";
  const check = checkAuthenticatorCode(code, authenticator, now);
  if (check.result !== "right") return check.result;
  // Of two browsers with the same code at once, one is first.
  return (await accounts.useStep(account.id, check.step)) ? "right" : "replayed";
}
