import { db } from "@/lib/db";
import { pdf } from "@/tests/factories/applications";
import { another } from "@/tests/factories/documents";
import { newAnnouncement } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";
import { mailWith } from "./support/mails";
import { labelled } from "./support/words";

/* An officer registers a certificate that an exporter announced, from its scan, and records its original. */

inBothWays(({ locale, javaScriptEnabled, t, at, looked }) => {
  test("an announced import becomes an entry of the register", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const by = { exporterId, by: owner.userId, scanned: true };
    const { id: announcementId, number } = await newAnnouncement({
      ...by,
      importedOn: "2026-08-20",
    });
    const page = await openFor(await newOfficer("reviewer"));
    const typed = (name: string) => page.locator(`[name='${name}']`);

    await page.goto(at("/office/imports"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("office.imports.title"));
    await looked(page, "list");

    await page.goto(at("/office/imports/announcements/[announcementId]", { announcementId }));
    await looked(page, "announcement");
    await page.getByRole("link", { name: t("office.imports.announcement.register") }).click();

    // What the exporter states is on another page: nothing here is filled in.
    await expect(typed("number")).toHaveValue("");
    const figures =
      locale === "en"
        ? { mass: "212.84", other: "212.48", usd: "108,548.40" }
        : { mass: "212,84", other: "212,48", usd: "108 548,40" };
    // In whatever order the paper is read: figures before anything else.
    await typed("hs31.carats").fill(figures.mass);
    await typed("hs31.usd").fill(figures.usd);
    await typed("carats").fill(figures.mass);
    await typed("caratsAgain").fill(figures.other);
    await typed("usd").fill(figures.usd);
    await typed("number").fill(number);
    await typed("numberAgain").fill(number);
    await typed("issuer").selectOption("ZA");
    await typed("provenance").selectOption("ZA");
    await typed("origins[0]").selectOption("ZA");
    await typed("issuedOn").fill("2026-08-03");
    await typed("expiresOn").fill("2026-10-02");
    await typed("importedOn").fill("2026-08-20");
    await typed("stampSeen").check();
    if (javaScriptEnabled) {
      // As typed, before anything is sent.
      const checks = page.getByRole("region", { name: t("office.imports.checks.title") });
      await expect(checks).toContainText("212.84 and 212.48");
      await expect(checks).toContainText("August 20, 2026");
    }
    await page.getByRole("button", { name: t("office.imports.form.register") }).click();

    await expect(page.getByRole("alert").first()).toContainText(figures.other);
    await expect(typed("shipper")).toHaveValue("");
    await expect(typed("caratsAgain")).toHaveValue(figures.other);
    await expect(typed("issuer")).toHaveValue("ZA");
    if (javaScriptEnabled) await expectAccessible(page);
    await looked(page, "form");
    await typed("caratsAgain").fill(figures.mass);
    await page.getByRole("button", { name: t("office.imports.form.register") }).click();

    await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
    await expect(page.getByText(t("office.imports.checks.statedSame"))).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await looked(page, "entry");
    const entry = await db().importCertificate.findFirstOrThrow({ where: { exporterId } });
    expect(entry.carats.toFixed(2)).toBe("212.84");

    await page.getByRole("link", { name: t("office.imports.paper.record") }).click();
    await page
      .getByRole("textbox", { name: labelled(t("office.imports.receipt.on")) })
      .fill("2026-08-26");
    await looked(page, "original");
    await page.getByRole("button", { name: t("office.imports.receipt.button") }).click();
    await expect(
      page.getByText(locale === "en" ? /day 6 of 7/ : /6e jour sur 7/).first(),
    ).toBeVisible();

    // Another scan, put in its place and taken off again.
    await page.locator("input[type=file]").setInputFiles({
      name: "back.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(another(pdf, 1)),
    });
    await page.getByRole("button", { name: t("documents.upload") }).click();
    const scan = page.locator(".files > li").filter({ hasText: "back.pdf" });
    await expect(scan.getByRole("link", { name: "back.pdf" })).toBeVisible();
    await expect(scan).toContainText(t("documents.virusCheck.unscanned"));
    await looked(page, "scans");
    await scan.getByRole("button").click();
    await expect(page.getByText(t("documents.removed"))).toBeVisible();
    await expect(scan).toHaveCount(0);

    // The exporting authority is told, once what the paper says besides is there.
    await page.getByRole("link", { name: t("confirmation.start") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
    // The authority is proposed as it was written last for this participant.
    for (const name of ["authority", "recipient"]) await typed(name).fill("");
    await page.getByRole("button", { name: t("confirmation.button") }).click();
    await expect(page.locator(".error-summary li")).toHaveCount(4);
    await looked(page, "confirmation-errors");
    const authority = `kp-${number.toLowerCase()}@mines.example`;
    await typed("parcels").fill("2");
    await typed("shipper").fill("Karoo Rough (Pty) Ltd\n88 Commissioner St, Johannesburg");
    await typed("authority").fill("Department of Mineral Resources");
    await typed("recipient").fill("mines.example");
    await page.getByRole("button", { name: t("confirmation.button") }).click();
    await expect(page.locator(".error-summary li")).toHaveCount(1);
    await expect(typed("authority")).toHaveValue("Department of Mineral Resources");
    await typed("recipient").fill(authority);
    await looked(page, "confirmation");
    await page.getByRole("button", { name: t("confirmation.button") }).click();
    await expect(page.getByText(t("confirmation.sent"))).toBeVisible();
    await mailWith(authority, number, t("mail.importConfirmation.heading"));
    // It is in the mailbox a moment before the portal is told.
    await expect(async () => {
      await page.reload();
      const told = page.getByText(t("confirmation.mail.delivered"));
      await expect(told).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    const letter = page.getByRole("link", { name: t("confirmation.open") });
    const file = await page.request.get((await letter.getAttribute("href")) ?? "");
    expect(file.headers()["content-type"]).toBe("application/pdf");
    if (javaScriptEnabled) await expectAccessible(page);
    await looked(page, "confirmed");

    // The same paper again, from nobody's announcement: the way to the entry that is there.
    const { legalName } = await db().exporter.findUniqueOrThrow({ where: { id: exporterId } });
    await page.goto(at("/office/imports/new"));
    const main = page.getByRole("main");
    await main.getByRole("searchbox").fill(legalName);
    await main.getByRole("button", { name: t("office.profileSearch.search") }).click();
    await looked(page, "importer");
    await expect(page.getByRole("link", { name: legalName }).first()).toBeVisible();

    // Another one is sent back, with the letter read first.
    const other = await newAnnouncement(by);
    const ask = { announcementId: other.id };
    await page.goto(at("/office/imports/announcements/[announcementId]", ask));
    await page
      .getByRole("radio", { name: t("office.imports.announcement.outcomes.returned") })
      .check();
    await typed("answer").fill("Page 2?");
    await page.getByRole("button", { name: t("office.imports.announcement.preview") }).click();
    await expect(page.locator(".letter")).toContainText("Page 2?");
    await looked(page, "letter");
    await page.getByRole("button", { name: t("office.imports.announcement.send") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("office.imports.title"));
    const sent = await db().importAnnouncement.findUniqueOrThrow({ where: { id: other.id } });
    expect(sent).toMatchObject({ status: "returned", answer: "Page 2?" });
    await page.goto(`${at("/office/imports")}?view=overdue`);
    await looked(page, "overdue");
  });
});
