import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { pdf } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { reply, started } from "@/tests/factories/messages";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newRepresentative,
} from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";
import { labelled } from "./support/words";

/* An exporter writes to the office with a scan, leaves it as a draft, sends it, and reads the answer. */

inBothWays(({ t, at, accessible, looked }) => {
  const press = (page: Page, name: string) =>
    page.getByRole("main").getByRole("button", { name, exact: true }).click();
  const follow = (page: Page, name: string) =>
    page.getByRole("main").getByRole("link", { name, exact: true }).click();
  const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
  const told = (page: Page, words: string) =>
    expect(page.getByRole("main").getByRole("status").filter({ hasText: words })).toBeVisible();
  const field = (page: Page, what: "subject" | "text") =>
    page.getByRole("textbox", { name: labelled(t(`messages.form.${what}`)) });
  const count = (page: Page) =>
    page
      .getByRole("navigation")
      .getByRole("link", { name: t("frame.myMessages") })
      .locator(".nav__count");

  test("a question with a scan is kept, sent and answered", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const { id: importId, number } = await newImportCertificate({ exporterId });
    const page = await openFor(owner);

    // ── From the record to the form, which knows what it is about ──
    await page.goto(at("/imports/[importId]", { importId }));
    await follow(page, t("messages.writeAbout"));
    await expect(h1(page)).toHaveText(t("messages.new.title"));
    await expect(page.locator("[name=about]")).toHaveValue(`import:${importId}`);
    await press(page, t("messages.form.send"));
    await expect(page.locator(".error-summary li")).toHaveText([
      t("errors.messages.subject.required"),
      t("errors.messages.text.required"),
    ]);
    await expect(page.locator("[name=about]")).toHaveValue(`import:${importId}`);
    await accessible(page);
    await looked(page, "messages-new");

    // ── Kept as a draft, with a scan ──
    await field(page, "subject").fill("Scan of the certificate");
    await field(page, "text").fill("Good afternoon.\n\nHere is the scan.");
    await press(page, t("messages.form.attach"));
    await expect(page.getByRole("heading", { name: t("messages.attach.title") })).toBeVisible();
    await expect(h1(page)).toHaveText("Scan of the certificate");
    const scan = { name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf) };
    await page.locator("[name=kind]").selectOption("import_certificate");
    await page.locator("input[type=file]").setInputFiles(scan);
    await press(page, t("documents.upload"));
    await expect(page.locator(".files").getByRole("link", { name: "scan.pdf" })).toBeVisible();
    await accessible(page);
    await looked(page, "messages-attach");
    await follow(page, t("messages.attach.change"));
    await expect(page).not.toHaveURL(/attach=/);
    await field(page, "text").fill("Good afternoon.\n\nHere is the scan of the certificate.");
    await press(page, t("messages.form.saveDraft"));
    await told(page, t("messages.notice.savedTitle"));

    // ── In another window it goes on: an older one is told, and loses nothing ──
    const older = await openFor(owner);
    await older.goto(page.url());
    await field(page, "text").fill(
      "Good afternoon.\n\nHere is the better scan of the certificate.",
    );
    await press(page, t("messages.form.saveDraft"));
    await told(page, t("messages.notice.savedTitle"));
    await field(older, "text").fill("Good afternoon.\n\nHere it is: the scan of the certificate.");
    await press(older, t("messages.form.send"));
    await expect(older.locator(".error-summary")).toContainText(t("errors.messages.draftChanged"));
    await expect(older.getByRole("textbox", { name: t("form.elsewhere") })).toHaveValue(/better/);
    await expect(field(older, "text")).toHaveValue(/Here it is/);
    await accessible(older);
    await looked(older, "messages-elsewhere");
    await press(older, t("messages.form.saveDraft"));
    await told(older, t("messages.notice.savedTitle"));
    await expect(older.locator(".error-summary")).toHaveCount(0);

    // ── Left, found again, and sent ──
    await page.goto(at("/messages"));
    await expect(page.locator(".inbox")).toContainText(t("messages.list.draft"));
    await follow(page, "Scan of the certificate");
    await expect(field(page, "text")).toHaveValue(/scan of the certificate\.$/);
    await looked(page, "messages-draft");
    await press(page, t("messages.form.send"));
    await told(page, t("messages.notice.sentTitle"));
    await expect(page.locator(".thread .mine")).toContainText("scan of the certificate.");
    await expect(page.locator(".thread .mine a")).toHaveText("scan.pdf");
    await expect(field(page, "text")).toHaveValue("");
    const thread = await db().thread.findFirstOrThrow({ where: { exporterId } });
    expect(thread).toMatchObject({ importCertificateId: importId, lastSide: "exporter" });

    // ── The office answers ──
    await reply(await newOfficer("reviewer"), thread.id, "The écluse is confirmed.");
    await page.goto(at("/home"));
    await expect(count(page)).toBeVisible();
    await page.goto(at("/messages"));
    await accessible(page);
    await looked(page, "messages-list");
    await page.locator("[name=q]").fill("ECLUSE");
    await press(page, t("messages.filter.show"));
    await expect(page.locator(".inbox li")).toHaveCount(1);
    await follow(page, "Scan of the certificate");
    await expect(count(page)).toHaveCount(0);
    await expect(page.locator(".thread > li")).toHaveCount(2);
    const answer = page.locator(".thread > li").last();
    await expect(answer).toContainText(t("messages.thread.office"));
    await expect(answer).toContainText(t("messages.thread.new"));
    await expect(
      page.getByRole("main").getByRole("link", { name: new RegExp(number) }),
    ).toBeVisible();
    await accessible(page);
    await looked(page, "messages-thread");
    await page.reload();
    await expect(answer).not.toContainText(t("messages.thread.new"));

    // ── On it goes, once; and a second draft is thrown away ──
    await field(page, "text").fill("Thank you.");
    await press(page, t("messages.form.send"));
    await told(page, t("messages.notice.sentTitle"));
    await expect(page.locator(".thread > li")).toHaveCount(3);
    await field(page, "text").fill("By the way");
    await press(page, t("messages.form.saveDraft"));
    await told(page, t("messages.notice.savedTitle"));
    await page.getByText(t("messages.discard.title"), { exact: true }).click();
    await press(page, t("messages.discard.button"));
    await told(page, t("messages.notice.discardedTitle"));
    await expect(field(page, "text")).toHaveValue("");
    expect(
      await db().message.count({ where: { threadId: thread.id, sentAt: { not: null } } }),
    ).toBe(3);
  });

  test("what was begun is thrown away once, in two windows", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const { threadId } = await started(owner, exporterId);
    const windows = [await openFor(owner), await openFor(owner)];
    for (const page of windows) await page.goto(at("/messages/[threadId]", { threadId }));
    for (const page of windows) {
      await page.getByText(t("messages.discard.title"), { exact: true }).click();
      await press(page, t("messages.discard.button"));
      await told(page, t("messages.discarded"));
      await expect(h1(page)).toHaveText(t("messages.title"));
    }
  });

  test("who may only view reads, and nobody else does", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const page = await openFor(owner);
    await page.goto(at("/messages"));
    await expect(page.getByRole("heading", { name: t("messages.empty.title") })).toBeVisible();
    await accessible(page);
    await follow(page, t("messages.create"));
    await page.locator("[name=about]").selectOption("general");
    await field(page, "subject").fill("Office hours");
    await field(page, "text").fill("Until when?");
    await press(page, t("messages.form.send"));
    await told(page, t("messages.notice.sentTitle"));
    const { id: threadId } = await db().thread.findFirstOrThrow({ where: { exporterId } });
    const address = at("/messages/[threadId]", { threadId });
    const viewOnly = await newRepresentative(exporterId, ["view"]);
    const reader = await openFor(await exporterViewer(viewOnly.userId));
    await reader.goto(address);
    await expect(reader.locator(".thread > li")).toHaveCount(1);
    await expect(reader.getByText(t("messages.notice.viewOnly"))).toBeVisible();
    await expect(field(reader, "text")).toHaveCount(0);
    await accessible(reader);

    // ── However long it has become: page by page ──
    const by = { threadId, side: "exporter", authorId: owner.userId } as const;
    const now = Date.now();
    await db().message.createMany({
      data: Array.from({ length: 60 }, (_, i) => ({
        ...{ ...by, text: `Until ${i}?`, sentAt: new Date(now + i * 1000) },
      })),
    });
    await reader.reload();
    await expect(reader.locator(".thread > li")).toHaveCount(50);
    await follow(reader, t("messages.thread.older"));
    await expect(reader.locator(".thread > li")).toHaveCount(11);
    await accessible(reader);
    await follow(reader, t("messages.thread.newest"));
    await expect(reader.locator(".thread > li").last()).toContainText("Until 59?");
    const stranger = await openFor((await newExporter()).owner);
    await stranger.goto(address);
    await expect(h1(stranger)).toHaveText(t("frame.notFound.title"));
  });
});
