import { broken, type Rule } from "@/gckey/rules/rule";

export type PasswordRule = "length" | "apart" | "characters" | "lower" | "upper" | "digit";

const sharedLength = 3;

/** Matches what has no three characters in a row in common with the user name, in either case. */
function apartFrom(userName: string): RegExp {
  const letters = Array.from(userName.toLowerCase(), (one) =>
    one.replace(/[^a-z0-9]/g, String.raw`\$&`),
  );
  const parts = letters
    .slice(sharedLength - 1)
    .map((_, at) => letters.slice(at, at + sharedLength).join(""));
  return parts.length ? new RegExp(`^(?!.*(?:${[...new Set(parts)].join("|")}))`, "is") : /^/;
}

export const passwordRules = (userName: string): readonly Rule<PasswordRule>[] => [
  { name: "length", pattern: /^.{8,16}$/su },
  { name: "apart", pattern: apartFrom(userName) },
  { name: "characters", pattern: /^[!-~]*$/ },
  { name: "lower", pattern: /[a-z]/ },
  { name: "upper", pattern: /[A-Z]/ },
  { name: "digit", pattern: /[0-9]/ },
];

/** Those of the most used passwords that keep every rule above, in lower case and without what is put at the end. */
const common = [
  "password", "passw0rd", "p@ssw0rd", "p@ssword", "welcome", "qwerty", "qwertyuiop", "azerty",
  "azertyuiop", "abcdefgh", "abcd", "abc", "iloveyou", "jetaime", "monkey", "dragon", "football",
  "baseball", "hockey", "sunshine", "princess", "princesse", "letmein", "admin", "administrator",
  "login", "master", "superman", "batman", "trustno", "shadow", "michael", "jordan", "charlie",
  "canada", "quebec", "toronto", "montreal", "ottawa", "summer", "winter", "spring", "autumn",
  "printemps", "automne", "bonjour", "soleil", "motdepasse", "changeme", "secret", "test", "hello",
  "1q2w3e4r", "1qaz2wsx", "q1w2e3r4", "zaq12wsx", "gckey", "clegc", "diamond", "diamant", "kimberley",
]; // prettier-ignore

/** A well-known word, alone or followed by figures and signs: the first that anybody tries. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  return common.some(
    (word) => lower.startsWith(word) && /^[^a-z]*$/.test(lower.slice(word.length)),
  );
}

export const brokenPasswordRules = (password: string, userName: string) =>
  broken(passwordRules(userName), password);
