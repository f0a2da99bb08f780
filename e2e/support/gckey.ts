import { expect, type BrowserContext, type Page } from "@playwright/test";
import { seedConfiguration } from "@/gckey/configuration";
import { openDatabase } from "@/gckey/database";
import { SecretKeys } from "@/gckey/secret-keys";
import type { RecoveryAnswers } from "@/gckey/visits/state";
import { textsOf } from "@/gckey/texts";
import { findSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { authenticatorCode } from "@/scripts/code";
import { mailWith } from "./mails";
import { labelled, wordsOf } from "./words";

/** Looks at a page: axe where the browser has script, nothing where it has none. */
export type Look = (page: Page) => Promise<void>;

export const recoveryAnswers: RecoveryAnswers = {
  question: "firstPet",
  answer: "Médor",
  person: "Tante Hélène",
  personHint: "maman's sister",
  date: "1998-06-21",
  dateHint: "the move",
};

export const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

export const fill = (page: Page, label: string, value: string) =>
  page.getByRole("textbox", { name: labelled(label) }).fill(value);

/** A password field has no role. */
export const fillPassword = (page: Page, label: string, value: string) =>
  page.getByLabel(labelled(label)).fill(value);

export const expectTitle = (page: Page, title: string) =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

/** The sentence stands beside the field and, as a link to it, in the summary. */
export async function expectSaid(page: Page, ...sentences: string[]): Promise<void> {
  await expect(page).toHaveTitle(/^(Error: |Erreur\s: )/);
  for (const sentence of sentences) {
    await expect(page.getByRole("alert").getByRole("link", { name: sentence })).toBeVisible();
    await expect(page.locator("form .error", { hasText: sentence })).toBeVisible();
  }
}

/** From the portal's sign-in page to the provider's. */
export async function toProvider(page: Page, locale: Locale): Promise<void> {
  await page.goto(locale === "en" ? "/en/sign-in" : "/fr/ouvrir-session");
  await page.getByRole("button", { name: wordsOf(locale)("signIn.button") }).click();
  await expectTitle(page, textsOf(locale).signIn.title);
}

/** Back in the portal, with a session there. */
export async function expectSignedIn(page: Page, context: BrowserContext): Promise<void> {
  await expect(page).toHaveURL((url) => url.origin === env().PORTAL_URL);
  const { port } = new URL(env().PORTAL_URL);
  const token = (await context.cookies()).find(({ name }) => name === `kp-${port}-session`)?.value;
  expect(await findSession(token ?? "")).not.toBeNull();
}

/** The code that the app with the key on the page shows. */
export async function codeForKeyOn(page: Page): Promise<{ key: string; code: string }> {
  const key = (await page.locator(".key code").innerText()).replaceAll(" ", "");
  return { key, code: authenticatorCode(key, Date.now()).code };
}

export async function mailedCode(email: string, ...parts: string[]): Promise<string> {
  const { text } = await mailWith(email, ...parts);
  return /\b\d{6}\b/.exec(text ?? "")?.[0] ?? "";
}

export async function fillQuestions(page: Page, locale: Locale): Promise<void> {
  const words = textsOf(locale).registration.questions;
  const { question, answer, person, personHint, date, dateHint } = recoveryAnswers;
  await page
    .getByRole("combobox", { name: labelled(words.question) })
    .selectOption(words.list[question]);
  await fill(page, words.answer, answer);
  await page.getByRole("textbox", { name: labelled(words.person) }).fill(person);
  await fill(page, words.personHint, personHint);
  await fill(page, words.date, date);
  await fill(page, words.dateHint, dateHint);
}

/**
 * As if a minute had passed since the last try of everybody. The network address, which all tests have in
 * common, is forgiven what the others did.
 */
export async function aMinuteLater(): Promise<void> {
  const { databaseUrl, secrets } = seedConfiguration(process.env);
  const keys = new SecretKeys(secrets.pairwiseSalt);
  const address = ["127.0.0.1", "::ffff:127.0.0.1", "::1"].map((each) =>
    keys.hash("attempt", "address", each),
  );
  const database = openDatabase(databaseUrl);
  // Locked in the provider's order, or its try for another test and this could wait for each other.
  await database.query(
    `UPDATE attempt SET last_at = last_at - interval '1 minute',
                        failures = CASE WHEN key_hash = ANY($1) THEN 0 ELSE failures END
      WHERE key_hash IN (SELECT key_hash FROM attempt ORDER BY key_hash FOR UPDATE)`,
    [address],
  );
  await database.end();
}
