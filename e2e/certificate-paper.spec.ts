import { db } from "@/lib/db";
import { formatDecimal, formatLongDate } from "@/lib/certificates/record/figures";
import { certificateRecord } from "@/lib/certificates/record/record";
import { STATEMENT } from "@/lib/certificates/record/wording";
import { newCertificate, newSheet } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";

/* The paper of a certificate: pre-printed sheets with the offsets of a printer, and the certificate as a page. */

inBothWays(({ locale, t, at, accessible }) => {
  test("a printer is set, and a certificate is printed with it", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const { certificateId, number } = await newCertificate(owner, exporterId);
    const sheet = await newSheet();
    const page = await openFor(await newOfficer("reviewer"));
    const name = `Canon ${number}`;
    await page.goto(at("/office/sheets/printers"));
    await page.locator("[name='name']").fill(name);
    await page.locator("[name='right']").fill("12");
    await page.locator("[name='down']").fill(locale === "fr" ? "−0,5" : "-0.5");
    await page.getByRole("button", { name: t("life.printers.button") }).click();
    await expect(page.locator(".error-summary")).toBeVisible();
    await expect(page.locator("[name='name']")).toHaveValue(name);
    await page.locator("[name='right']").fill("1.5");
    await page.getByRole("button", { name: t("life.printers.button") }).click();
    await expect(page.getByRole("row", { name: new RegExp(number) })).toContainText(/1[.,]5/);
    await accessible(page);
    await expect(async () => {
      await page.reload();
      await expect(
        page.getByRole("row", { name: new RegExp(number) }).getByRole("link", { name: /PDF/ }),
      ).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });

    await page.goto(at("/office/certificates/[certificateId]", { certificateId }));
    await page.getByRole("link", { name: t("life.steps.print.title") }).click();
    await expect(page).toHaveURL(locale === "fr" ? /impression$/ : /print$/);
    await page.locator("[name='sheet']").fill(String(sheet));
    await page.locator("[name='printer']").selectOption({ label: name });
    await accessible(page);
    await page.getByRole("button", { name: t("life.steps.print.button") }).click();
    // Before it is read anew: a page that leaves takes back what was pressed on it.
    await expect(page).toHaveURL(new RegExp(`${certificateId}$`));
    const values = page.locator("a[href^='/api/prints/']");
    await expect(async () => {
      await page.reload();
      await expect(values).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    const answer = await page.request.get((await values.getAttribute("href")) ?? "");
    expect(answer.headers()["content-disposition"]).toContain(`${number}-${sheet}.pdf`);
  });

  test("a certificate is read as a page in both languages", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const { certificateId, number } = await newCertificate(owner, exporterId);
    const row = await db().certificate.findUniqueOrThrow({ where: { id: certificateId } });
    const { expires, totals } = certificateRecord.parse(row.record);
    const exporter = await openFor(owner);
    await exporter.goto(at("/certificates/[certificateId]", { certificateId }));
    await exporter.getByRole("link", { name: t("certificate.text.link") }).click();
    const office = await openFor(await newOfficer("auditor"));
    await office.goto(at("/office/certificates/[certificateId]", { certificateId }));
    await office.getByRole("link", { name: t("certificate.text.link") }).click();
    for (const page of [exporter, office]) {
      await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
      for (const language of ["en", "fr"] as const) {
        const part = page.locator(`div[lang='${language}']`);
        await expect(part.getByText(STATEMENT[language])).toBeVisible();
        await expect(part).toContainText(formatLongDate(expires, language));
        await expect(part).toContainText(formatDecimal(totals.carats, language));
      }
      await accessible(page);
      await page.waitForLoadState();
      await page.setViewportSize({ width: 320, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(320);
    }
  });
});
