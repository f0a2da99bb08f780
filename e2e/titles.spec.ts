import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Answers } from "@/lib/applications/answers";
import { createExporter } from "@/lib/exporters/commands/create";
import { alternateAddress } from "@/lib/i18n/alternate";
import { newAnnounced, newSent } from "@/tests/factories/announcements";
import { newImportCertificate } from "@/tests/factories/imports";
import { exporterViewer, newExporter, newOfficer } from "@/tests/factories/people";
import { profile } from "@/tests/factories/profile";
import { expect, test } from "./fixtures";
import { inState, markedAnswers, newMark } from "./support/scene";
import { wordsOf } from "./support/words";

/*
 * Every page has one title, and the title of a form that came back with problems begins with "Error:".
 */

const noRecord = "00000000-0000-4000-8000-000000000000";

/** Pictures have titles of their own. */
const titles = (page: Page) => page.locator("title:not(svg *)");

async function expectTitle(page: Page, title: string | RegExp) {
  await expect(page).toHaveTitle(title);
  await expect(titles(page)).toHaveCount(1);
  await expectFrame(page);
}

/** What Canada.ca wants of every page, each once; and the step of a section in its title. */
async function expectFrame(page: Page) {
  const frame = await page.evaluate(() => {
    const count = (selector: string) => document.querySelectorAll(selector).length;
    const words = (selector: string) => document.querySelector(selector)?.textContent.trim() ?? "";
    return {
      once: [
        "h1",
        "main#main",
        "header:not(main header)",
        "footer",
        ".skip[href='#main']",
        ".signature > [lang='en']",
        ".signature > [lang='fr']",
      ].filter((selector) => count(selector) !== 1),
      wordmark: words(".subfooter__sign"),
      version: words(".page-end"),
      own: document.documentElement.lang.slice(0, 2),
      other: [...document.querySelectorAll(".language [lang]")].map((element) =>
        (element as HTMLElement).lang.slice(0, 2),
      ),
      step: /^\D+ (\d) \D+ 7$/.exec(words("main .steps + .caption"))?.[1] ?? null,
      title: document.title,
    };
  });
  expect(frame).toMatchObject({ once: [], wordmark: "Canada" });
  expect(frame.version).toMatch(/\d+\.\d+\.\d+$/);
  expect(new Set(frame.other)).toEqual(new Set([frame.own === "fr" ? "en" : "fr"]));
  if (frame.step) expect(frame.title).toMatch(new RegExp(`Section ${frame.step} (?:of|de) 7`));
}

/** Presses the main button with this field emptied, or with the form as it is. */
async function press(page: Page, emptied?: string) {
  if (emptied) await page.locator(`[name="${emptied}"]`).fill("");
  await page.locator("main button.button:not([class*='button--'])").last().click();
}

/** A number of words and figures that no language reads. */
async function mistype(page: Page, name: string) {
  await page.locator(`[name="${name}"]`).fill("12..5 x");
  await press(page);
}

async function newScene() {
  const { exporterId, owner } = await newExporter();
  const { id: importId } = await newImportCertificate({ exporterId });
  const second = await createExporter(owner, profile({ legalName: "Second Ltd." }), randomUUID());
  if (!second.ok) throw new Error(second.error);
  const reviewer = await newOfficer("reviewer");
  return { exporterId, importId, owner: await exporterViewer(owner.userId), reviewer };
}
const answers = (): Answers => markedAnswers(newMark());

