import { strFromU8, unzipSync } from "fflate";
import type { Page } from "@playwright/test";
import type { Locale } from "@/lib/i18n/routing";
import { db } from "@/lib/db";
import { showDecimal } from "@/lib/forms/numbers";
import { newImportCertificate } from "@/tests/factories/imports";
import { goodAnswers } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessible, newPerson, test } from "./fixtures";
import { inState } from "./support/scene";
import { wordsOf } from "./support/words";

/* Where an exporter begins, and how they find an application again. */

const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
const at = {
  en: { home: "/en/home", list: "/en/applications" },
  fr: { home: "/fr/accueil", list: "/fr/demandes" },
};

async function newScene() {
  const { exporterId, owner } = await newExporter();
  const scene = { exporterId, owner, reviewer: await newOfficer("reviewer") };
  const named = (name: string) => {
    const answers = goodAnswers();
    const consignee = { ...answers.consignee?.consignee, name };
    return { ...answers, consignee: { ...answers.consignee, consignee } };
  };
  await newImportCertificate({ exporterId });
  const issued = await inState.submitted(scene, named("Ligne d’Étoiles"));
  await issueSubmitted(issued);
  const returned = await inState.returned(scene, named("Returned Stones"));
  const submitted = await inState.submitted(scene, named("Écluse Waiting"));
  const draft = await inState.draft(scene, named("Unfinished"));
  const numberOf = async (id: string) =>
    (await db().application.findUniqueOrThrow({ where: { id } })).number ?? "";
  const certificate = await db().certificate.findFirstOrThrow({ where: { applicationId: issued } });
  return { scene, owner, issued, returned, submitted, draft, numberOf, certificate };
}

for (const [locale, script] of [
  ["en", true],
  ["fr", false],
] as [Locale, boolean][]) {
  test.describe(`${locale}, ${script ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled: script });

    test("the dashboard tells what waits, and the list finds it", async ({ openFor, request }) => {
      const t = wordsOf(locale);
      const { owner, returned, submitted, numberOf, certificate } = await newScene();
      const [back, sent] = [await numberOf(returned), await numberOf(submitted)];
      const page = await openFor(owner);
      const look = script ? () => expectAccessible(page) : () => Promise.resolve();
      const main = page.getByRole("main");

      await page.goto(at[locale].home);
      await expect(h1(page)).toHaveText(t("dashboard.title"));
      await expect(main).toContainText(t("dashboard.need", { count: 2 }));
      const answer = t("dashboard.waiting.answer", { name: back, count: 2 });
      await expect(main.getByRole("heading", { level: 3 }).first()).toHaveText(answer);
      await expect(main.getByRole("link", { name: sent, exact: true })).toBeVisible();
      await expect(main.getByRole("progressbar", { name: t("clock.bar") })).toBeVisible();
      await expect(main.getByRole("link", { name: certificate.number, exact: true })).toBeVisible();
      await expect(main).toContainText(t("dashboard.imports.text"));
      await look();

      const search = page.getByRole("searchbox", { name: t("applications.filter.text") });
      const rows = page.getByRole("row");
      await page.goto(at[locale].list);
      await expect(rows).toHaveCount(5);
      await look();
      for (const [typed, count] of [
        ["ecluse WAITING", 2],
        [`ca ${certificate.number.slice(2)}`, 2],
        ["nothing like it", 0],
      ] as const) {
        await search.fill(typed);
        await page
          .getByRole("button", { name: t("applications.filter.show"), exact: true })
          .click();
        await expect(page).toHaveURL(/[?&]text=/);
        await expect(search).toHaveValue(typed);
        await expect(rows).toHaveCount(count);
      }
      await expect(main).toContainText(t("applications.nothingFound"));
      await page.getByRole("link", { name: t("applications.filter.clear"), exact: true }).click();

      const tab = t("applications.tab", { name: t("applications.views.pending"), count: 2 });
      await page.getByRole("link", { name: tab, exact: true }).click();
      await expect(rows).toHaveCount(3);
      const from = page.getByRole("textbox", { name: t("applications.filter.from") });
      await from.fill("03/04/2026");
      await page
        .getByRole("combobox", { name: t("applications.filter.sort") })
        .selectOption("number.asc");
      await page.getByRole("button", { name: t("applications.filter.show"), exact: true }).click();
      await expect(page).toHaveURL(/view=pending/);
      await expect(from).toHaveAttribute("aria-invalid", "true");
      await expect(from).toHaveAccessibleDescription(/03\/04\/2026/);
      await expect(rows).toHaveCount(3);
      // What has no number counts as the lowest.
      await expect(rows.nth(2)).toContainText(back);
      await look();

      const carats = showDecimal("2917.23", "en").replaceAll(",", "");
      const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
      const download = async (format: string) => {
        const address = await page
          .getByRole("link", { name: t(`applications.download.${format as "csv"}`), exact: true })
          .getAttribute("href");
        return request.get(address ?? "", { headers: { cookie: cookies.join("; ") } });
      };
      const csv = await (await download("csv")).text();
      expect(csv.split("\r\n")).toHaveLength(4);
      expect(csv).toContain(t("applications.download.columns.certificate"));
      expect(csv).toContain(`${carats},`);
      const sheets = unzipSync(new Uint8Array(await (await download("xlsx")).body()));
      const text = Object.values(sheets)
        .map((file) => strFromU8(file))
        .join("");
      expect(text).toContain(back);
      expect(text).toContain(`<v>${carats}</v>`);
    });

    test("somebody who acts for nobody is told how to begin", async ({ openFor }) => {
      const t = wordsOf(locale);
      const page = await openFor(await newPerson(locale));
      await page.goto(at[locale].home);
      await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
        t("dashboard.nobody.title"),
      );
      await page.getByRole("link", { name: t("dashboard.nobody.ask.button") }).click();
      await expect(h1(page)).toHaveText(t("access.title"));
    });
  });
}
