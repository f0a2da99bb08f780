import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { showDecimal } from "@/lib/forms/numbers";
import { asCertified, newCertificate } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";
import { mailWith } from "./support/mails";
import { wordsOf } from "./support/words";

/* An importing authority confirms an import from the link in its mail, without an account. */

inBothWays(({ locale, t, at, accessible, looked }) => {
  test("an import is confirmed from the mail, and a difference is cleared", async ({
    openFor,
    page,
  }) => {
    const { exporterId, owner } = await newExporter();
    const { certificateId, number } = await newCertificate(owner, exporterId);
    const said = await asCertified(certificateId);
    const recipient = `kp-${certificateId}@authority.example`;
    const file = at("/office/certificates/[certificateId]", { certificateId });
    const office = await openFor(await newOfficer("reviewer"));
    await office.goto(file);
    await office.getByRole("link", { name: t("importReceipt.office.ask") }).click();
    await office.locator("[name='authority']").fill("Diamond Office");
    await office.locator("[name='recipient']").fill(recipient);
    await accessible(office);
    await office.getByRole("button", { name: t("importReceipt.ask.button") }).click();
    await expect(office.getByText(recipient)).toBeVisible();

    const mail = await mailWith(recipient, number);
    const [link = ""] =
      new RegExp(`${env().PORTAL_URL}/${locale}/[\\w-]+/[\\w-]{20,}`).exec(mail.text ?? "") ?? [];
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("importReceipt.title"));
    await expect(page.locator("main")).not.toContainText(number);
    await accessible(page);
    await looked(page, "form");
    const button = page.getByRole("button", { name: t("importReceipt.button") });
    await button.click();
    await expect(page.locator(".error-summary")).toContainText(
      t("errors.importReceipt.code.required"),
    );
    const typed = {
      code: "0000-0000",
      receivedOn: said.receivedOn,
      parcels: String(said.parcels + 1),
      carats: showDecimal(said.carats, locale),
      usd: showDecimal(said.usd, locale),
      subheadings: said.subheadings.join(", "),
      name: said.name,
      role: said.role,
    };
    for (const [name, value] of Object.entries(typed)) {
      await page.locator(`[name='${name}']`).fill(value);
    }
    await page.getByLabel(t("importReceipt.intact")).check();
    await button.click();
    await expect(page.locator(".error-summary")).toContainText(
      t("errors.importReceipt.code.noMatch"),
    );
    await expect(page.locator("[name='carats']")).toHaveValue(typed.carats);
    await accessible(page);
    await looked(page, "wrong-code");
    await page.locator("[name='code']").fill(said.code);
    await page.locator("[name='receivedOn']").fill(addDays(todayInOttawa(), 5));
    await button.click();
    await expect(page.locator(".error-summary")).toContainText(
      t("errors.importReceipt.receivedOn.range"),
    );
    await page.locator("[name='receivedOn']").fill(said.receivedOn);
    await button.click();
    await expect(page.getByRole("heading", { name: t("importReceipt.done.title") })).toBeVisible();
    await expect(page.locator("main")).toContainText(number);
    await accessible(page);
    await looked(page, "receipt");
    const other = locale === "fr" ? "en" : "fr";
    await page.getByRole("button", { name: other === "fr" ? "Français" : "English" }).click();
    await expect(
      page.getByRole("heading", { name: wordsOf(other)("importReceipt.done.title") }),
    ).toBeVisible();
    await expect(page.locator("main")).toContainText(number);
    await looked(page, "receipt-in-the-other-language");
    await expect
      .poll(() => db().mail.count({ where: { recipient, template: "receiptSigned" } }))
      .toBe(1);

    await office.goto(at("/office/certificates"));
    const differs = office.getByRole("table", { name: t("life.list.differences") });
    await differs.getByRole("link", { name: number }).click();
    await expect(office.getByText(t("importReceipt.office.open"))).toBeVisible();
    await accessible(office);
    await looked(office, "office");
    const cleared = "They had counted a bag twice.";
    await office.locator("[name='note']").fill(cleared);
    await office.getByRole("button", { name: t("importReceipt.office.resolve") }).click();
    await expect(office.locator("main")).toContainText(cleared);
    await expect(office.getByText(t("importReceipt.office.open"))).toHaveCount(0);

    const exporter = await openFor(owner);
    await exporter.goto(at("/certificates/[certificateId]", { certificateId }));
    await expect(
      exporter.getByRole("heading", { name: t("importReceipt.exporter.title") }),
    ).toBeVisible();
    await expect(exporter.locator("main")).not.toContainText(cleared);
    await accessible(exporter);
    await looked(exporter, "exporter");
  });
});
