import type { BrowserContext, Page } from "@playwright/test";
import { textsOf } from "@/gckey/texts";
import type { FactorChoice } from "@/gckey/visits/state";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { expect, expectAccessible, test } from "./fixtures";
import { newPassword, newUserName } from "./support/credentials";
import {
  codeForKeyOn,
  expectSaid,
  expectSignedIn,
  expectTitle,
  fill,
  fillPassword,
  fillQuestions,
  type Look,
  mailedCode,
  press,
  toProvider,
} from "./support/gckey";

const unseen: Look = () => Promise.resolve();

/** Up to the choice of the second factor. */
async function registerToChoice(page: Page, locale: Locale, userName: string, look = unseen) {
  const text = textsOf(locale);
  const { registration } = text;
  const { next } = text.secondFactor;
  await toProvider(page, locale);
  await look(page);
  await press(page, text.signIn.register);
  await expectTitle(page, registration.terms.title);
  await look(page);
  await press(page, registration.terms.accept);
  await expectTitle(page, registration.userName.title);
  await look(page);
  await fill(page, registration.userName.label, userName);
  await press(page, next);
  await expectTitle(page, registration.password.title);
  await look(page);
  const password = newPassword();
  await fillPassword(page, registration.password.label, password);
  await fillPassword(page, registration.password.confirm, password);
  await press(page, next);
  await expectTitle(page, registration.questions.title);
  await look(page);
  await fillQuestions(page, locale);
  await press(page, next);
  await expectTitle(page, registration.welcome.title);
  await look(page);
  await press(page, next);
  await expectTitle(page, text.secondFactor.choice.title);
  await look(page);
}

async function setUp(
  page: Page,
  locale: Locale,
  choice: FactorChoice,
  email: string,
  look = unseen,
) {
  const text = textsOf(locale);
  const words = text.secondFactor;
  await page.getByRole("radio", { name: words.choice.names[choice] }).check();
  await press(page, words.next);
  await expectTitle(page, words.terms.titles[choice]);
  await look(page);
  await press(page, text.registration.terms.accept);
  if (choice === "email") {
    await expectTitle(page, words.emailAddress.title);
    await look(page);
    await fill(page, words.emailAddress.label, email);
    await press(page, words.next);
    await expectTitle(page, words.emailCode.title);
    await look(page);
    await fill(page, text.secondStep.label, await mailedCode(email));
  } else {
    await expectTitle(page, words.authenticator.title);
    await expect(page.getByRole("img", { name: words.authenticator.picture })).toBeVisible();
    await look(page);
    await fill(page, words.authenticator.label, (await codeForKeyOn(page)).code);
  }
  await press(page, words.next);
}

async function saveCodes(page: Page, locale: Locale, look = unseen) {
  const words = textsOf(locale).secondFactor;
  await expectTitle(page, words.recoveryCodes.title);
  await look(page);
  await expect(page.locator(".codes code")).toHaveCount(10);
  const codes = await page.locator(".codes code").allInnerTexts();
  expect(new Set(codes).size).toBe(10);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press(page, words.recoveryCodes.download),
  ]);
  expect(download.suggestedFilename()).toBe(words.recoveryCodes.file);
  await press(page, words.next);
  await expectSaid(page, words.recoveryCodes.savedMissing);
  await look(page);
  await page.getByRole("checkbox", { name: words.recoveryCodes.saved }).check();
  await press(page, words.next);
}

async function complete(
  page: Page,
  context: BrowserContext,
  locale: Locale,
  userName: string,
  look = unseen,
) {
  const text = textsOf(locale);
  await expectTitle(page, text.registration.completed.title);
  await expect(page.getByText(userName, { exact: true })).toBeVisible();
  await look(page);
  await press(page, text.secondFactor.next);
  await expectSignedIn(page, context);
}

/** Both languages, each with and without script. */
const ways = (["en", "fr"] as const).flatMap((locale) =>
  [true, false].map((script) => ({ locale, script })),
);
const visits = ways.flatMap((way) =>
  (["phone", "desktop", "email"] as const).map((choice) => ({ ...way, choice })),
);

