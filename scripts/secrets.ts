import { randomBytes, randomInt } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { demonstrationEmail, demonstrationPeople } from "./demonstration-people";
import { readJson, writePrivateJson } from "./private-file";

const person = z.object({
  userName: z.string(),
  password: z.string(),
  email: z.string(),
  language: z.enum(["en", "fr"]),
  factor: z.enum(["email", "totp"]),
  totpSecret: z.string().optional(),
});

const schema = z.object({
  authSecret: z.string(),
  outboxApiKey: z.string(),
  gckey: z.object({
    clientId: z.string(),
    clientSecret: z.string(),
    cookieKeys: z.array(z.string()),
    pairwiseSalt: z.string(),
  }),
  demonstration: z.object({ people: z.array(person) }),
});

export type Secrets = z.infer<typeof schema>;

const random = () => randomBytes(32).toString("base64url");
const pick = (letters: string, length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
/**
 * Four groups of two letters and a digit that cannot be mistaken for one another: 48 bits. It keeps the
 * credential provider's rules: 15 characters of each kind, and no three in a row as in a user name.
 */
const readablePassword = () => {
  const letters = "abcdefghjkmnpqrstuvwxyz";
  const group = (first = letters) => pick(first, 1) + pick(letters, 1) + pick("23456789", 1);
  return [group(letters.toUpperCase()), group(), group(), group()].join("-");
};
/** 160 bits, as RFC 4226 recommends. */
const authenticatorSecret = () => pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32);

function newSecrets(): Secrets {
  return {
    authSecret: random(),
    outboxApiKey: `re_${random()}`,
    gckey: {
      clientId: "kimberley-portal",
      clientSecret: random(),
      cookieKeys: [random()],
      pairwiseSalt: random(),
    },
    demonstration: {
      people: demonstrationPeople.map(({ userName, language, factor }) => ({
        userName,
        password: readablePassword(),
        email: demonstrationEmail(userName),
        language,
        factor,
        ...(factor === "totp" ? { totpSecret: authenticatorSecret() } : {}),
      })),
    },
  };
}

export const secretsFile = (dataFolder: string) => path.join(dataFolder, "secrets.json");

/** The private file's content, or undefined before the first start. */
export function findSecrets(dataFolder: string): Secrets | undefined {
  const content = readJson(secretsFile(dataFolder));
  if (content === undefined) return undefined;
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join(".") ?? "";
  throw new Error(`${secretsFile(dataFolder)} is damaged at «${where}». Restore it from a backup.`);
}

/** The private file's content; at the first start, new random values are written to it. */
export function ensureSecrets(dataFolder: string): Secrets {
  const found = findSecrets(dataFolder);
  if (found) return found;
  const secrets = newSecrets();
  writePrivateJson(secretsFile(dataFolder), secrets);
  return secrets;
}
