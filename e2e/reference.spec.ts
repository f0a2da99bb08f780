import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { pageAddress } from "@/lib/mail/addresses";
import { goodAnswers, newDraft } from "@/tests/factories/applications";
import { newExporter } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, newPerson, test } from "./fixtures";
import { mailWith } from "./support/mails";
import { labelled, wordsOf } from "./support/words";

/* Reference data: proposed by one administrator, confirmed by another, looked at on any day, and felt by drafts. */

for (const [locale, javaScriptEnabled, code] of [
  ["en", true, "WW"],
  ["fr", false, "VV"],
] as const) {
  const t = wordsOf(locale);
  const at = (
    ...[pathname, parameters]: [Parameters<typeof pageAddress>[2], Record<string, string>?]
  ) => pageAddress(env().PORTAL_URL, locale, pathname, parameters);
  const list = at("/office/reference/[kind]", { kind: "participants" });
  const row = at("/office/reference/[kind]/row/[key]", { kind: "participants", key: code });

  test.describe(`${locale}, ${javaScriptEnabled ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled });
    test.describe.configure({ timeout: 240_000 });
    // Axe itself is a script.
    const look = (page: Page) => (javaScriptEnabled ? expectAccessibleInBoth(page) : undefined);
    const box = (page: Page, name: string) => page.getByRole("textbox", { name: labelled(name) });
    const field = (name: "code" | "nameEn" | "nameFr" | "note") =>
      t(`office.reference.fields.${name}`);
    const press = (page: Page, name: string) =>
      page.getByRole("button", { name, exact: true }).click();
    const outcome = (page: Page, name: "open" | "immediate" | "confirmed") =>
      expect(page.locator("main .tag").first()).toHaveText(t(`office.reference.outcomes.${name}`));
    const because = async (page: Page) => {
      await box(page, t("office.reference.form.source")).fill("SOR/2026-101");
      await box(page, t("office.reference.form.why")).fill("Published today.");
      await press(page, t("office.reference.propose"));
      await outcome(page, "open");
    };

    test("a participant is added, ends, comes from a file, and is switched off under a draft", async ({
      openFor,
    }) => {
      const ava = await openFor(await newPerson(locale, "administrator"));
      const bea = await openFor(await newPerson(locale, "administrator"));
      /** The other administrator reads what waits, and confirms it. */
      const confirmed = async () => {
        await bea.goto(ava.url());
        await press(bea, t("office.reference.decide.confirm.button"));
        await outcome(bea, "confirmed");
      };

      // Proposed, with everything that is missing said first.
      await ava.goto(at("/office/reference"));
      await look(ava);
      const participants = t("office.reference.kinds.participants.title");
      await ava.getByRole("link", { name: participants, exact: true }).click();
      await ava.getByRole("link", { name: t("office.reference.add") }).click();
      await look(ava);
      await press(ava, t("office.reference.propose"));
      for (const missing of ["source", "why"] as const) {
        await expect(ava.locator(".error-summary")).toContainText(
          t(`errors.reference.${missing}.required`),
        );
      }
      await box(ava, field("code")).fill(code);
      await box(ava, field("nameEn")).fill(`Land ${code}`);
      await box(ava, field("nameFr")).fill(`Pays ${code}`);
      await because(ava);
      const own = { name: t("office.reference.decide.takeBack.button") };
      await expect(ava.getByRole("button", own)).toBeVisible();
      await look(ava);
      const confirm = { name: t("office.reference.decide.confirm.button") };
      await expect(ava.getByRole("button", confirm)).toHaveCount(0);
      await confirmed();

      // Its last day, and the day after it.
      await ava.goto(row);
      await look(ava);
      await ava.getByRole("link", { name: t("office.reference.row.end") }).click();
      await box(ava, t("office.reference.end.lastDay")).fill("2039-12-31");
      await because(ava);
      await confirmed();
      for (const [day, stands] of [
        ["2039-12-31", "holds"],
        ["2040-01-01", "ended"],
      ] as const) {
        await ava.goto(`${list}?on=${day}&text=${code}`);
        const found = ava.getByRole("row").filter({ hasText: `Land ${code}` });
        await expect(found).toContainText(t(`office.reference.standing.${stands}`));
      }
      await look(ava);

      // A file with an error, then right: nothing is proposed before.
      const file = await ava.request.get(`/api/reference/participants?locale=${locale}`);
      const [heading = ""] = (await file.text()).split("\r\n");
      expect(heading).toMatch(/^\uFEFFcode,name_en,name_fr,/);
      const line = (name: string, last: string) =>
        `${heading.slice(1)}\n${code},${name},Pays ${code},,${last},`;
      await ava.goto(list);
      await ava.getByRole("link", { name: t("office.reference.import") }).click();
      const csv = ava.getByRole("textbox", { name: labelled(t("office.reference.file.csv")) });
      await csv.fill(line("", "2039-13-01"));
      await press(ava, t("office.reference.file.check"));
      await expect(ava.locator(".error-summary")).toContainText(
        t("errors.reference.csv.wrong", { count: 1 }),
      );
      const preview = ava.getByRole("table");
      await expect(preview).toContainText("name_en");
      await expect(preview).toContainText("schedule_to");
      await expect(preview).toContainText(t("errors.reference.day"));
      await look(ava);
      await csv.fill(line(`Realm ${code}`, "2039-12-31"));
      await press(ava, t("office.reference.file.check"));
      await expect(preview).toContainText(t("office.reference.file.fates.changed"));
      await expect(preview).toContainText(`Realm ${code}`);
      await look(ava);
      await because(ava);
      await confirmed();

      // Switched off: a draft that goes there is told at once, by mail and on its page.
      const { exporterId, owner } = await newExporter();
      const { email } = await db().user.update({
        where: { id: owner.userId },
        data: { language: locale },
      });
      const good = goodAnswers();
      const consignee = { ...good.consignee?.consignee, country: code };
      const draft = await newDraft(owner, exporterId, {
        ...good,
        consignee: { destination: code, consignee },
      });
      await ava.goto(row);
      await ava.getByRole("link", { name: t("office.reference.row.switchOff") }).click();
      await expect(ava.locator("main")).toContainText(
        t("office.reference.effect.title", { drafts: 1, submitted: 0 }),
      );
      await look(ava);
      await box(ava, t("office.reference.switchOff.order")).fill("SOR/2026-102");
      await box(ava, t("office.reference.form.why")).fill("Registered today.");
      await press(ava, t("office.reference.switchOff.button"));
      await outcome(ava, "immediate");
      await mailWith(email ?? "", t("mail.referenceChanged.heading"));
      const exporter = await openFor(owner);
      await exporter.goto(at("/applications/[applicationId]", { applicationId: draft }));
      const notice = exporter.getByRole("heading", { name: t("applications.hub.referenceTitle") });
      await expect(notice).toBeVisible();
      await look(exporter);
      await confirmed();
      await ava.goto(row);
      await expect(ava.locator("main")).toContainText(t("office.reference.standing.ended"));
    });

    test("the whole office reads, and only administrators propose", async ({ openFor }) => {
      const auditor = await openFor(await newPerson(locale, "auditor"));
      await auditor.goto(list);
      await expect(auditor.getByRole("link", { name: "NA", exact: true })).toBeVisible();
      await expect(auditor.getByRole("link", { name: t("office.reference.add") })).toHaveCount(0);
      await auditor.goto(`${list}?text=zzzz&on=soon`);
      await expect(auditor.locator("main")).toContainText(t("office.reference.empty.search"));
      await expect(auditor.locator("main")).toContainText(t("office.reference.notADay"));
      const key = encodeURIComponent("monday before 05-25");
      await auditor.goto(at("/office/reference/[kind]", { kind: "holidays" }));
      await auditor.getByRole("link", { name: "monday before 05-25" }).click();
      expect(auditor.url()).toContain(key);
      await expect(auditor.locator("main")).toContainText(t("office.reference.history.none"));
      await look(auditor);
      await auditor.goto(at("/office/reference/[kind]/new", { kind: "mines" }));
      await expect(auditor).toHaveURL(/no-access|acces-refuse/);
    });
  });
}
