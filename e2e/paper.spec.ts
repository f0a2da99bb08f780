import { saveSection } from "@/lib/applications/commands/save";
import type { AnsweredSection } from "@/lib/applications/schema";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { goodAnswers, pdf, versionOf } from "@/tests/factories/applications";
import { another } from "@/tests/factories/documents";
import { exporterViewer, newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";
import { mailWith } from "./support/mails";
import { labelled } from "./support/words";

/* An officer types in what came on paper for its exporter; another reviews it. */

inBothWays(({ locale, t, at, accessible, looked }) => {
  test("an application on paper goes through the queue like any other", async ({ openFor }) => {
    const legalName = `Paper Rough ${locale} ${process.pid} Ltd.`;
    const { owner } = await newExporter({ legalName });
    const email = `${owner.userId}@test.example`;
    await db().user.update({ where: { id: owner.userId }, data: { email, language: locale } });
    const officer = await newOfficer("reviewer");
    const page = await openFor(officer);
    const h1 = page.getByRole("heading", { level: 1 });

    await page.goto(at("/office/paper"));
    await page.getByRole("link", { name: t("office.paper.start") }).click();
    const main = page.getByRole("main");
    await main.locator("[name='find']").fill(legalName);
    await main.getByRole("button", { name: t("office.profileSearch.search") }).click();
    await accessible(page);
    await looked(page, "paper-whose");
    await page.getByRole("link", { name: legalName }).click();
    await page.getByRole("button", { name: t("office.paper.begin") }).click();
    await expect(page.locator(".error-summary li")).toHaveCount(2);
    await accessible(page);
    await looked(page, "paper-start-errors");
    await page
      .getByRole("textbox", { name: labelled(t("office.paper.receivedOn")) })
      .fill(todayInOttawa());
    await page.getByRole("radio", { name: locale === "en" ? "English" : "Français" }).check();
    await page.getByRole("button", { name: t("office.paper.begin") }).click();

    await expect(h1).toHaveText(t("applications.hub.draftTitle"));
    await expect(page.getByText(legalName).first()).toBeVisible();
    await accessible(page);
    await looked(page, "paper-hub");
    const applicationId = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
    const typist = await exporterViewer(officer.userId);
    const { delivery, ...answers } = goodAnswers();
    for (const section of Object.keys(answers) as Exclude<AnsweredSection, "delivery">[]) {
      const version = await versionOf(applicationId);
      await saveSection(typist, applicationId, section, answers[section] ?? {}, version);
    }
    await page.goto(at("/applications/[applicationId]/delivery", { applicationId }));
    await page.locator(`[name='to'][value='${delivery?.to ?? ""}']`).check();
    await page.getByRole("button", { name: t("application.next") }).click();
    await expect(h1).toHaveText(t("sections.consignee"));

    await page.goto(at("/applications/[applicationId]/documents", { applicationId }));
    await expect(page.locator("#kind").first()).toBeVisible();
    for (const [n, kind] of ["application_form", "invoice"].entries()) {
      await page.locator("select[name=kind]").selectOption(kind);
      await page.locator("input[type=file]").setInputFiles({
        name: `${kind}.pdf`,
        mimeType: "application/pdf",
        buffer: Buffer.from(another(pdf, n + 1)),
      });
      await page.getByRole("button", { name: t("documents.upload") }).click();
      await expect(page.getByRole("link", { name: `${kind}.pdf` })).toBeVisible();
    }
    await accessible(page);
    await looked(page, "paper-documents");

    await page.goto(at("/applications/[applicationId]/summary", { applicationId }));
    for (const kind of ["rough_diamonds", "certification"]) {
      await page.locator(`[name='${kind}']`).check();
    }
    const signer = page.getByRole("textbox", { name: labelled(t("paper.signedBy")) });
    // The browser itself asks for what is empty: not so for what is only white.
    await signer.fill(" ");
    await page.getByRole("button", { name: t("summary.submit") }).click();
    await expect(page.locator(".error-summary")).toContainText(t("errors.paper.signedBy.required"));
    await signer.fill("Agnès Lemieux");
    await accessible(page);
    await looked(page, "paper-summary");
    await page.getByRole("button", { name: t("summary.submit") }).click();
    await expect(page.getByText(t("office.paper.entered"))).toBeVisible();
    await accessible(page);
    await looked(page, "paper-entered");

    const { number } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    await mailWith(email, number ?? "?");
    // Who typed it in finds nothing to claim; another does, and reads how it came.
    await page.goto(at("/office/review/[applicationId]", { applicationId }));
    await expect(page.getByRole("button", { name: t("office.review.acts.claim") })).toHaveCount(0);
    const reviewer = await openFor(await newOfficer("reviewer"));
    await reviewer.goto(at("/office/review/[applicationId]", { applicationId }));
    await reviewer.getByRole("button", { name: t("office.review.acts.claim") }).click();
    await expect(reviewer.getByText("Agnès Lemieux").first()).toBeVisible();
    await expect(reviewer.getByText(officer.name).first()).toBeVisible();
  });
});