for (const { locale, choice, script } of visits) {
  test.describe(`${locale}, ${choice}, ${script ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled: script });

    test("a new GCKey leads from the portal's sign-in back into the portal", async ({
      page,
      context,
    }) => {
      const userName = newUserName();
      // Axe is itself a script.
      const look = script ? expectAccessible : unseen;
      // The first pages are the same for all; one visit in each language looks at them.
      await registerToChoice(page, locale, userName, choice === "email" ? look : unseen);
      await setUp(page, locale, choice, `${userName}@test.example`, look);
      await saveCodes(page, locale, look);
      await complete(page, context, locale, userName, look);
    });
  });
}

for (const { locale, script } of ways) {
  test.describe(`refusals in ${locale}, ${script ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled: script });

    test("every rule has its own message, beside its field and in the summary", async ({
      page,
    }) => {
      const text = textsOf(locale);
      const { registration, secondFactor } = text;
      const { userName: name, password, questions } = registration;
      const next = () => press(page, secondFactor.next);
      const look = script ? expectAccessible : unseen;
      await toProvider(page, locale);
      await press(page, text.signIn.register);
      await press(page, registration.terms.accept);

      await next();
      await expectSaid(page, name.missing);
      await fill(page, name.label, "é%1234567890");
      await next();
      await expectSaid(page, name.broken.characters, name.broken.digits);
      await fill(page, name.label, "abc%");
      await next();
      await expectSaid(page, name.broken.length, name.broken.characters);
      await fill(page, name.label, "mayaokafor");
      await next();
      await expectSaid(page, name.taken);
      await look(page);
      const mine = newUserName();
      await fill(page, name.label, mine);
      await next();

      const type = async (one: string, two: string) => {
        await fillPassword(page, password.label, one);
        await fillPassword(page, password.confirm, two);
        await next();
      };
      await next();
      await expectSaid(page, password.missing, password.confirmMissing);
      await type("é ", "x");
      const { length, characters, lower, upper, digit, apart } = password.broken;
      await expectSaid(page, length, characters, lower, upper, digit, password.different);
      await look(page);
      await type(`Z-9-${mine.slice(4, 7)}-z`, "x");
      await expectSaid(page, apart);
      await type("Password1", "Password1");
      await expectSaid(page, password.common);
      await expect(page.getByLabel(password.label)).toHaveValue("");
      const good = newPassword();
      await type(good, good);

      await next();
      await expectSaid(page, questions.questionMissing, questions.brokenAnswer.missing);
      await expectSaid(page, questions.brokenPerson.missing, questions.dateMissing);
      await fill(page, questions.answer, "a%");
      await fill(page, questions.person, "b@");
      await fill(page, questions.personHint, "c!");
      await fill(page, questions.date, "1998-02-30");
      await fill(page, questions.dateHint, "d*");
      await next();
      const { brokenAnswer, brokenPerson, brokenPersonHint, brokenDateHint } = questions;
      await expectSaid(page, brokenAnswer.short, brokenAnswer.characters);
      await expectSaid(page, brokenPerson.short, brokenPerson.characters);
      await expectSaid(page, brokenPersonHint.short, brokenPersonHint.characters);
      await expectSaid(page, brokenDateHint.short, brokenDateHint.characters, questions.dateWrong);
      await look(page);
      await fillQuestions(page, locale);
      await fill(page, questions.personHint, "TANTE helene");
      await fill(page, questions.dateHint, "1998, 06, 21");
      await next();
      await expectSaid(page, brokenPersonHint.givesAway, brokenDateHint.givesAway);
      await fillQuestions(page, locale);
      // The other language shows the same page with what was typed.
      const other = textsOf(locale === "en" ? "fr" : "en");
      await press(page, locale === "en" ? "Français" : "English");
      await expectTitle(page, other.registration.questions.title);
      await expect(
        page.getByRole("textbox", { name: other.registration.questions.answer }),
      ).toHaveValue("Médor");
      await press(page, locale === "en" ? "English" : "Français");
      await next();
      await next();

      await expectTitle(page, secondFactor.choice.title);
      await next();
      await expectSaid(page, secondFactor.choice.missing);
      await look(page);
      await page.getByRole("radio", { name: secondFactor.choice.names.email }).check();
      await next();
      await press(page, registration.terms.accept);
      await next();
      await expectSaid(page, secondFactor.emailAddress.missing);
      await press(page, secondFactor.back);
      await press(page, secondFactor.terms.back);
      await page.getByRole("radio", { name: secondFactor.choice.names.phone }).check();
      await next();
      await press(page, registration.terms.accept);
      await next();
      await expectSaid(page, text.secondStep.missing);
      await fill(page, secondFactor.authenticator.label, "000000");
      await next();
      await expectSaid(page, secondFactor.authenticator.wrong);
      await press(page, secondFactor.cancel);
      await expectTitle(page, text.signIn.title);
    });
  });
}

for (const locale of ["en", "fr"] as const) {
  test(`declining the terms in ${locale} leads back to the portal`, async ({ page }) => {
    const text = textsOf(locale);
    await toProvider(page, locale);
    await press(page, text.signIn.register);
    await press(page, text.registration.terms.decline);
    await expectTitle(page, text.registration.declined.title);
    await expectAccessible(page);
    await press(page, text.registration.declined.leave);
    await expect(page).toHaveURL((url) => url.origin === env().PORTAL_URL);
  });
}

test("the checklists follow the typing", async ({ page }) => {
  const text = textsOf("en");
  const { userName, password } = text.registration;
  await toProvider(page, "en");
  await press(page, text.signIn.register);
  await press(page, text.registration.terms.accept);
  const item = (words: string) => page.getByRole("listitem").filter({ hasText: words });
  const met = (words: string) => expect(item(words)).toHaveText(words + text.ruleMet);
  const open = (words: string) => expect(item(words)).toHaveText(words + text.ruleOpen);
  await open(userName.rules.length);
  await fill(page, userName.label, "Lihu1234");
  await met(userName.rules.length);
  await met(userName.rules.digits);
  await fill(page, userName.label, "Lihu12345678%");
  await open(userName.rules.digits);
  await open(userName.rules.characters);
  await fill(page, userName.label, "lihuabcd");
  await press(page, text.secondFactor.next);
  await fillPassword(page, password.label, "LIHU-12x");
  await open(password.rules.apart);
  await met(password.rules.length);
  await open(password.identical);
  await fillPassword(page, password.label, "Blue-Kettle7");
  await fillPassword(page, password.confirm, "Blue-Kettle7");
  for (const words of [...Object.values(password.rules), password.identical]) await met(words);
});
