import type { Page } from "@playwright/test";
import { textsOf } from "@/gckey/texts";
import type { Locale } from "@/lib/i18n/routing";
import { env } from "@/lib/env";
import { expect, expectAccessible, test } from "./fixtures";
import { type Credential, newCredentials, newPassword } from "./support/credentials";
import {
  aMinuteLater,
  expectSaid,
  expectSignedIn,
  expectTitle,
  fill,
  fillPassword,
  type Look,
  press,
  recoveryAnswers,
  toProvider,
} from "./support/gckey";
import { mailWith } from "./support/mails";
import { codeOf } from "./support/sign-in";

const codes = ["aaaa-bbbb-cccc", "dddd-eeee-ffff", "gggg-hhhh-jjjj"];

async function newCredential(language: Locale, factor: "email" | "totp"): Promise<Credential> {
  const [credential] = await newCredentials({
    language,
    factor,
    recovery: recoveryAnswers,
    recoveryCodes: codes,
  });
  if (!credential) throw new Error("no credential");
  return credential;
}

async function givePassword(page: Page, locale: Locale, userName: string, password: string) {
  const words = textsOf(locale).signIn;
  await fill(page, words.userName, userName);
  await fillPassword(page, words.password, password);
  await press(page, words.submit);
}

async function toAnswers(page: Page, locale: Locale, userName: string, look?: Look) {
  const text = textsOf(locale);
  await toProvider(page, locale);
  await press(page, text.signIn.forgotten);
  await expectTitle(page, text.recovery.forgotten.title);
  await look?.(page);
  await fill(page, text.signIn.userName, userName);
  await press(page, text.secondFactor.next);
  await expectTitle(page, text.recovery.answers.title);
}

async function giveAnswers(page: Page, locale: Locale, answer: string) {
  const text = textsOf(locale);
  const question = text.registration.questions.list[recoveryAnswers.question];
  await fill(page, question, answer);
  await fill(page, text.recovery.answers.person, "tante helene");
  await fill(page, text.recovery.answers.date, "1998/6/21");
  await press(page, text.secondFactor.next);
}

