import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { showDecimal } from "@/lib/forms/numbers";
import { env } from "@/lib/env";
import { pageAddress } from "@/lib/mail/addresses";
import { drawingAnswers, newDraft } from "@/tests/factories/applications";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { exporterViewer, newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { pdfPaper } from "./support/papers";
import { inState } from "./support/scene";
import { labelled, wordsOf } from "./support/words";

/*
 * An import from its announcement to the last carat. English with script, French without.
 */

for (const locale of ["en", "fr"] as const) {
  test.describe(`an import in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    test.describe.configure({ timeout: 240_000 });
    const t = wordsOf(locale);
    const press = (page: Page, name: string) =>
      page.getByRole("main").getByRole("button", { name, exact: true }).click();
    const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
    const carats = (amount: string) => showDecimal(amount, locale, "carats");
    const summary = (applicationId: string) =>
      pageAddress(env().PORTAL_URL, locale, "/applications/[applicationId]/summary", {
        applicationId,
      });

    async function declareAndSubmit(page: Page, applicationId: string) {
      await page.goto(summary(applicationId));
      for (const box of await page.locator("main input[type=checkbox]").all()) await box.check();
      await press(page, t("summary.submit"));
      await expect(h1(page)).toHaveText(t("receipt.title"));
    }

    test("is announced with its scan, registered, and drawn down to what is left", async ({
      openFor,
      browser,
    }) => {
      const { exporterId, owner } = await newExporter();
      const person = await exporterViewer(owner.userId);
      const page = await openFor(person);
      const number = `BW ${String(randomInt(1e8)).padStart(8, "0")}`;
      const importedOn = addDays(todayInOttawa(), -3);

      // ── Announce ──
      await page.goto(locale === "en" ? "/en/imports" : "/fr/importations");
      await expect(page.getByText(t("imports.empty.why"))).toBeVisible();
      await page.getByRole("link", { name: t("imports.new"), exact: true }).click();
      await expect(h1(page)).toHaveText(t("imports.form.newTitle"));
      await page
        .getByRole("combobox", { name: labelled(t("imports.form.issuer")) })
        .selectOption("BW");
      const box = (name: string) => page.getByRole("textbox", { name: labelled(name) });
      // As people type it.
      await box(t("imports.form.number")).fill(number.toLowerCase().replace(" ", " \u2013 "));
      await box(t("imports.form.importedOn")).fill("not a day");
      await press(page, t("imports.form.continue"));
      await expect(page.locator(".error-summary")).toContainText("not a day");
      await box(t("imports.form.importedOn")).fill(importedOn);
      await press(page, t("imports.form.continue"));
      await expect(page.getByText(t("imports.lacks.scan"))).toBeVisible();
      await expect(page.getByText(number.replace(" ", " - "), { exact: true })).toBeVisible();
      await expect(page.getByText(t("frame.address")).first()).toBeVisible();

      // ── The scan, where it is used ──
      const paper = await pdfPaper(browser, "certificate.pdf", "Kimberley Process Certificate");
      await page.locator("input[type=file]").setInputFiles(paper);
      if (locale === "fr") await press(page, t("documents.upload"));
      await expect(page.getByRole("main").getByText("certificate.pdf").first()).toBeVisible();
      if (locale === "en") await expectAccessible(page);
      await press(page, t("imports.page.sendButton"));
      await expect(page.getByRole("heading", { name: t("imports.page.sentTitle") })).toBeVisible();
      const announcement = await db().importAnnouncement.findFirstOrThrow({
        where: { exporterId },
      });
      expect(announcement).toMatchObject({ status: "sent", issuer: "BW" });

      // ── An officer registers 100 carats of it, read from the paper ──
      const desk = await openFor(await newOfficer("reviewer"));
      await desk.goto(
        pageAddress(env().PORTAL_URL, locale, "/office/imports/announcements/[announcementId]", {
          announcementId: announcement.id,
        }),
      );
      await desk.getByRole("link", { name: t("office.imports.announcement.register") }).click();
      const typed = (name: string) => desk.locator(`[name='${name}']`);
      const paperSays = {
        number,
        numberAgain: number,
        issuedOn: addDays(importedOn, -14),
        expiresOn: addDays(importedOn, 46),
        "hs31.carats": "100",
        "hs31.usd": "51000",
        carats: "100",
        caratsAgain: "100",
        usd: "51000",
        importedOn,
      };
      for (const name of ["issuer", "provenance", "origins[0]"])
        await typed(name).selectOption("BW");
      for (const [name, text] of Object.entries(paperSays)) await typed(name).fill(text);
      await typed("stampSeen").check();
      await desk.getByRole("button", { name: t("office.imports.form.register") }).click();
      await expect(h1(desk)).toContainText(number);
      const { id: importId } = await db().importCertificate.findFirstOrThrow({
        where: { exporterId },
      });
      await page.reload();
      await expect(
        page.getByRole("heading", { name: t("imports.page.registeredTitle", { number }) }),
      ).toBeVisible();

      // ── Two applications draw on it; together they want more than there is ──
      const first = await newDraft(person, exporterId, drawingAnswers(importId, "60.00"));
      const second = await newDraft(person, exporterId, drawingAnswers(importId, "50.00"));
      await declareAndSubmit(page, first);
      expect(await balanceOf(importId)).toMatchObject({ remaining: "40.00", reserved: "60.00" });
      await page.goto(summary(second));
      const overdrawn = page.getByRole("main").getByText(
        t("rules.R16.found.overdrawn", {
          row: "1",
          drawn: carats("50.00"),
          certificate: number,
          remaining: carats("40.00"),
        }),
      );
      await expect(overdrawn.first()).toBeVisible();
      for (const box of await page.locator("main input[type=checkbox]").all()) await box.check();
      await press(page, t("summary.submit"));
      await expect(page.locator(".error-summary")).toBeVisible();
      await expect(overdrawn.first()).toBeVisible();
      await expect(h1(page)).not.toHaveText(t("receipt.title"));

      // ── The first is cancelled, and the second fits ──
      await page.goto(
        pageAddress(env().PORTAL_URL, locale, "/applications/[applicationId]/cancel", {
          applicationId: first,
        }),
      );
      await press(page, t("applications.cancel.cancel"));
      await declareAndSubmit(page, second);
      expect(await balanceOf(importId)).toMatchObject({ remaining: "50.00", reserved: "50.00" });

      // ── The list says what is left ──
      await page.goto(locale === "en" ? "/en/imports" : "/fr/importations");
      await expect(page.getByRole("row", { name: number })).toContainText(
        t("imports.register.leftOf", {
          left: showDecimal("50.00", locale),
          all: showDecimal("100.00", locale),
        }),
      );
    });

    test("keeps its carats for an application that was returned", async ({ openFor }) => {
      const { exporterId, owner } = await newExporter();
      const { id: importId, number } = await newImportCertificate({
        exporterId,
        carats: "100.00",
      });
      const reviewer = await newOfficer("reviewer");
      await inState.returned({ exporterId, owner, reviewer }, drawingAnswers(importId, "70.00"));
      expect(await balanceOf(importId)).toMatchObject({ remaining: "30.00", reserved: "70.00" });
      const other = await newDraft(owner, exporterId, drawingAnswers(importId, "30.01"));
      const page = await openFor(owner);
      await page.goto(summary(other));
      await expect(
        page
          .getByRole("main")
          .getByText(
            t("rules.R16.found.overdrawn", {
              row: "1",
              drawn: carats("30.01"),
              certificate: number,
              remaining: carats("30.00"),
            }),
          )
          .first(),
      ).toBeVisible();
    });
  });
}
