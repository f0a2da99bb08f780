import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { pdf } from "@/tests/factories/applications";
import { another } from "@/tests/factories/documents";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";
import { newImportNumber, typePaper } from "./support/import-paper";
import { mailsTo, mailWith, plain } from "./support/mails";
import { labelled } from "./support/words";

/*
 * The whole way of a scan: an exporter writes to the office with it, the office registers it from the inbox, the
 * exporter is told by email; then in the portal only, as they chose, and by email of what is urgent all the same.
 */

inBothWays(({ t, at, locale }) => {
  const press = (page: Page, name: string) =>
    page.getByRole("main").getByRole("button", { name, exact: true }).click();
  const follow = (page: Page, name: string) =>
    page.getByRole("main").getByRole("link", { name, exact: true }).click();
  const field = (page: Page, what: "subject" | "text") =>
    page.getByRole("textbox", { name: labelled(t(`messages.form.${what}`)) });

  /** The exporter's part: a general question with a scan. */
  async function write(page: Page, subject: string, name: string, file: Buffer): Promise<void> {
    await page.goto(at("/messages/new"));
    await page.locator("[name=about]").selectOption("general");
    await field(page, "subject").fill(subject);
    await field(page, "text").fill("Here is the scan of our certificate.");
    await press(page, t("messages.form.attach"));
    await page.locator("[name=kind]").selectOption("import_certificate");
    const scan = { name, mimeType: "application/pdf", buffer: file };
    await page.locator("input[type=file]").setInputFiles(scan);
    await press(page, t("documents.upload"));
    await expect(page.locator(".files").getByRole("link", { name })).toBeVisible();
    await press(page, t("messages.form.send"));
    await expect(page.locator(".thread .mine a")).toHaveText(name);
  }

  /** The office's part: from what waits in the inbox into the register. */
  async function register(desk: Page, subject: string, name: string): Promise<string> {
    await desk.goto(at("/office/inbox") + `?q=${encodeURIComponent(subject)}`);
    await desk.getByRole("main").getByRole("table").getByRole("link").first().click();
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText(subject);
    await follow(desk, t("office.inbox.file.registerNamed", { name }));
    const number = newImportNumber();
    await typePaper(desk, number);
    await press(desk, t("office.imports.form.register"));
    await expect(desk.getByRole("heading", { level: 1 })).toContainText(number);
    return number;
  }

  test("from a message into the register and back to its exporter", async ({ openFor }) => {
    const mark = randomUUID().slice(0, 8);
    const { exporterId, owner } = await newExporter();
    const { email } = await db().user.update({
      where: { id: owner.userId },
      data: { language: locale },
    });
    const address = email ?? "";
    const page = await openFor(owner);
    const desk = await openFor(await newOfficer("reviewer"));
    const registered = (number: string) => t("mail.importRegistered.subject", { number });
    const told = async (subject: string) => {
      await page.goto(at("/notices"));
      return page.getByRole("main").getByRole("link", { name: subject }).count();
    };

    await write(page, `First ${mark}`, "first.pdf", Buffer.from(pdf));
    const first = await register(desk, `First ${mark}`, "first.pdf");
    const mail = await mailWith(address, registered(first));
    expect(mail.text).toContain(at("/notices/preferences"));
    await expect.poll(() => told(registered(first)), { timeout: 30_000 }).toBe(1);

    await follow(page, t("notices.preferences.link"));
    const imports = page.getByRole("radiogroup", {
      name: new RegExp(t("notices.types.imports.name")),
    });
    await imports.getByLabel(t("notices.channels.portal")).check();
    await press(page, t("notices.preferences.save"));
    await expect(page.getByRole("status")).toContainText(
      plain(t("notices.preferences.saved.title")),
    );
    await expect(imports.getByLabel(t("notices.channels.portal"))).toBeChecked();

    await write(page, `Second ${mark}`, "second.pdf", Buffer.from(another(pdf, 1)));
    const second = await register(desk, `Second ${mark}`, "second.pdf");
    await expect.poll(() => told(registered(second)), { timeout: 30_000 }).toBe(1);

    const { id: importCertificateId } = await db().importCertificate.findFirstOrThrow({
      where: { exporterId, number: second },
    });
    const dueOn = addDays(todayInOttawa(), 4);
    const reminded = {
      kind: "import.originalReminded",
      importCertificateId,
      exporterId,
      data: { reminder: "dueSoon", dueOn },
    } as const;
    await transaction((tx) => record(tx, { system: true }, reminded));
    const urgent = await mailWith(address, t("mail.originalDueSoon.subject", { number: second }));
    expect(plain(urgent.text ?? "")).toContain(plain(t("mail.foot.urgent")));
    // By then the quiet one would have come.
    const subjects = (await mailsTo(address)).map(({ subject }) => plain(subject));
    expect(subjects.filter((each) => each.includes(plain(registered(second))))).toEqual([]);
  });
});
