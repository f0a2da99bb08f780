import { db } from "@/lib/db";
import { todayInOttawa } from "@/lib/clock";
import { newCertificate, newSheet, sent, stampedCopy } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";

/* What becomes of a certificate after its issue, on the pages of the office and of its exporter. */

inBothWays(({ t, at, accessible, looked }) => {
  test("is printed and sent, and ends with its paper report", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const { certificateId } = await newCertificate(owner, exporterId);
    const sheet = await newSheet();
    const office = await openFor(await newOfficer("reviewer"));
    const file = at("/office/certificates/[certificateId]", { certificateId });
    await office.goto(at("/office/sheets"));
    await expect(office.getByRole("heading", { level: 1 })).toHaveText(t("life.sheets.title"));
    await accessible(office);
    await looked(office, "after-sheets");

    await office.goto(file);
    await office.getByRole("link", { name: t("life.steps.print.title") }).click();
    await office.getByRole("button", { name: t("life.steps.print.button") }).click();
    await expect(office.locator(".error-summary")).toBeVisible();
    await looked(office, "after-print-error");
    await office.locator("[name='sheet']").fill(String(sheet));
    await office.getByRole("button", { name: t("life.steps.print.button") }).click();
    await office.getByRole("link", { name: t("life.steps.dispatch.title") }).click();
    await office.locator("[name='on']").fill(todayInOttawa());
    await office.locator("[name='carrier']").fill("Purolator");
    await looked(office, "after-dispatch");
    await office.getByRole("button", { name: t("life.steps.dispatch.button") }).click();
    await expect(office.getByRole("cell", { name: "Purolator" })).toBeVisible();
    await accessible(office);
    await looked(office, "after-office-certificate");

    await stampedCopy(owner, certificateId);
    const exporter = await openFor(owner);
    await exporter.goto(at("/certificates/[certificateId]/export", { certificateId }));
    await exporter.locator("[name='on']").fill(todayInOttawa());
    await accessible(exporter);
    await looked(exporter, "after-report");
    await exporter.getByRole("button", { name: t("life.report.button") }).click();
    await expect(exporter.getByText(t("life.exporter.reportText"))).toBeVisible();
    await accessible(exporter);
    await looked(exporter, "after-certificate");

    await office.goto(at("/office/certificates"));
    await accessible(office);
    await looked(office, "after-follow");
    await office.goto(file);
    await office.getByRole("link", { name: t("life.steps.report.title") }).click();
    await office.locator("[name='on']").fill(todayInOttawa());
    await office.getByRole("button", { name: t("life.steps.report.button") }).click();
    await expect(office.getByRole("cell", { name: t("life.kinds.report_received") })).toBeVisible();
  });

  test("is stated lost, and invalidated by two", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const { certificateId, number } = await newCertificate(owner, exporterId);
    const nora = await newOfficer("reviewer");
    await sent(nora, certificateId);
    const exporter = await openFor(owner);
    await exporter.goto(at("/certificates/[certificateId]/loss", { certificateId }));
    await exporter.locator("[name='on']").fill(todayInOttawa());
    await exporter.locator("[name='words']").fill("The courier was robbed.");
    await exporter.getByRole("button", { name: t("life.loss.button") }).click();
    await expect(exporter.getByText(t("life.kinds.loss_stated"))).toBeVisible();

    const invalidation = at("/office/certificates/[certificateId]/invalidation", {
      certificateId,
    });
    const office = await openFor(nora);
    await office.goto(invalidation);
    await office.locator("[name='reason']").fill("Stolen on the way.");
    await office.locator("[name='authority']").fill("Kimberley Process Office");
    await office.locator("[name='recipient']").fill("kp@example.ae");
    await accessible(office);
    await office.getByRole("button", { name: t("life.invalidation.propose") }).click();
    await expect(office).not.toHaveURL(invalidation);
    const second = await openFor(await newOfficer("signatory"));
    await second.goto(invalidation);
    await accessible(second);
    await second.getByRole("button", { name: t("life.invalidation.accept") }).click();
    await expect(second.getByText(t("life.standing.invalidated")).first()).toBeVisible();
    const row = await db().certificate.findUniqueOrThrow({ where: { number } });
    await second.goto(at("/verify"));
    await second.locator("[name='number']").fill(number);
    await second.locator("[name='code']").fill(row.checkCode);
    await second
      .getByRole("button")
      .filter({ hasText: t("verify.button") })
      .click();
    await expect(second.getByRole("status")).toContainText(t("verify.answer.invalidated.word"));
  });

  test("is replaced by a new application with all its answers", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const { certificateId } = await newCertificate(owner, exporterId);
    const page = await openFor(owner);
    await page.goto(at("/certificates/[certificateId]/replacement", { certificateId }));
    await accessible(page);
    await page.getByRole("button", { name: t("life.replacement.button") }).click();
    await expect(page).not.toHaveURL(/replacement|remplacement/);
    expect(await db().application.count({ where: { replacesId: certificateId } })).toBe(1);
  });
});
