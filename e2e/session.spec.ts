import type { BrowserContext } from "@playwright/test";
import { textsOf } from "@/gckey/texts";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { newPerson } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { arrive } from "./support/arrival";
import { newCredentials } from "./support/credentials";
import { signIn } from "./support/sign-in";
import { wordsOf } from "./support/words";

const agoBy = (seconds: number) => new Date(Date.now() - seconds * 1000);

test("a session ends when nobody was there, and the reader comes back to the page they wanted", async ({
  openFor,
}) => {
  const t = wordsOf("en");
  const somebody = await newPerson();
  const page = await openFor(somebody);
  const of = { where: { userId: somebody.userId } };
  const idle = env().SESSION_IDLE_SECONDS;

  await db().session.updateMany({ ...of, data: { lastSeenAt: agoBy(idle - 30) } });
  await page.goto("/en/profile/new");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("profile.newTitle"));
  // That was activity: the limit counts from here again.
  const { lastSeenAt } = await db().session.findFirstOrThrow(of);
  expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(30_000);

  await db().session.updateMany({ ...of, data: { lastSeenAt: agoBy(idle + 1) } });
  await page.goto("/en/profile/new");
  await expect(page).toHaveURL("/en/sign-in?returnTo=%2Fen%2Fprofile%2Fnew");
  await expect(page.getByRole("heading", { name: t("signIn.needed.title") })).toBeVisible();
  await page.goto("/en/applications");
  await expect(page).toHaveURL(/\/en\/sign-in/);
});

test("a session ends at its absolute limit, however busy it is", async ({ openFor }) => {
  const somebody = await newPerson();
  const page = await openFor(somebody);
  await page.goto("/en/applications");
  await expect(page).toHaveURL("/en/applications");
  await db().session.updateMany({
    where: { userId: somebody.userId },
    data: { expires: agoBy(1), lastSeenAt: new Date() },
  });
  await page.goto("/en/applications");
  await expect(page).toHaveURL(/\/en\/sign-in/);
});

for (const locale of ["en", "fr"] as const) {
  test.describe(`signing out in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });

    test("ends the session at both ends", async ({ page, context }) => {
      const t = wordsOf(locale);
      const [credential] = await newCredentials({ language: locale, factor: "email" });
      if (!credential) throw new Error("no credential");
      await page.goto(locale === "en" ? "/en/sign-in" : "/fr/ouvrir-session");
      // Axe itself is a script.
      const look = locale === "en" ? expectAccessible : () => Promise.resolve();
      await signIn(page, locale, credential, look);
      const { email } = credential;
      await arrive(page, locale, { email, firstName: "Zoé", lastName: "Arrivée" });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("dashboard.title"));
      const before = await context.cookies();
      const { expires } = await db().session.findFirstOrThrow({
        where: {
          user: { accounts: { some: { providerAccountId: credential.subject } } },
        },
      });
      const most = Date.now() + env().SESSION_MAX_SECONDS * 1000;
      expect(expires.getTime()).toBeGreaterThan(most - 120_000);
      expect(expires.getTime()).toBeLessThanOrEqual(most);

      await page.getByRole("button", { name: t("frame.signOut") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("signedOut.title"));
      await look(page);

      await bringBack(context, before);
      await page.goto(locale === "en" ? "/en/applications" : "/fr/demandes");
      await expect(page).toHaveURL(locale === "en" ? /\/en\/sign-in/ : /\/fr\/ouvrir-session/);
      // The provider asks for the password again, also with its old cookies.
      await page.getByRole("button", { name: t("signIn.button") }).click();
      await expect(
        page.getByRole("textbox", { name: textsOf(locale).signIn.userName }),
      ).toBeVisible();
    });
  });
}

/** Puts old cookies back, as whoever copied them would. */
async function bringBack(
  context: BrowserContext,
  cookies: Awaited<ReturnType<BrowserContext["cookies"]>>,
) {
  await context.clearCookies();
  await context.addCookies(cookies);
}
