import { randomInt } from "node:crypto";
import { z } from "zod";
import type { RecoveryAnswers } from "@/gckey/visits/state";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/routing";
import type { OfficerRole } from "@/prisma/generated/enums";
import { runSeed } from "@/scripts/stack/seed";
import { acceptNewestTerms } from "@/prisma/seed/accept-newest-terms";
import { giveRoles } from "@/prisma/seed/give-roles";

/** A brand-new credential at the embedded provider. */
export interface Credential {
  readonly userName: string;
  readonly password: string;
  readonly email: string;
  readonly language: Locale;
  readonly factor: "email" | "totp";
  readonly totpSecret?: string;
  /** Under which the portal knows it. */
  readonly subject: string;
}

interface Recovery {
  readonly recovery?: RecoveryAnswers;
  readonly recoveryCodes?: readonly string[];
}

const seeded = z.array(z.object({ userName: z.string(), subject: z.string() }));
const pick = (letters: string, length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join("");

/** One that nobody has, and a password that goes with it: both keep the provider's rules. */
export const newUserName = () => `person${pick("abcdefghijklmnopqrstuvwxyz", 10)}`;
export const newPassword = () => `Qz-${pick("0123456789", 12)}`;

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** Makes credentials with the provider's own seed, in one run. */
export async function newCredentials(
  ...wanted: readonly (Pick<Credential, "language" | "factor"> & Recovery)[]
): Promise<Credential[]> {
  const people = wanted.map(({ language, factor, ...recovery }) => {
    const userName = newUserName();
    const totpSecret = pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32);
    return {
      userName,
      password: newPassword(),
      email: `${userName}@test.example`,
      language,
      factor,
      ...recovery,
      ...(factor === "totp" ? { totpSecret } : {}),
    };
  });
  const output = await runSeed(
    "gckey/seed.ts",
    {
      GCKEY_DATABASE_URL: given("GCKEY_DATABASE_URL"),
      GCKEY_SECRETS: given("GCKEY_SECRETS"),
    },
    people,
  );
  const subjects = seeded.parse(JSON.parse(output));
  return people.map((person) => {
    const subject = subjects.find(({ userName }) => userName === person.userName)?.subject;
    if (!subject) throw new Error(`${person.userName} was not made`);
    return { ...person, subject };
  });
}

/** Makes the person of the office to whom a credential belongs. */
export async function newOfficerFor(
  { subject, language, email }: Credential,
  ...roles: OfficerRole[]
): Promise<{ userId: string; name: string }> {
  const lastName = `Tremblay ${subject.slice(0, 6)}`;
  const { id } = await db().user.create({
    data: {
      firstName: "Odile",
      lastName,
      title: "Director, Kimberley Process Office",
      titleFr: "Directrice, Bureau du Processus de Kimberley",
      email,
      emailVerified: new Date(),
      language,
      accounts: { create: { provider: "gckey", providerAccountId: subject, type: "oidc" } },
    },
    select: { id: true },
  });
  await giveRoles(id, roles);
  await acceptNewestTerms(id);
  return { userId: id, name: `Odile ${lastName}` };
}
