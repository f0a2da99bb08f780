import { expect, type Page } from "@playwright/test";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { mailWith } from "./mails";
import { labelled, wordsOf } from "./words";

interface Arriving {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}
type Look = (page: Page) => Promise<void>;
const noLook: Look = () => Promise.resolve();

export const h1 = (page: Page) => page.getByRole("heading", { level: 1 });

/** The first screen: reads the terms of use and accepts them. */
export async function acceptTerms(page: Page, locale: Locale, look = noLook): Promise<void> {
  const t = wordsOf(locale);
  await expect(h1(page)).toHaveText(t("welcome.terms.title"));
  await look(page);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: t("welcome.terms.button") }).click();
}

/** The second screen: who they are and where they are written to. */
export async function introduceOneself(
  page: Page,
  locale: Locale,
  { email, firstName, lastName }: Arriving,
  look = noLook,
): Promise<void> {
  const t = wordsOf(locale);
  const box = (label: string) => page.getByRole("textbox", { name: labelled(label) });
  await expect(h1(page)).toHaveText(t("welcome.profile.title"));
  await look(page);
  await box(t("account.email.label")).fill(email);
  await box(t("account.details.firstName")).fill(firstName);
  await box(t("account.details.lastName")).fill(lastName);
  await page.getByRole("radio", { name: t(`account.details.languages.${locale}`) }).check();
  await page.getByRole("button", { name: t("welcome.profile.button") }).click();
}

/** The link of the newest message to an address, as a path; not one of those already known. */
export async function linkFor(
  email: string,
  locale: Locale,
  known: readonly string[] = [],
): Promise<string> {
  const subject = wordsOf(locale)("mail.people.confirmAddress.subject");
  let link = "";
  await expect
    .poll(
      async () => {
        const { text } = await mailWith(email, subject);
        link = /\/(?:en\/confirm|fr\/confirmer)\/[\w-]+/.exec(text ?? "")?.[0] ?? "";
        return link !== "" && !known.includes(link);
      },
      { message: `a new link for ${email}`, timeout: 30_000, intervals: [100] },
    )
    .toBe(true);
  expect(link.startsWith(`/${locale}/`), `${link} at ${env().PORTAL_URL}`).toBe(true);
  return link;
}

/** Opens a mailed link and presses its button. */
export async function pressLink(page: Page, locale: Locale, link: string, look = noLook) {
  const t = wordsOf(locale);
  await page.goto(link);
  await expect(h1(page)).toHaveText(t("confirm.open.title"));
  await look(page);
  await page.getByRole("button", { name: t("confirm.open.button") }).click();
}

/** The whole way of somebody who has just signed in for the first time. */
export async function arrive(page: Page, locale: Locale, arriving: Arriving, look = noLook) {
  await acceptTerms(page, locale, look);
  await introduceOneself(page, locale, arriving, look);
  await expect(h1(page)).toHaveText(wordsOf(locale)("welcome.email.title"));
  await look(page);
  await pressLink(page, locale, await linkFor(arriving.email, locale), look);
}
