import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { claim } from "@/lib/reviews/commands/claim";
import { db } from "@/lib/db";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, newPerson, test } from "./fixtures";
import { inState } from "./support/scene";
import { labelled, wordsOf } from "./support/words";

/* An auditor finds in the trail what an exporter was refused and an officer has read; an administrator holds. */

const paths = {
  en: {
    audit: "/en/office/audit",
    chain: "/en/office/audit/chain",
    retention: "/en/office/retention",
    application: "/en/applications/",
    review: "/en/office/review/",
    timeline: "/en/office/timeline/application/",
  },
  fr: {
    audit: "/fr/bureau/journal",
    chain: "/fr/bureau/journal/chaine",
    retention: "/fr/bureau/conservation",
    application: "/fr/demandes/",
    review: "/fr/bureau/examen/",
    timeline: "/fr/bureau/historique/application/",
  },
} as const;

for (const [locale, javaScriptEnabled] of [
  ["en", true],
  ["fr", false],
] as const) {
  const t = wordsOf(locale);
  const here = paths[locale];

  test.describe(`${locale}, ${javaScriptEnabled ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled });
    // Axe itself is a script.
    const look = (page: Page) => (javaScriptEnabled ? expectAccessibleInBoth(page) : undefined);

    test("a refusal and a read are in the trail, which is whole; what is on hold stays", async ({
      openFor,
    }) => {
      const { exporterId, owner } = await newExporter();
      const reviewer = await newOfficer("reviewer");
      const file = await inState.submitted({ exporterId, owner, reviewer });
      await claim(reviewer, file);
      const { number } = await db().application.findUniqueOrThrow({ where: { id: file } });
      const document = await db().document.findFirstOrThrow({ where: { applicationId: file } });

      // Somebody else asks for the file, twice, and an exporter for the office's page.
      const rita = await newPerson(locale);
      const stranger = await openFor(rita);
      await stranger.goto(here.application + file);
      await stranger.reload();
      await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
        t("frame.notFound.title"),
      );
      await stranger.goto(here.audit);
      await expect(stranger).toHaveURL(/no-access|acces-refuse/);

      // An officer opens a document, and sees it said of the file.
      const desk = await openFor(reviewer);
      const answer = await desk.request.get(`/api/documents/${document.id}`);
      expect(answer.status()).toBe(200);
      await desk.goto(here.review + file);
      await desk.getByRole("link", { name: t("office.review.history.everything") }).click();
      const read = desk.getByRole("listitem").filter({ hasText: t("audit.said.document.read") });
      await expect(read.filter({ hasText: document.name }).first()).toContainText(reviewer.name);
      await expect(desk.getByRole("listitem").filter({ hasText: rita.name })).toHaveCount(1);
      await look(desk);

      // The auditor filters by number and kind, then by person.
      const auditor = await openFor(await newPerson(locale, "auditor"));
      await auditor.goto(here.audit);
      await look(auditor);
      const field = (name: "record" | "who" | "from") =>
        auditor.getByRole("searchbox", { name: t(`office.audit.filter.${name}`) });
      await field("record").fill(number ?? "");
      await auditor
        .getByRole("combobox", { name: t("office.audit.filter.what") })
        .selectOption("denials");
      await auditor.getByRole("button", { name: t("office.audit.filter.show") }).click();
      const rows = auditor.getByRole("row").filter({ has: auditor.getByRole("cell") });
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText(rita.name);
      await expect(rows).toContainText(t("audit.said.access.denied.record"));
      await auditor.goto(`${here.audit}?who=${encodeURIComponent(rita.email)}&what=denials`);
      await expect(rows).toHaveCount(2);
      await expect(rows.first()).toContainText(t("audit.said.access.denied.role"));
      await auditor.goto(`${here.audit}?record=KPO-1999-0001&from=yesterday`);
      await expect(auditor.locator("main")).toContainText("KPO-1999-0001");
      await expect(auditor.locator("main")).toContainText(t("office.audit.empty.title"));
      await look(auditor);

      // The file, in the auditor's language; nobody else gets it.
      const csv = `/api/office/audit?record=${number}&locale=${locale}`;
      await auditor.goto(`${here.audit}?record=${number}`);
      const link = auditor.getByRole("link", { name: t("office.audit.csv") });
      const [download] = await Promise.all([auditor.waitForEvent("download"), link.click()]);
      const text = await readFile(await download.path(), "utf8");
      expect(text.split("\r\n")[0]).toContain(t("office.audit.download.columns.when"));
      expect(text).toContain(t("audit.said.document.read"));
      for (const page of [stranger, desk]) {
        expect((await page.request.get(csv)).status()).toBe(404);
      }

      // The chain is checked, and then the first line says so.
      await auditor.goto(here.chain);
      await auditor.getByRole("button", { name: t("office.audit.chain.form.button") }).click();
      const result = auditor
        .getByRole("row")
        .filter({ has: auditor.getByRole("cell") })
        .first();
      await expect(result).toContainText(t("office.audit.chain.whole"));
      await look(auditor);
      await auditor.goto(here.audit);
      await expect(auditor.locator("p.ok")).toContainText(
        locale === "en" ? "The record is whole." : "Le journal est intact.",
      );

      // An administrator puts the file on hold, and ends that; an auditor only reads of it.
      const admin = await openFor(await newPerson(locale, "administrator"));
      await admin.goto(here.retention);
      await look(admin);
      const set = admin.getByRole("button", { name: t("office.retention.set.button") });
      await set.click();
      await expect(admin.locator(".error-summary")).toContainText(t("errors.hold.number.required"));
      await expect(admin.locator(".error-summary")).toContainText(t("errors.hold.reason.required"));
      const typed = (name: "number" | "reason") =>
        admin.getByRole("textbox", { name: labelled(t(`office.retention.set.${name}`)) });
      await typed("number").fill("KPO-1999-0001");
      await typed("reason").fill("A court has asked for it");
      await set.click();
      await expect(admin.locator(".error-summary")).toContainText(t("errors.hold.number.notFound"));
      await expect(typed("reason")).toHaveValue("A court has asked for it");
      await typed("number").fill(number ?? "");
      await set.click();
      const held = admin.getByRole("row").filter({ hasText: number ?? "" });
      await expect(held).toContainText(t("office.retention.holds.open"));
      await auditor.goto(here.retention);
      await expect(auditor.getByRole("row").filter({ hasText: number ?? "" })).toContainText(
        "A court has asked for it",
      );
      await expect(
        auditor.getByRole("button", { name: t("office.retention.set.button") }),
      ).toHaveCount(0);
      await held.getByRole("link").click();
      await look(admin);
      await admin
        .getByRole("textbox", { name: labelled(t("office.retention.endForm.reason")) })
        .fill("The case is closed");
      await admin.getByRole("button", { name: t("office.retention.endForm.button") }).click();
      await expect(held).toContainText(t("office.retention.holds.ended"));
      await admin.goto(here.timeline + file);
      await expect(
        admin.getByRole("listitem").filter({ hasText: "The case is closed" }),
      ).toContainText(t("audit.said.hold.ended"));
    });
  });
}
