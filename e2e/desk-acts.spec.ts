import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { proposeMerge } from "@/lib/exporters/commands/merge";
import type { Pathname } from "@/lib/i18n/routing";
import { pageAddress } from "@/lib/mail/addresses";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, test } from "./fixtures";
import { inState } from "./support/scene";
import { labelled, wordsOf } from "./support/words";

/*
 * What officers do now and then: give more time, send back, correct an account, let a merge drop. English with
 * script, French without.
 */

for (const locale of ["en", "fr"] as const) {
  test.describe(`at the desk, in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    const t = wordsOf(locale);
    const at = (pathname: Pathname, params: Record<string, string>) =>
      pageAddress(env().PORTAL_URL, locale, pathname, params);
    const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
    const main = (page: Page) => page.getByRole("main");
    const press = (page: Page, name: string) =>
      main(page).getByRole("button", { name, exact: true }).click();
    const box = (page: Page, label: string) =>
      main(page).getByRole("textbox", { name: labelled(label) });
    const look = (page: Page) => (locale === "en" ? expectAccessibleInBoth(page) : undefined);
    const said = (page: Page) => main(page).getByRole("alert").first();

    test("more time is given, with the reason that the exporter reads", async ({ openFor }) => {
      const reviewer = await newOfficer("reviewer");
      const { exporterId, owner } = await newExporter();
      const applicationId = await inState.returned({ exporterId, owner, reviewer });
      const page = await openFor(reviewer);
      await page.goto(at("/office/review/[applicationId]/extend", { applicationId }));
      await look(page);
      await box(page, t("office.extend.due")).fill("2020-01-06");
      await box(page, t("office.extend.reason")).fill("The mine is closed until spring.");
      await press(page, t("office.extend.button"));
      await expect(said(page)).toBeVisible();
      await expect(box(page, t("office.extend.reason"))).toHaveValue(/closed until spring/);
      const before = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
      const day = new Date((before.answerDueOn?.getTime() ?? 0) + 7 * 86_400_000);
      await box(page, t("office.extend.due")).fill(day.toISOString().slice(0, 10));
      await press(page, t("office.extend.button"));
      await expect(page).toHaveURL(at("/office/review/[applicationId]", { applicationId }));
      await expect(main(page)).toContainText("The mine is closed until spring.");
      const after = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
      expect(after.answerDueOn).toEqual(day);
      const theirs = await openFor(owner);
      await theirs.goto(at("/applications/[applicationId]/history", { applicationId }));
      await expect(main(theirs)).toContainText("The mine is closed until spring.");
    });

    test("a file goes back to its reviewer, who reads why", async ({ openFor }) => {
      const [reviewer, signatory] = [await newOfficer("reviewer"), await newOfficer("signatory")];
      const { exporterId, owner } = await newExporter();
      const applicationId = await inState.recommended({ exporterId, owner, reviewer });
      const page = await openFor(signatory);
      await page.goto(at("/office/issue/[applicationId]", { applicationId }));
      await press(page, t("office.sign.sendBack.button"));
      await expect(said(page)).toBeVisible();
      await box(page, t("office.sign.sendBack.reason")).fill("Which mine is it?");
      await press(page, t("office.sign.sendBack.button"));
      await expect(h1(page)).toHaveText(t("office.sign.title"));
      const desk = await openFor(reviewer);
      await desk.goto(at("/office/review/[applicationId]", { applicationId }));
      await expect(main(desk)).toContainText("Which mine is it?");
      await expect(
        main(desk).getByRole("button", { name: t("office.review.acts.recommend") }),
      ).toBeVisible();
    });

    test("an account is corrected by two: refused, taken back, accepted", async ({ openFor }) => {
      const [one, other] = [await newOfficer("reviewer"), await newOfficer("reviewer")];
      const { exporterId } = await newExporter();
      const { id: importId } = await newImportCertificate({ exporterId, carats: "512.40" });
      const correction = at("/office/imports/[importId]/correction", { importId });
      const [first, second] = [await openFor(one), await openFor(other)];
      const propose = async (again = "500.00") => {
        await first.goto(correction);
        await box(first, t("correction.propose.carats")).fill("500.00");
        await box(first, t("correction.propose.caratsAgain")).fill(again);
        await box(first, t("correction.propose.usd")).fill("400000.00");
        await box(first, t("correction.propose.usdAgain")).fill("400000.00");
        await box(first, t("correction.propose.reason")).fill("The paper says five hundred.");
        await press(first, t("correction.propose.button"));
      };
      const account = at("/office/imports/[importId]", { importId });
      await propose("501.00");
      await expect(said(first)).toBeVisible();
      await look(first);
      await propose();
      await expect(first).toHaveURL(account);
      await second.goto(correction);
      await look(second);
      await press(second, t("correction.refuse.button"));
      await expect(said(second)).toBeVisible();
      await box(second, t("correction.refuse.answer")).fill("I read 512.40.");
      await press(second, t("correction.refuse.button"));
      await expect(second).toHaveURL(account);
      await first.goto(correction);
      await expect(main(first)).toContainText("I read 512.40.");
      await propose();
      await expect(first).toHaveURL(account);
      await first.goto(correction);
      await press(first, t("correction.takeBack.button"));
      await expect(first).toHaveURL(account);
      await propose();
      await expect(first).toHaveURL(account);
      await second.goto(correction);
      await press(second, t("correction.accept.button"));
      await expect(second).toHaveURL(account);
      const balance = await db().importBalance.findUniqueOrThrow({
        where: { importCertificateId: importId },
      });
      expect(balance.registered.toFixed(2)).toBe("500.00");
    });

    test("a merge that should not be is let drop", async ({ openFor }) => {
      const admin = await newOfficer("administrator");
      const [from, into] = [await newExporter(), await newExporter()];
      const reason = "The same applicant, twice.";
      const proposed = await proposeMerge(admin, from.exporterId, into.exporterId, reason);
      if (!proposed.ok) throw new Error(JSON.stringify(proposed));
      const page = await openFor(await newOfficer("administrator"));
      await page.goto(at("/office/merges/[mergeId]", { mergeId: proposed.value.mergeId }));
      await press(page, t("merge.drop.button"));
      await expect(page).toHaveURL(
        at("/office/exporters/[exporterId]", { exporterId: from.exporterId }),
      );
      await page.goto(at("/office/merges/[mergeId]", { mergeId: proposed.value.mergeId }));
      await expect(main(page)).toContainText(reason);
      await expect(main(page).getByRole("button", { name: t("merge.confirm.button") })).toHaveCount(
        0,
      );
      const { exporterId } = from;
      const kept = await db().exporter.findUniqueOrThrow({ where: { id: exporterId } });
      expect(kept.mergedIntoId).toBeNull();
    });
  });
}
