import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/routing";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer, newPerson } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import {
  factsOf as allFactsOf,
  inState,
  markedAnswers,
  newMark,
  type Scene,
} from "./support/scene";
import { withoutAutosave } from "./support/forms";
import { digest } from "./support/requests";
import { wordsOf } from "./support/words";

/* The other language loses nothing that was typed, and does nothing else. */

async function newScene(): Promise<Scene> {
  const { exporterId, owner } = await newExporter();
  await newImportCertificate({ exporterId });
  return { exporterId, owner, reviewer: await newOfficer("reviewer") };
}

const factsOf = async (exporterId: string) => digest(await allFactsOf(exporterId));

/**
 * What stands in the page's main form, by name. What the portal itself hides in it is left out, and the
 * version, which grows where a page saves itself.
 */
const typedIn = (page: Page) =>
  page
    .locator("#page-form")
    .evaluate((form: HTMLFormElement) =>
      Object.fromEntries(
        [...new FormData(form)].filter(
          ([name, value]) =>
            typeof value === "string" && name !== "version" && !name.startsWith("$ACTION"),
        ),
      ),
    );

async function inOther(page: Page, locale: Locale, click = true) {
  const toggle = page
    .getByRole("banner")
    .getByRole("button", { name: locale === "fr" ? "Français" : "English" });
  if (click) await toggle.click();
  else {
    await toggle.focus();
    await page.keyboard.press("Enter");
  }
  await expect(page.locator("html")).toHaveAttribute("lang", `${locale}-CA`);
}

/** There and back: in both languages the form holds what it held. */
async function expectKept(page: Page, there: RegExp) {
  const address = page.url();
  const typed = await typedIn(page);
  await inOther(page, "fr");
  await expect(page).toHaveURL(there);
  expect(await typedIn(page)).toEqual(typed);
  await expect(page.locator(".error-summary")).toHaveCount(0);
  await inOther(page, "en", false);
  await expect(page).toHaveURL(address);
  expect(await typedIn(page)).toEqual(typed);
}

