import { randomInt } from "node:crypto";

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const groups = 3;
const groupLength = 4;
export const recoveryCodeCount = 10;

const newCode = () =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join(""),
  ).join("-");

/** Ten codes of 59 bits, of letters and figures that cannot be mistaken for one another. */
export const newRecoveryCodes = () => Array.from({ length: recoveryCodeCount }, newCode);

/** A code as typed, in the form in which it was made; undefined when it cannot be one. */
export function typedRecoveryCode(text: string): string | undefined {
  const bare = text.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (bare.length !== groups * groupLength) return undefined;
  return bare.match(/.{4}/g)?.join("-");
}
