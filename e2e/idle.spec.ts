import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { newExporter, newOfficer, newPerson } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { wordsOf } from "./support/words";

/* A session warns before it ends, one key extends it, and nothing typed is lost. */

const agoBy = (seconds: number) => new Date(Date.now() - seconds * 1000);
const idle = () => env().SESSION_IDLE_SECONDS;

const sessionOf = (userId: string) => db().session.findFirst({ where: { userId } });
const age = (userId: string, seconds: number) =>
  db().session.updateMany({ where: { userId }, data: { lastSeenAt: agoBy(seconds) } });

const panelOf = (page: Page, locale: Locale) =>
  page.frameLocator(`iframe[title="${wordsOf(locale)("session.title")}"]`);

/** The minutes pass for the style sheets of the page and of what is in its frame. */
async function pass(page: Page, milliseconds: number, frames = page.frames()) {
  for (const frame of frames) {
    await frame.evaluate((time) => {
      for (const animation of document.getAnimations()) animation.currentTime = time;
    }, milliseconds);
  }
}

/** What the frame shows has arrived, seen or not. */
const answered = (page: Page) =>
  expect
    .poll(() =>
      page.locator(".session-bar iframe").evaluate(({ contentDocument }: HTMLIFrameElement) => {
        return contentDocument?.readyState === "complete" && contentDocument.body.dataset["left"];
      }),
    )
    .toBeTruthy();

for (const locale of ["en", "fr"] as const) {
  const t = wordsOf(locale);
  const address = locale === "en" ? "/en/profile/new" : "/fr/profil/nouveau";
  const stay = t("session.soon.stay");

  test.describe(`in ${locale} without script`, () => {
    test.use({ javaScriptEnabled: false });

    test("the warning appears, extends and says what is true", async ({ openFor }) => {
      const { userId } = await newPerson();
      const page = await openFor({ userId });
      await page.goto(address);
      const panel = panelOf(page, locale);
      const button = panel.getByRole("button", { name: stay });
      await page.locator("[name='legalName']").fill("Typed & kept");
      await expect(button).toBeHidden();
      await expect(page.locator(".session-bar")).toBeHidden();

      await pass(page, (idle() - 100) * 1000);
      await expect(button).toBeVisible();
      await expect(panel.getByRole("heading", { name: t("session.over.title") })).toBeHidden();
      await age(userId, idle() - 100);
      await button.focus();
      await page.keyboard.press("Enter");
      await expect(
        panel.getByText(t("session.calm", { at: "#" }).split("#")[1] ?? ""),
      ).toBeVisible();
      await expect(button).toBeHidden();
      const { lastSeenAt } = (await sessionOf(userId)) ?? {};
      expect(Date.now() - (lastSeenAt?.getTime() ?? 0)).toBeLessThan(30_000);

      // It warns again before the new end, and then says that it is over.
      await pass(page, (idle() - 60) * 1000);
      await expect(button).toBeVisible();
      await pass(page, (idle() + 1) * 1000);
      await expect(panel.getByRole("heading", { name: t("session.over.title") })).toBeVisible();
      await expect(button).toBeHidden();
      await expect(page.locator("[name='legalName']")).toHaveValue("Typed & kept");
      await expect(page).toHaveURL(address);
    });

    test("a press that comes too late says so and loses nothing", async ({ openFor }) => {
      const { userId } = await newPerson();
      const page = await openFor({ userId });
      await page.goto(address);
      await page.locator("[name='legalName']").fill("Typed & kept");
      await pass(page, (idle() - 100) * 1000);
      await age(userId, idle() + 1);
      const panel = panelOf(page, locale);
      await panel.getByRole("button", { name: stay }).click();
      await expect(panel.getByRole("heading", { name: t("session.over.title") })).toBeVisible();
      await expect(panel.getByRole("link", { name: t("session.over.signIn") })).toBeVisible();
      expect(await sessionOf(userId)).toBeNull();
      await expect(page.locator("[name='legalName']")).toHaveValue("Typed & kept");
      await page.getByRole("main").getByRole("button").first().click();
      await expect(page).toHaveURL(locale === "en" ? /\/en\/sign-in/ : /\/fr\/ouvrir-session/);
    });
  });

  test.describe(`in ${locale} with script`, () => {
    test("the warning takes the focus, one key extends, and the focus comes back", async ({
      openFor,
    }) => {
      const { userId } = await newPerson();
      const page = await openFor({ userId });
      await page.clock.install();
      const asked: string[] = [];
      page.on("request", (request) => {
        if (request.url().includes("/api/auth/session?")) asked.push(request.method());
      });
      await page.goto(address);
      const field = page.locator("[name='legalName']");
      await field.fill("Typed & kept");
      await pass(page, (idle() + 100) * 1000, [page.mainFrame()]);
      const panel = panelOf(page, locale);
      const button = panel.getByRole("button", { name: stay });
      await expect(page.locator(".session-bar")).toBeHidden();
      expect(asked).toEqual([]);

      // Another tab has kept the session alive.
      await page.clock.runFor((idle() - 100) * 1000);
      await expect.poll(() => asked).toEqual(["GET"]);
      await answered(page);
      await expect(page.locator(".session-bar")).toBeHidden();
      await expect(field).toBeFocused();

      await age(userId, idle() - 100);
      const quiet = (await sessionOf(userId))?.lastSeenAt;
      await page.clock.runFor((idle() - 100) * 1000);
      await expect(button).toBeVisible();
      await expect(button).toBeFocused();
      // Asking was no activity.
      expect((await sessionOf(userId))?.lastSeenAt).toEqual(quiet);
      await expectAccessible(page);

      await page.keyboard.press("Space");
      await expect(page.locator(".session-bar")).toBeHidden();
      await expect(field).toBeFocused();
      await expect(field).toHaveValue("Typed & kept");
      const { lastSeenAt } = (await sessionOf(userId)) ?? {};
      expect(Date.now() - (lastSeenAt?.getTime() ?? 0)).toBeLessThan(30_000);

      // Nobody is there the next time.
      await age(userId, idle() - 60);
      await page.clock.runFor((idle() - 100) * 1000);
      await expect(button).toBeVisible();
      await age(userId, idle() + 1);
      await page.clock.runFor(70_000);
      await expect(panel.getByRole("heading", { name: t("session.over.title") })).toBeVisible();
      await expect(panel.getByRole("link", { name: t("session.over.signIn") })).toBeFocused();
      await expect(field).toHaveValue("Typed & kept");
      await expectAccessible(page);
    });
  });
}