for (const { locale, factor, script } of [
  { locale: "en", factor: "email", script: true },
  { locale: "fr", factor: "totp", script: true },
  { locale: "en", factor: "totp", script: false },
  { locale: "fr", factor: "email", script: false },
] as const) {
  test.describe(`${locale}, ${factor}, ${script ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled: script });
    const look: Look = script ? expectAccessible : () => Promise.resolve();

    test("a forgotten password is replaced and leads into the portal", async ({
      page,
      context,
    }) => {
      const text = textsOf(locale);
      const { password } = text.registration;
      const credential = await newCredential(locale, factor);
      await toAnswers(page, locale, credential.userName, look);
      await look(page);
      await giveAnswers(page, locale, "Fido");
      await expectSaid(page, text.recovery.answers.wrong);
      await look(page);
      await giveAnswers(page, locale, "MEDOR");
      const { emailTitle, appTitle, label } = text.secondStep;
      await expectTitle(page, factor === "email" ? emailTitle : appTitle);
      await look(page);
      await fill(page, label, await codeOf(credential));
      await press(page, text.secondStep.submit);
      await expectTitle(page, text.recovery.newPasswordTitle);
      await look(page);
      const fresh = newPassword();
      await fillPassword(page, password.label, fresh);
      await fillPassword(page, password.confirm, fresh);
      await press(page, text.secondFactor.next);
      await expectTitle(page, text.recovery.recovered.title);
      await look(page);
      await mailWith(credential.email, text.account.changed.recovered);
      await press(page, text.secondFactor.next);
      await expectSignedIn(page, context);
    });

    test("a recovery code takes the place of the second factor, once", async ({
      page,
      context,
    }) => {
      const text = textsOf(locale);
      const words = text.secondStep;
      const { userName, password } = await newCredential(locale, factor);
      const useCode = async () => {
        await toProvider(page, locale);
        await givePassword(page, locale, userName, password);
        await press(page, words.useRecoveryCode);
        await expectTitle(page, words.recoveryTitle);
        await fill(page, words.recoveryLabel, "AAAA bbbb cccc");
        await look(page);
        await press(page, words.submit);
      };
      await useCode();
      await expectTitle(page, words.codesLeftTitle);
      await expect(page.getByText(words.codesLeft(2))).toBeVisible();
      await look(page);
      await press(page, words.submit);
      await expectSignedIn(page, context);
      await context.clearCookies();
      await useCode();
      await expectSaid(page, words.recoveryWrong);
      await look(page);
    });
  });
}

for (const { locale, script } of [
  { locale: "en", script: true },
  { locale: "fr", script: false },
] as const) {
  test.describe(`too many failures in ${locale}, ${script ? "with" : "without"} script`, () => {
    // A browser reports an answer of 429 in its console.
    test.use({ faultsExpected: true, javaScriptEnabled: script });

    test("lock each of the checks at the tenth", async ({ page, context }) => {
      const text = textsOf(locale);
      const credential = await newCredential(locale, "totp");
      const many = text.wait(15, "minutes").split(".")[0] ?? "";
      const { userName, password } = credential;
      const tenTimes = async (guess: () => Promise<void>) => {
        for (let tries = 0; tries < 10; tries++) {
          await guess();
          await expect(page.getByRole("alert")).not.toContainText(many);
          await aMinuteLater();
        }
      };
      const expectLocked = () => expect(page.getByRole("alert")).toContainText(many);

      await toAnswers(page, locale, userName);
      await tenTimes(() => giveAnswers(page, locale, "Fido"));
      await giveAnswers(page, locale, recoveryAnswers.answer);
      await expectLocked();
      if (script) await expectAccessible(page);

      await context.clearCookies();
      await toProvider(page, locale);
      await givePassword(page, locale, userName, password);
      await press(page, text.secondStep.useRecoveryCode);
      await tenTimes(async () => {
        await fill(page, text.secondStep.recoveryLabel, "zzzz-zzzz-zzzz");
        await press(page, text.secondStep.submit);
      });
      await fill(page, text.secondStep.recoveryLabel, codes[0] ?? "");
      await press(page, text.secondStep.submit);
      await expectLocked();
      await press(page, text.secondStep.useFactor);
      await fill(page, text.secondStep.label, await codeOf(credential));
      await press(page, text.secondStep.submit);
      await expectLocked();

      await context.clearCookies();
      await toProvider(page, locale);
      await tenTimes(() => givePassword(page, locale, userName, "Wrong-Horse7"));
      await givePassword(page, locale, userName, password);
      await expectLocked();
    });
  });
}

for (const locale of ["en", "fr"] as const) {
  test(`the pages to manage a GCKey in ${locale}`, async ({ page }) => {
    const text = textsOf(locale);
    const { account, secondFactor, registration } = text;
    const credential = await newCredential(locale, "totp");
    await toProvider(page, locale);
    await page.getByRole("link", { name: account.title }).click();
    await expectTitle(page, account.title);
    await expectAccessible(page);
    await givePassword(page, locale, credential.userName, credential.password);
    await fill(page, text.secondStep.label, await codeOf(credential));
    await press(page, text.secondStep.submit);
    await expect(page.getByText(account.never)).toBeVisible();
    await expectAccessible(page);

    // The app's code has been used; recovery codes prove each change.
    const prove = async (change: string, code: string) => {
      await press(page, change);
      await press(page, text.secondStep.useRecoveryCode);
      await fill(page, text.secondStep.recoveryLabel, code);
      await press(page, text.secondStep.submit);
    };
    await prove(account.changeFactor, codes[0] ?? "");
    await expectTitle(page, secondFactor.choice.title);
    await expectAccessible(page);
    await press(page, secondFactor.cancel);
    await prove(account.newCodes, codes[1] ?? "");
    await expectTitle(page, secondFactor.recoveryCodes.title);
    await expect(page.locator(".codes code")).toHaveCount(10);
    const [fresh = "", last = ""] = await page.locator(".codes code").allInnerTexts();
    await page.getByRole("checkbox", { name: secondFactor.recoveryCodes.saved }).check();
    await press(page, secondFactor.next);
    await expect(page.getByRole("status")).toHaveText(account.changed.recoveryCodes);
    await expectAccessible(page);
    await prove(account.changePassword, fresh);
    await expectTitle(page, account.newPassword);
    const password = newPassword();
    await fillPassword(page, registration.password.label, password);
    await fillPassword(page, registration.password.confirm, password);
    await press(page, secondFactor.next);
    await expect(page.getByRole("status")).toHaveText(account.changed.password);
    await mailWith(credential.email, account.changed.password);
    await prove(account.revoke, last);
    await expectTitle(page, account.revokePage.title);
    await expectAccessible(page);
    await press(page, account.revokePage.yes);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(text.revoked.title);
    await expectAccessible(page);
    await page.goto(env().PORTAL_URL);
    await toProvider(page, locale);
    await givePassword(page, locale, credential.userName, password);
    await expectSaid(page, text.signIn.wrong);
  });
}
