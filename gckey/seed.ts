import { text } from "node:stream/consumers";
import { z } from "zod";
import { AccountChanges } from "@/gckey/account-changes";
import { seedConfiguration } from "@/gckey/configuration";
import { migrate, openDatabase } from "@/gckey/database";
import { questions } from "@/gckey/rules/answers";
import { SecretKeys } from "@/gckey/secret-keys";
import { saveSeeded } from "@/gckey/seeded-account";

const recovery = z.object({
  question: z.enum(questions),
  answer: z.string(),
  person: z.string(),
  personHint: z.string(),
  date: z.iso.date(),
  dateHint: z.string(),
});

const people = z.array(
  z
    .object({
      userName: z.string().min(1).max(100),
      password: z.string().min(8).max(200),
      email: z.email(),
      language: z.enum(["en", "fr"]),
      factor: z.enum(["email", "totp"]),
      totpSecret: z
        .string()
        .regex(/^[A-Z2-7]{16,}=*$/)
        .optional(),
      recovery: recovery.optional(),
      recoveryCodes: z.array(z.string()).optional(),
    })
    .refine((person) => person.factor !== "totp" || person.totpSecret, {
      error: "an authenticator app needs a totpSecret",
    }),
);

/**
 * Makes accounts, or changes them to be as given. Reads a JSON list of people on its input and
 * prints the subjects under which the portal will know them.
 */
async function seed(): Promise<void> {
  const { databaseUrl, secrets } = seedConfiguration(process.env);
  const wanted = people.parse(JSON.parse(await text(process.stdin)));
  const database = openDatabase(databaseUrl);
  try {
    await migrate(database);
    const keys = new SecretKeys(secrets.pairwiseSalt);
    const changes = new AccountChanges(database, keys);
    const subjects: { userName: string; subject: string }[] = [];
    for (const person of wanted) {
      const id = await saveSeeded(database, keys, changes, person);
      const { userName } = person;
      subjects.push({ userName, subject: keys.pairwiseSubject(secrets.clientId, id) });
    }
    process.stdout.write(`${JSON.stringify(subjects)}\n`);
  } finally {
    await database.end();
  }
}

try {
  await seed();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