test("at its longest a session says when it ends, and offers nothing that would not help", async ({
  openFor,
}) => {
  const { userId } = await newPerson();
  const page = await openFor({ userId });
  await db().session.updateMany({
    where: { userId },
    data: { expires: new Date(Date.now() + 100_000) },
  });
  await page.goto("/en/applications");
  const panel = panelOf(page, "en");
  const ends = panel
    .getByRole("alertdialog")
    .filter({ hasText: wordsOf("en")("session.soon.fixed") });
  await expect(ends).toBeVisible();
  await expect(
    page.getByRole("alert").filter({ hasText: wordsOf("en")("session.soon.fixed") }),
  ).toHaveCount(1);
  await expect(panel.getByRole("button")).toHaveCount(0);
  await expectAccessible(page);
});

test("everybody signed in is warned, on every kind of page, and nobody else", async ({
  openFor,
}) => {
  const bar = "iframe[src^='/api/auth/session']";
  const { owner } = await newExporter();
  for (const [somebody, address] of [
    [owner, "/en/applications"],
    [owner, "/en/contact"],
    [await newOfficer("reviewer"), "/en/office/queue"],
  ] as const) {
    const page = await openFor(somebody);
    await page.goto(address);
    await expect(page.locator(bar)).toHaveCount(1);
  }
  const page = await openFor(null);
  await page.goto("/en/contact");
  await expect(page.locator(bar)).toHaveCount(0);
});
