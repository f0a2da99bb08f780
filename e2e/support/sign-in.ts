import { expect, type Page } from "@playwright/test";
import { textsOf } from "@/gckey/texts";
import type { Locale } from "@/lib/i18n/routing";
import { authenticatorCode } from "@/scripts/code";
import type { Credential } from "./credentials";
import { mailWith } from "./mails";
import { wordsOf } from "./words";

/** Signs in at the credential provider, from any of the portal's pages that asks for it. */
export async function signIn(
  page: Page,
  locale: Locale,
  credential: Credential,
  look: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const text = textsOf(locale);
  await page.getByRole("button", { name: wordsOf(locale)("signIn.button") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(text.signIn.title);
  await look(page);
  await page.getByRole("textbox", { name: text.signIn.userName }).fill(credential.userName);
  // A password field has no role.
  await page.getByLabel(text.signIn.password).fill(credential.password);
  await page.getByRole("button", { name: text.signIn.submit, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    credential.factor === "email" ? text.secondStep.emailTitle : text.secondStep.appTitle,
  );
  await look(page);
  await page.getByRole("textbox", { name: text.secondStep.label }).fill(await codeOf(credential));
  await page.getByRole("button", { name: text.secondStep.submit, exact: true }).click();
}

/** The code of the second step. */
export async function codeOf({ factor, totpSecret, email }: Credential): Promise<string> {
  if (factor === "totp") return authenticatorCode(totpSecret ?? "", Date.now()).code;
  const { subject, text } = await mailWith(email);
  return /\b\d{6}\b/.exec(`${text ?? ""} ${subject}`)?.[0] ?? "";
}
