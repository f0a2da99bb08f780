import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { cameIn } from "@/tests/factories/documents";
import { pdf } from "@/tests/factories/applications";
import { reply, sent, started } from "@/tests/factories/messages";
import { exporterViewer, newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { inBothWays } from "./support/both-ways";
import { newImportNumber, typePaper } from "./support/import-paper";
import { inState } from "./support/scene";
import { labelled } from "./support/words";

/*
 * The office's inbox: what an exporter sends with a scan is taken, answered, noted and registered; a question
 * becomes a request for a change.
 */

type Done = "sent" | "saved" | "settled" | "assigned" | "prepared" | "discarded";

inBothWays(({ t, at, locale, accessible, looked }) => {
  const press = (page: Page, name: string) =>
    page.getByRole("main").getByRole("button", { name, exact: true }).click();
  const follow = (page: Page, name: string) =>
    page.getByRole("main").getByRole("link", { name, exact: true }).click();
  const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
  const done = (page: Page, what: Done) =>
    expect(page.locator("#done")).toHaveText(t(`office.inbox.done.${what}`));

  test("a scan that waits is taken, answered and registered, and its exporter sees it", async ({
    openFor,
  }) => {
    const legalName = `Inbox ${randomUUID().slice(0, 8)} Ltd.`;
    const { exporterId, owner } = await newExporter({ legalName });
    const person = await exporterViewer(owner.userId);
    const { threadId, messageId } = await started(person, exporterId, {
      subject: `Import ${legalName}`,
    });
    const file = await cameIn("certificate.pdf", pdf);
    await addDocument(person, { messageId }, "import_certificate", file);
    await sendMessage(person, threadId, { messageId, text: "Here is the scan. May we export?" });

    // ── It waits, and two officers look at it ──
    const nora = await newOfficer("reviewer");
    const desk = await openFor(nora);
    await desk.goto(at("/office/inbox") + `?q=${encodeURIComponent(legalName)}`);
    await expect(h1(desk)).toHaveText(t("office.inbox.title"));
    await expect(
      desk
        .getByRole("navigation")
        .getByRole("link", { name: t("frame.inbox") })
        .first(),
    ).toBeVisible();
    await accessible(desk);
    await looked(desk, "inbox");
    // Its link names the exporter and the subject.
    const row = desk.getByRole("table").getByRole("link", { name: legalName });
    await expect(row).toHaveAccessibleName(new RegExp(`${legalName} .*Import ${legalName}`));
    await row.click();
    await expect(h1(desk)).toHaveText(`Import ${legalName}`);
    const samir = await openFor(await newOfficer("reviewer"));
    await samir.goto(at("/office/inbox/[threadId]", { threadId }));
    const text = desk.getByRole("textbox", { name: labelled(t("office.inbox.reply.text")) });
    await text.fill("Thank y");
    await press(desk, t("office.inbox.assign.take"));
    await done(desk, "assigned");
    await expect(desk.getByText(t("office.inbox.assign.yours"))).toBeVisible();
    await expect(text).toHaveValue("Thank y");
    await press(desk, t("office.inbox.reply.discard"));
    await done(desk, "discarded");
    await press(samir, t("office.inbox.assign.take"));
    await expect(samir.locator(".error-summary")).toContainText(
      t("errors.inbox.held", { by: nora.name }),
    );

    // ── An internal note, and an answer from a ready paragraph ──
    const note = desk.getByRole("textbox", { name: labelled(t("office.review.notes.label")) });
    await note.fill("They send one each week.");
    await press(desk, t("office.review.notes.add"));
    await expect(desk.getByText("They send one each week.")).toBeVisible();
    await press(desk, t("office.inbox.reply.send"));
    await expect(desk.locator(".error-summary")).toContainText(t("errors.messages.text.required"));
    await text.fill("Thank you.");
    await desk.locator("[name=paragraph]").selectOption("scan-received");
    await desk.locator("[name=language]").selectOption("both");
    await press(desk, t("office.inbox.reply.insert"));
    await expect(text).toHaveValue(
      /^Thank you\.\n\nThank you for the scan\..*\n\nMerci de la copie/s,
    );
    await press(desk, t("office.inbox.reply.save"));
    await done(desk, "saved");
    await expect(desk.locator(".error-summary")).toHaveCount(0);
    await accessible(desk);
    await looked(desk, "inbox-thread");

    // ── A file goes with it; meanwhile the exporter writes again, which is read before the answer goes ──
    await press(desk, t("office.inbox.reply.attach"));
    await expect(desk.getByRole("heading", { name: t("messages.attach.title") })).toBeVisible();
    await expect(text).toHaveCount(0);
    const form = { name: "form.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf) };
    await desk.locator("input[type=file]").setInputFiles(form);
    await press(desk, t("documents.upload"));
    await expect(desk.locator(".files").getByRole("link", { name: "form.pdf" })).toBeVisible();
    await accessible(desk);
    await looked(desk, "inbox-attach");
    await follow(desk, t("messages.attach.change"));
    await expect(desk).not.toHaveURL(/attach=/);
    await text.fill("Thank you for the scan. It is readable.");
    await reply(person, threadId, "It came by courier, by the way.");
    await press(desk, t("office.inbox.reply.send"));
    await expect(desk.locator(".error-summary")).toContainText(t("errors.inbox.newMessage"));
    await expect(desk.locator(".thread")).toContainText("by courier");
    await expect(text).toHaveValue("Thank you for the scan. It is readable.");

    // ── So does another window of one's own ──
    const second = await openFor(nora);
    await second.goto(desk.url());
    await second.getByRole("textbox", { name: labelled(t("office.inbox.reply.text")) }).fill("No.");
    await press(second, t("office.inbox.reply.save"));
    await done(second, "saved");
    await press(desk, t("office.inbox.reply.send"));
    await expect(desk.locator(".error-summary")).toContainText(t("errors.messages.draftChanged"));
    await expect(desk.getByRole("textbox", { name: t("form.elsewhere") })).toHaveValue("No.");
    await expect(text).toHaveValue("Thank you for the scan. It is readable.");
    await press(desk, t("office.inbox.reply.send"));
    await done(desk, "sent");
    await expect(text).toHaveValue("");
    await expect(desk.locator(".thread .mine")).toContainText("Thank you for the scan.");

    // ── The scan goes into the register ──
    const number = newImportNumber();
    await follow(desk, t("office.inbox.file.registerNamed", { name: "certificate.pdf" }));
    await expect(h1(desk)).toHaveText(t("office.imports.form.title"));
    await expect(desk.locator("iframe[name=paper]")).toBeVisible();
    await typePaper(desk, number);
    const again = await openFor(nora);
    await again.goto(desk.url());
    await press(desk, t("office.imports.form.register"));
    await expect(h1(desk)).toContainText(number);
    await expect(desk.getByText("certificate.pdf").first()).toBeVisible();
    await again.reload();
    await expect(again.getByRole("main")).toContainText(t("office.imports.form.scanRegistered"));
    await desk.goto(at("/office/inbox/[threadId]", { threadId }));
    await expect(desk.getByRole("main")).toContainText(
      `${t("office.inbox.file.registered")} ${number}`,
    );

    // ── Its exporter sees the answer, the import and the notice, and no note ──
    const page = await openFor(person);
    await page.goto(at("/messages/[threadId]", { threadId }));
    await expect(page.getByRole("main")).toContainText("Thank you for the scan.");
    await expect(page.getByRole("main")).not.toContainText("one each week");
    await page.goto(locale === "en" ? "/en/imports" : "/fr/importations");
    await expect(page.getByRole("row", { name: number })).toBeVisible();
    const told = { userId: owner.userId, template: "importRegistered" };
    await expect.poll(() => db().notice.count({ where: told }), { timeout: 60_000 }).toBe(1);

    // ── They thank; that needs no answer ──
    await reply(person, threadId, "Thank you!");
    await desk.goto(at("/office/inbox/[threadId]", { threadId }));
    await text.fill("You are welc");
    await press(desk, t("office.inbox.reply.settle"));
    await done(desk, "settled");
    await expect(text).toHaveValue("You are welc");
    await press(desk, t("office.inbox.reply.discard"));
    await done(desk, "discarded");
    await expect(text).toHaveValue("");
    await desk.goto(at("/office/inbox") + `?q=${encodeURIComponent(legalName)}`);
    await expect(desk.getByText(t("office.inbox.empty.notFound"))).toBeVisible();
  });

  test("a question becomes a request of the next notice", async ({ openFor }) => {
    const { exporterId, owner } = await newExporter();
    const nora = await newOfficer("reviewer");
    const scene = { exporterId, owner, reviewer: nora };
    const applicationId = await inState.in_review(scene);
    const { number } = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
    const about = { about: "application", matterId: applicationId } as const;
    const { threadId } = await sent(owner, exporterId, { ...about, text: "Is the city right?" });
    const desk = await openFor(nora);
    await desk.goto(at("/office/inbox/[threadId]", { threadId }));
    await follow(desk, t("office.inbox.reply.ask", { number: number ?? "" }));
    await expect(h1(desk)).toHaveText(t("office.inbox.request.title", { number: number ?? "" }));
    await expect(desk.locator("[name=reason]")).toHaveValue(/Is the city right\?/);
    await accessible(desk);
    await looked(desk, "inbox-request");
    await press(desk, t("office.inbox.request.button"));
    await expect(desk.locator(".error-summary")).toBeVisible();
    await desk.locator("[name=place]").selectOption("consignee:consignee.city");
    await press(desk, t("office.inbox.request.button"));
    await done(desk, "prepared");
    await desk.goto(at("/office/review/[applicationId]/return", { applicationId }));
    await expect(desk.locator("[name='requests[0].place']")).toHaveValue(
      "consignee:consignee.city",
    );
    await expect(desk.locator("[name='requests[0].reason']")).toHaveValue(/Is the city right\?/);

    // Another officer cannot, and is told what can be done.
    const samir = await openFor(await newOfficer("reviewer"));
    await samir.goto(at("/office/inbox/[threadId]/request", { threadId }));
    await expect(samir.getByRole("main")).toContainText(
      t("office.inbox.request.notNow.held", { number: number ?? "", holder: nora.name }),
    );
    // The auditor reads and finds nothing to press.
    const auditor = await openFor(await newOfficer("auditor"));
    await auditor.goto(at("/office/inbox/[threadId]", { threadId }));
    await expect(auditor.getByRole("main")).toContainText(t("office.inbox.readOnly"));
    await expect(auditor.getByRole("main").getByRole("button")).toHaveCount(0);
  });

  test("the office begins a conversation", async ({ openFor }) => {
    const legalName = `Inbox ${randomUUID().slice(0, 8)} Ltd.`;
    const { exporterId, owner } = await newExporter({ legalName });
    const desk = await openFor(await newOfficer("signatory"));
    await desk.goto(at("/office/inbox"));
    await follow(desk, t("office.inbox.write"));
    await desk.getByRole("main").locator("[name=find]").fill(legalName);
    await press(desk, t("office.profileSearch.search"));
    await follow(desk, legalName);
    const box = (name: string) => desk.getByRole("textbox", { name: labelled(name) });
    await box(t("office.inbox.begin.text")).fill("We move on Friday.");
    await press(desk, t("office.inbox.begin.send"));
    await expect(desk.locator(".error-summary")).toContainText(
      t("errors.messages.subject.required"),
    );
    await expect(box(t("office.inbox.begin.text"))).toHaveValue("We move on Friday.");
    await accessible(desk);
    await looked(desk, "inbox-new");
    await box(t("office.inbox.begin.subject")).fill("Our address");
    await press(desk, t("office.inbox.begin.send"));
    await done(desk, "sent");
    await expect(h1(desk)).toHaveText("Our address");
    const thread = await db().thread.findFirstOrThrow({ where: { exporterId } });
    const page = await openFor(await exporterViewer(owner.userId));
    await page.goto(at("/messages/[threadId]", { threadId: thread.id }));
    await expect(page.getByRole("main")).toContainText("We move on Friday.");
  });
});
