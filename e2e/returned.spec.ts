import type { Page } from "@playwright/test";
import { env } from "@/lib/env";
import { db } from "@/lib/db";
import { pageAddress } from "@/lib/mail/addresses";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { goodAnswers, newSubmitted } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessible, expectAccessibleInBoth, test } from "./fixtures";
import { labelled, wordsOf } from "./support/words";

/*
 * A returned application answered request by request, what changed seen by both sides, and a withdrawal
 * asked for, refused, asked again and accepted. English with script and axe, French without script.
 */

for (const locale of ["en", "fr"] as const) {
  test.describe(`returned and withdrawn in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    const t = wordsOf(locale);

    const look = (page: Page) => (locale === "en" ? expectAccessibleInBoth(page) : undefined);
    const press = (page: Page, name: string) =>
      page.getByRole("button", { name, exact: true }).click();
    const follow = (page: Page, name: string) =>
      page.getByRole("main").getByRole("link", { name, exact: true }).click();
    const h1 = (page: Page) => page.getByRole("heading", { level: 1 });

    test("each request by itself, then a withdrawal", async ({ openFor }) => {
      const { owner, exporterId } = await newExporter();
      const nora = await newOfficer("reviewer");
      const rows = goodAnswers().origin?.origins ?? [];
      const origin = { origins: rows.map((row) => ({ ...row, id: crypto.randomUUID() })) };
      const id = await newSubmitted(owner, exporterId, { ...goodAnswers(), origin });
      await claim(nora, id);
      const reason = "Which city is on the invoice?";
      const sent = await returnForChanges(nora, id, {
        requests: [
          { section: "consignee", field: "consignee.city", reason },
          { section: "origin", field: "origins[0].usd", reason: "See the invoice." },
        ],
        dueOn: "2030-01-10",
      });
      expect(sent.ok).toBe(true);
      const { number } = await db().application.findUniqueOrThrow({ where: { id } });
      const hub = pageAddress(env().PORTAL_URL, locale, "/applications/[applicationId]", {
        applicationId: id,
      });

      const page = await openFor(owner);
      await page.goto(hub);
      await expect(h1(page)).toHaveText(t("applications.hub.returnedTitle", { count: 2 }));
      await look(page);
      await follow(page, t("applications.hub.answerIt", { n: 1 }));
      // The request is at its field, which it describes.
      const city = page.getByRole("textbox", { name: labelled(t("application.consignee.city")) });
      await expect(city).toHaveAccessibleDescription(new RegExp(reason.replace("?", "\\?")));
      await look(page);
      await city.fill("Mumbai Central");
      await press(page, t("application.nextToTasks"));
      // A save is no answer.
      await expect(h1(page)).toHaveText(t("applications.hub.returnedTitle", { count: 2 }));
      await expect(page.getByRole("main")).toContainText("Mumbai Central");
      await follow(page, t("applications.hub.answerIt", { n: 1 }));
      await page.getByRole("checkbox", { name: t("application.requests.done") }).check();
      await press(page, t("application.nextToTasks"));
      await expect(h1(page)).toHaveText(t("applications.hub.returnedTitle", { count: 1 }));
      await follow(page, t("applications.hub.resubmitLeft", { count: 1 }));
      await expect(h1(page)).toHaveText(t("sections.summary"));
      for (const box of await page.getByRole("checkbox").all()) await box.check();
      await press(page, t("summary.resubmitLeft", { count: 1 }));
      await expect(page.getByRole("alert").first()).toContainText(t("errors.summary.openRequests"));
      await page.goto(hub);
      await follow(page, t("applications.hub.answerIt", { n: 2 }));
      await page
        .getByRole("textbox", { name: labelled(t("application.requests.reply")) })
        .fill("The value is right.");
      await press(page, t("application.nextToTasks"));
      await expect(h1(page)).toHaveText(t("applications.hub.returnedAnswered"));
      await follow(page, t("applications.hub.resubmit"));
      await look(page);
      await expect(h1(page)).toHaveText(t("sections.summary"));
      for (const box of await page.getByRole("checkbox").all()) await box.check();
      await press(page, t("summary.resubmit"));
      await expect(page.getByRole("main")).toContainText(number ?? "");

      await claim(nora, id);
      const desk = await openFor(nora);
      const review = pageAddress(env().PORTAL_URL, locale, "/office/review/[applicationId]", {
        applicationId: id,
      });
      await desk.goto(review);
      await expect(desk.getByText("Mumbai Central").last()).toBeVisible();
      await expect(desk.getByText("The value is right.")).toBeVisible();
      await follow(desk, t("office.changes.other"));
      await expect(desk.getByRole("table")).toContainText("Mumbai Central");
      await expect(desk.getByRole("table")).toContainText(t("office.changes.request", { n: 1 }));
      await look(desk);

      await page.goto(hub);
      await follow(page, t("applications.hub.withdraw"));
      await press(page, t("applications.withdraw.button"));
      await expect(page.getByRole("alert").first()).toContainText(
        t("errors.withdraw.reason.required"),
      );
      if (locale === "en") await expectAccessible(page);
      const why = labelled(t("applications.withdraw.reason"));
      await page.getByRole("textbox", { name: why }).fill("The buyer cancelled.");
      await press(page, t("applications.withdraw.button"));
      await expect(
        page.getByRole("heading", { name: t("applications.hub.withdrawal.open") }),
      ).toBeVisible();

      await desk.goto(review);
      await follow(desk, t("office.withdrawal.title"));
      await look(desk);
      await desk
        .getByRole("textbox", { name: labelled(t("office.withdrawal.refuse.reason")) })
        .fill("Not before Monday.");
      await press(desk, t("office.withdrawal.refuse.button"));
      // With script the press does not wait for the office's page.
      await expect(async () => {
        await page.goto(hub);
        await expect(page.getByText("Not before Monday.")).toBeVisible({ timeout: 500 });
      }).toPass();
      await look(page);
      await follow(page, t("applications.hub.withdraw"));
      await page.getByRole("textbox", { name: why }).fill("It is Monday.");
      await press(page, t("applications.withdraw.button"));
      await expect(
        page.getByRole("heading", { name: t("applications.hub.withdrawal.open") }),
      ).toBeVisible();
      await desk.goto(review);
      await follow(desk, t("office.withdrawal.title"));
      await press(desk, t("office.withdrawal.accept.button"));
      await expect(desk.getByText(t("status.office.cancelled")).first()).toBeVisible();
      await page.goto(hub);
      await expect(
        page.getByRole("heading", { name: t("applications.hub.cancelledTitle") }),
      ).toBeVisible();
    });
  });
}