async function fill(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`#page-form [name="${name}"]`).first();
    if ((await field.getAttribute("type")) === "radio") {
      await page.locator(`#page-form [name="${name}"][value="${value}"]`).check();
    } else if ((await field.evaluate((element) => element.tagName)) === "SELECT") {
      await field.selectOption(value);
    } else if ((await field.getAttribute("type")) === "checkbox") await field.check();
    else await field.fill(value);
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a profile that is being written", async ({ openFor }) => {
      const page = await openFor(await newPerson());
      await page.goto("/en/profile/new");
      await fill(page, { legalName: "  Été & fils <Ltd.>", city: "Gahcho Kué" });
      await expectKept(page, /\/fr\/profil\/nouveau$/);
      if (javaScriptEnabled) await expectAccessible(page);
    });

    test("a profile that is being changed", async ({ openFor }) => {
      const { exporterId, owner } = await newScene();
      const before = await factsOf(exporterId);
      const page = await openFor(owner);
      await page.goto(`/en/profile/${exporterId}`);
      await fill(page, { legalName: "Another name", addressLines: "1 First St\nUnit 2" });
      await expectKept(page, /\/fr\/profil\/[\w-]+$/);
      expect(await factsOf(exporterId)).toBe(before);
    });

    test("sections of an application", async ({ openFor }) => {
      const scene = await newScene();
      const draft = await inState.draft(scene, markedAnswers(newMark()));
      const page = await openFor(scene.owner);
      await withoutAutosave(page);

      await page.goto(`/en/applications/${draft}/origin`);
      await page.getByRole("button", { name: wordsOf("en")("categories.exploration") }).click();
      const added = page.locator("section.row").last();
      await expect(page).toHaveURL(/edited=1/);
      await added.locator("[name$='.facilityName']").fill("Camp d’été");
      await added.locator("[name$='.carats']").fill("12.5 ct");
      const before = await factsOf(scene.exporterId);
      await inOther(page, "fr");
      await expect(page).toHaveURL(/\/fr\/demandes\/[\w-]+\/origine\?edited=1/);
      await expect(added.locator("[name$='.carats']")).toHaveValue("12.5 ct");
      await expect(added.locator("[name$='.facilityName']")).toHaveValue("Camp d’été");
      // What is stored is written as French writes it, and goes back as it came.
      await expect(page.locator("[name='origins[0].carats']")).not.toHaveValue(/\./);
      await inOther(page, "en");
      await expect(added.locator("[name$='.carats']")).toHaveValue("12.5 ct");
      await expect(page.locator("[name='origins[0].carats']")).toHaveValue(/\./);
      expect(await factsOf(scene.exporterId)).toBe(before);

      await page.goto(`/en/applications/${draft}/consignee`);
      await fill(page, { "consignee.name": "Somebody new", "consignee.city": "Ville nouvelle" });
      await expectKept(page, /\/destinataire$/);
      expect(await factsOf(scene.exporterId)).toBe(before);

      // Led on by an action, script draws the form itself.
      await page.getByRole("button", { name: wordsOf("en")("application.next") }).click();
      await expect(page).toHaveURL(/\/origin$/);
      await page.locator("[name='origins[0].carats']").fill("77");
      const after = await factsOf(scene.exporterId);
      await inOther(page, "fr");
      await expect(page.locator("[name='origins[0].carats']")).toHaveValue("77");
      expect(await factsOf(scene.exporterId)).toBe(after);
    });

    test("an import that is being announced", async ({ openFor }) => {
      const { owner } = await newScene();
      const page = await openFor(owner);
      await page.goto("/en/imports/new");
      await fill(page, { issuer: "BW", number: "bw 0078214", importedOn: "3/4/26", note: "é" });
      await expectKept(page, /\/fr\/importations\/nouvelle$/);
    });

    test("a figure that means something else in the other language", async ({ openFor }) => {
      const scene = await newScene();
      const draft = await inState.draft(scene, markedAnswers(newMark()));
      const page = await openFor(scene.owner);
      await withoutAutosave(page);
      await page.goto(`/en/applications/${draft}/goods`);
      await fill(page, { "hsLines[0].carats": "1,234", containerCount: "1", seals: "A1\nB2" });
      const typed = await typedIn(page);
      await inOther(page, "fr");
      await expect(page.locator("[name='hsLines[0].carats']")).toHaveValue("1,234");
      await expect(page.locator(".error-summary")).toContainText("« 1,234 »");
      await expect(page).toHaveTitle(/^Erreur/);
      if (javaScriptEnabled) await expectAccessible(page);
      await inOther(page, "en");
      expect(await typedIn(page)).toEqual(typed);
    });

    test("reasons that an officer writes", async ({ openFor }) => {
      const scene = await newScene();
      const held = await inState.in_review(scene, markedAnswers(newMark()));
      const before = await factsOf(scene.exporterId);
      const page = await openFor(scene.reviewer);

      await page.goto(`/en/office/review/${held}/return?ask=goods`);
      await fill(page, { "requests[0].reason": "One.\n  Two.", dueOn: "tomorrow" });
      await page.getByRole("button", { name: wordsOf("en")("office.return.add") }).click();
      await fill(page, { "requests[1].place": "origin", "requests[1].reason": "Three." });
      await expectKept(page, /\/fr\/bureau\/.+ask=goods$/);

      await page.goto(`/en/office/review/${held}/recommend`);
      await fill(page, { ground: "not_accurate", reasons: "Not what the papers say." });
      await expectKept(page, /\/fr\/bureau\//);

      expect(await factsOf(scene.exporterId)).toBe(before);

      // The documents beside it count as read at each look.
      await page.goto(`/en/office/review/${held}`);
      await fill(page, { carats: "12,5 ct", reasons: "As the papers say." });
      await expectKept(page, /\/fr\/bureau\//);
      expect(await db().recommendation.count({ where: { applicationId: held } })).toBe(0);

      const advised = await inState.recommended(scene, markedAnswers(newMark()));
      const desk = await openFor(await newOfficer("signatory"));
      await desk.goto(`/en/office/issue/${advised}`);
      await fill(desk, { reason: "Look at the seals again." });
      await expectKept(desk, /\/fr\/bureau\//);
    });

    test("Enter in a field still sends the form, and never to the other language", async ({
      openFor,
      page: anybody,
    }) => {
      await anybody.goto("/en/verify");
      await fill(anybody, { number: "CA00000042", code: "abcd" });
      await anybody.locator("[name='code']").press("Enter");
      await expect(anybody.getByRole("main").getByRole("status")).toBeVisible();
      await expect(anybody).toHaveURL(/\/en\/verify$/);

      const scene = await newScene();
      const draft = await inState.draft(scene, markedAnswers(newMark()));
      const page = await openFor(scene.owner);
      await page.goto(`/en/applications/${draft}/consignee`);
      await page.locator("[name='consignee.name']").press("Enter");
      await expect(page).toHaveURL(/\/en\/applications\/[\w-]+\/origin$/);
    });

    test("a filter that was not sent yet", async ({ openFor }) => {
      const page = await openFor(await newOfficer("reviewer"));
      await page.goto("/en/office/queue");
      await fill(page, { text: "Boreal", state: "closed" });
      const typed = await typedIn(page);
      await inOther(page, "fr");
      expect(await typedIn(page)).toEqual(typed);
      await inOther(page, "en");
      expect(await typedIn(page)).toEqual(typed);
    });

    test("a public check", async ({ page }) => {
      await page.goto("/en/verify");
      await fill(page, { number: "CA00000042", code: "abcd" });
      await expectKept(page, /\/fr\/verifier$/);
    });
  });
}