for (const locale of ["en", "fr"] as const) {
  const t = wordsOf(locale);
  const at = (path: string) =>
    locale === "en" ? `/en${path}` : alternateAddress(`/en${path}`, "").href;

  /** Opens a page, has its form refused, and sees the title before and after. */
  async function expectRefused(page: Page, path: string, refuse: (page: Page) => Promise<void>) {
    await page.goto(at(path));
    await expectTitle(page, /Canada\.ca$/);
    const before = await page.title();
    expect(before).not.toContain(t("form.error"));
    await refuse(page);
    await expectTitle(page, `${t("form.error")} ${before}`);
  }

  for (const script of [true, false]) {
    test.describe(`${locale}, ${script ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled: script });

      test("the public check", async ({ page }) => {
        await expectRefused(page, "/verify", press);
        await page.goto(at("/verify"));
        await page.locator("[name=number]").fill("CA99999999");
        await page.locator("[name=code]").fill("0000-0000");
        await press(page);
        await expect(page.getByText(t("verify.answer.noMatch.word"))).toBeVisible();
        await expectTitle(page, new RegExp(`^${t("verify.title")}`));
      });

      test("the exporter's forms", async ({ openFor }) => {
        const scene = await newScene();
        const draft = await inState.draft(scene, answers());
        const page = await openFor(scene.owner);
        await expectRefused(page, "/profile/new", press);
        await expectRefused(page, `/profile/${scene.exporterId}`, (form) => press(form, "city"));
        await expectRefused(page, `/profile/${scene.exporterId}/representatives`, press);
        await expectRefused(page, "/profile/access", press);
        const section = (name: string) => `/applications/${draft}/${name}`;
        await expectRefused(page, section("origin"), (form) => mistype(form, "origins[0].carats"));
        await expectRefused(page, section("goods"), (form) => mistype(form, "containerCount"));
        await expectRefused(page, section("documents"), async (form) => {
          await form.locator("[name=kind]").selectOption("invoice");
          const buffer = Buffer.from("MZ\u0000\u0001");
          const file = { name: "tool.exe", mimeType: "application/octet-stream", buffer };
          await form.locator("[name=files]").setInputFiles(file);
          await form.getByRole("button", { name: t("documents.upload") }).click();
        });
        await expectRefused(page, section("summary"), press);
        const mistypedDay = async (form: Page) => {
          await form.locator("[name=importedOn]").fill("some day");
          await press(form);
        };
        await expectRefused(page, "/imports/new", mistypedDay);
        const announced = await newAnnounced(scene.owner, scene.exporterId);
        await expectRefused(page, `/imports/announcements/${announced}/details`, mistypedDay);
      });

      test("the officers' forms", async ({ openFor }) => {
        const scene = await newScene();
        const held = await inState.in_review(scene, answers());
        const file = `/office/review/${held}`;
        const page = await openFor(scene.reviewer);
        const correction = `/office/imports/${scene.importId}/correction`;
        const confirmation = `/office/imports/${scene.importId}/confirmation`;
        for (const path of [
          file,
          `${file}/return`,
          `${file}/recommend`,
          correction,
          confirmation,
        ]) {
          await expectRefused(page, path, press);
        }
        const other = await openFor(await newOfficer("reviewer", "signatory"));
        await expectRefused(other, `${file}/take-over`, press);
        const advised = await inState.recommended(scene, answers());
        await expectRefused(other, `/office/issue/${advised}`, press);
        const unwanted = await inState.recommendedRejection(scene, answers());
        await expectRefused(other, `/office/issue/${unwanted}`, (form) => press(form, "reasons"));
      });
    });
  }

  test(`pages without a form, ${locale}`, async ({ openFor }) => {
    const scene = await newScene();
    const draft = await inState.draft(scene, answers());
    const submitted = await inState.submitted(scene, answers());
    const exporter = await openFor(scene.owner);
    const sent = await newSent(scene.owner, scene.exporterId);
    const sections = ["applicant", "delivery", "consignee", "origin", "goods", "documents"];
    for (const path of [
      "/applications",
      `/applications/${draft}`,
      `/applications/${draft}/applicant`,
      `/applications/${draft}/delivery`,
      `/applications/${draft}/consignee`,
      `/applications/${draft}/documents`,
      `/applications/${draft}/cancel`,
      `/applications/${draft}/receipt`,
      `/applications/${submitted}/receipt`,
      `/applications/${submitted}/history`,
      `/imports/${scene.importId}`,
      ...[...sections, "summary"].map((section) => `/applications/${submitted}/${section}`),
      "/imports",
      `/imports/announcements/${await newAnnounced(scene.owner, scene.exporterId)}`,
      `/imports/announcements/${sent}`,
      `/imports/announcements/${sent}/details`,
    ]) {
      await exporter.goto(at(path));
      await expectTitle(exporter, /^.{3,} - .+Canada\.ca$/);
    }
    const officer = await openFor(await newOfficer("reviewer", "signatory"));
    for (const path of [
      "/office/queue",
      "/office/queue/views",
      "/office/issue",
      `/office/review/${submitted}`,
      `/office/review/${submitted}/return`,
      `/office/review/${submitted}/recommend`,
      `/office/review/${submitted}/take-over`,
      `/office/issue/${submitted}`,
      `/office/imports/${scene.importId}`,
      "/office/imports",
      "/office/imports/new",
      "/office/inbox",
      "/office/inbox/new",
      `/office/imports/announcements/${sent}`,
      `/office/imports/${scene.importId}/original`,
      `/office/imports/${scene.importId}/confirmation`,
    ]) {
      await officer.goto(at(path));
      await expectTitle(officer, /^.{3,} - .+Canada\.ca$/);
    }
    const notFound = new RegExp(`^${t("frame.notFound.title")} - `);
    for (const [page, path] of [
      [exporter, `/applications/${noRecord}`],
      [exporter, `/applications/${noRecord}/origin`],
      [exporter, `/certificates/${noRecord}`],
      [exporter, `/imports/${noRecord}`],
      [officer, `/office/imports/${noRecord}`],
      [exporter, `/imports/announcements/${noRecord}`],
      [exporter, `/imports/announcements/${noRecord}/details`],
      [officer, `/office/review/${noRecord}`],
      [officer, `/office/certificates/${noRecord}`],
    ] as const) {
      await page.goto(at(path));
      await expectTitle(page, notFound);
    }
  });
}
