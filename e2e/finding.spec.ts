import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import type { Pathname } from "@/lib/i18n/routing";
import { pageAddress } from "@/lib/mail/addresses";
import { newDraft, newSubmitted } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter } from "@/tests/factories/people";
import { expect, expectAccessible, newPerson, test } from "./fixtures";
import { mailWith } from "./support/mails";
import { markedAnswers, newMark } from "./support/scene";
import { labelled, wordsOf } from "./support/words";

/* What the office finds: English with script, French without. */

for (const locale of ["en", "fr"] as const) {
  test.describe(`the office finds, in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    test.describe.configure({ timeout: 120_000 });
    const t = wordsOf(locale);
    const at = (pathname: Pathname, params: Record<string, string> = {}) =>
      pageAddress(env().PORTAL_URL, locale, pathname, params);
    const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
    const press = (page: Page, name: string) =>
      page.getByRole("main").getByRole("button", { name, exact: true }).click();
    const look = (page: Page) => (locale === "en" ? expectAccessible(page) : undefined);

    /** From the head of whatever page it is. */
    async function find(page: Page, text: string) {
      const box = page.getByRole("search", { name: t("search.headLabel"), exact: true });
      await box.getByRole("searchbox").fill(text);
      await box.getByRole("button").click();
    }

    test("everything from one box, and an exporter on one page", async ({ openFor }) => {
      const mark = newMark();
      const legalName = `Diamants Boréal ${mark} Inc.`;
      const { exporterId, owner } = await newExporter({ legalName });
      const applicationId = await newSubmitted(owner, exporterId, markedAnswers(mark));
      await issueSubmitted(applicationId);
      const imported = await newImportCertificate({ exporterId });
      const { number, certificate } = await db().application.findUniqueOrThrow({
        where: { id: applicationId },
        select: { number: true, certificate: { select: { number: true } } },
      });
      const desk = await openFor(await newPerson(locale, "reviewer"));
      await desk.goto(at("/office/queue"));

      // A number leads straight there, from every page.
      await find(desk, (number ?? "").toLowerCase().replaceAll("-", " "));
      await expect(desk).toHaveURL(at("/office/review/[applicationId]", { applicationId }));
      await find(desk, certificate?.number ?? "");
      await expect(h1(desk)).toContainText(certificate?.number ?? "");
      await find(desk, imported.number);
      await expect(desk).toHaveURL(at("/office/imports/[importId]", { importId: imported.id }));

      // A part of a name finds each kind, and no people for a reviewer.
      await find(desk, mark.toLowerCase());
      await expect(h1(desk)).toHaveText(t("search.title"));
      for (const kind of ["exporters", "consignees"] as const) {
        const group = desk.getByRole("region", { name: t(`search.kinds.${kind}`), exact: true });
        await expect(group.getByRole("row")).toHaveCount(2);
      }
      await expect(desk.getByRole("heading", { name: t("search.kinds.people") })).toHaveCount(0);
      await look(desk);
      await find(desk, `s ${mark}`);
      await expect(desk.getByRole("link", { name: `S-${mark}` })).toBeVisible();
      await find(desk, `nothing ${mark}`);
      await expect(desk.getByText(t("search.nothing", { text: `nothing ${mark}` }))).toBeVisible();

      await find(desk, `BOREAL ${mark}`);
      await desk.getByRole("link", { name: legalName }).click();
      await expect(h1(desk)).toHaveText(legalName);
      const main = desk.getByRole("main");
      for (const text of [number ?? "", certificate?.number ?? "", imported.number]) {
        await expect(main.getByRole("link", { name: text, exact: true })).toBeVisible();
      }
      await expect(main.getByText(owner.name).first()).toBeVisible();
      await expect(main.getByRole("link", { name: owner.name })).toHaveCount(0);
      await expect(main.getByRole("link", { name: t("dossier.toMerge") })).toHaveCount(0);
      await look(desk);

      // An auditor reads the person too.
      const auditor = await openFor(await newPerson(locale, "auditor"));
      await auditor.goto(at("/office/exporters/[exporterId]", { exporterId }));
      await auditor.getByRole("main").getByRole("link", { name: owner.name }).click();
      await expect(h1(auditor)).toHaveText(owner.name);
      await expect(auditor.getByRole("link", { name: legalName }).first()).toBeVisible();
      const registered = t("person.history.kinds.exporter.created");
      await expect(auditor.getByText(registered)).toBeVisible();
      await look(auditor);
    });

    test("a duplicate becomes part of the profile that is kept, by two people", async ({
      openFor,
    }) => {
      const mark = newMark();
      const from = await newExporter({ legalName: `Kestrel ${mark} Limited` });
      const into = await newExporter({ legalName: `Kestrel ${mark} Ltd.` });
      const draft = await newDraft(from.owner, from.exporterId);
      const admin = await openFor(await newPerson(locale, "administrator"));
      await admin.goto(at("/office/exporters/[exporterId]", { exporterId: from.exporterId }));
      await admin.getByRole("link", { name: t("dossier.toMerge") }).click();
      await look(admin);
      const kept = admin.getByRole("search", { name: t("merge.kept.label") });
      await kept.getByRole("searchbox").fill(`Kestrel ${mark}`);
      await kept.getByRole("button").click();
      await admin.getByRole("link", { name: `Kestrel ${mark} Ltd.` }).click();

      // Who will read what is named before anybody presses.
      const names = { from: `Kestrel ${mark} Limited`, into: `Kestrel ${mark} Ltd.` };
      await expect(
        admin.getByText(t("merge.moves.gainsInto", { ...names, count: 1, drafts: 1 })),
      ).toBeVisible();
      await expect(admin.getByText(t("merge.moves.noLongerOwner", names))).toBeVisible();
      await press(admin, t("merge.propose.button"));
      await expect(admin.locator(".error-summary")).toContainText(
        t("errors.merge.reason.required"),
      );
      await look(admin);
      await admin
        .getByRole("textbox", { name: labelled(t("merge.propose.reason")) })
        .fill("Registered twice.");
      await press(admin, t("merge.propose.button"));
      await expect(h1(admin)).toHaveText(t("merge.decideTitle", names));
      await expect(admin.getByText(t("merge.own"))).toBeVisible();
      await expect(admin.getByRole("button", { name: t("merge.confirm.button") })).toHaveCount(0);

      const desk = await openFor(await newPerson(locale, "signatory"));
      await desk.goto(at("/office/exporters"));
      await desk.getByRole("link", { name: t("merge.waitingOne", names) }).click();
      await expect(desk.getByText("Registered twice.")).toBeVisible();
      await look(desk);
      await press(desk, t("merge.confirm.button"));
      await expect(h1(desk)).toHaveText(names.into);
      await expect(desk.getByText(t("dossier.merged.from"))).toBeVisible();
      await desk.getByRole("link", { name: names.from }).click();
      await expect(desk.getByText(t("dossier.merged.stays"))).toBeVisible();
      const moved = await db().application.findUniqueOrThrow({ where: { id: draft } });
      expect(moved.exporterId).toBe(into.exporterId);
      const { email } = await db().user.findUniqueOrThrow({ where: { id: from.owner.userId } });
      await mailWith(email ?? "", t("mail.people.profileMerged.heading"));

      // Their draft is where it was for whoever wrote it.
      const author = await openFor({ userId: from.owner.userId });
      await author.goto(at("/applications/[applicationId]", { applicationId: draft }));
      await expect(author.getByText(names.into).first()).toBeVisible();
    });
  });
}
