import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { claim } from "@/lib/reviews/commands/claim";
import { newSubmitted } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessible, expectAccessibleInBoth, test } from "./fixtures";
import { labelled, wordsOf } from "./support/words";

/*
 * The queue as a reviewer works through it: filter, order, a view of one's own, the next file, back to the
 * same place, and a file that another officer left lying. English with script and axe, French without script.
 */

// One after the other: what waits first waits for both.
test.describe.configure({ mode: "serial" });

for (const locale of ["en", "fr"] as const) {
  test.describe(`the queue in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    const t = wordsOf(locale);
    const queue = locale === "en" ? "/en/office/queue" : "/fr/bureau/file";
    const translate = t as (key: string, values?: object) => string;
    const q = (key: string, values?: object) => translate(`office.queue.${key}`, values);

    const look = (page: Page) => (locale === "en" ? expectAccessibleInBoth(page) : undefined);
    const main = (page: Page) => page.getByRole("main");
    const press = (page: Page, name: string) =>
      main(page).getByRole("button", { name, exact: true }).click();
    const follow = (page: Page, name: string) =>
      main(page).getByRole("link", { name, exact: true }).first().click();
    const rows = (page: Page) => page.locator("tr[data-file]");
    const said = (page: Page) => new URL(page.url()).searchParams;

    test("is filtered, kept, worked through and come back to", async ({ openFor }) => {
      const mark = `Mica${randomUUID().slice(0, 6)}`;
      const { owner, exporterId } = await newExporter({ legalName: `${mark} Rough Ltd.` });
      const [nora, samir] = await Promise.all([newOfficer("reviewer"), newOfficer("reviewer")]);
      const ids: string[] = [];
      for (let n = 0; n < 3; n++) ids.push(await newSubmitted(owner, exporterId));
      const [soon = "", lying = "", third = ""] = ids;
      await db().application.update({
        where: { id: soon },
        // Before whatever another test has made so.
        data: { dueAt: new Date(2_000_000_000_000 - Date.now()), risk: "high" },
      });
      await claim(samir, lying);
      const longAgo = new Date(Date.now() - 30 * 86_400_000);
      await db().application.update({
        where: { id: lying },
        data: { claimedAt: longAgo, touchedAt: longAgo },
      });
      const numberOf = async (id: string) =>
        (await db().application.findUniqueOrThrow({ where: { id } })).number ?? "";
      const [first = "", second = "", other = ""] = await Promise.all(
        [soon, lying, third].map(numberOf),
      );

      const page = await openFor(nora);
      await page.goto(queue);
      await page.getByRole("searchbox", { name: q("filter.text") }).fill(mark);
      await page.getByText(q("filter.more"), { exact: true }).click();
      await page.getByRole("searchbox", { name: q("filter.exporter") }).fill(`${mark} rough`);
      await page.getByRole("combobox", { name: q("filter.age") }).selectOption("day");
      await press(page, q("filter.show"));
      await expect(rows(page)).toHaveCount(3);
      await expect(rows(page).first()).toContainText(q("risk.high"));
      await follow(page, q("columns.usd"));
      await expect(page.getByRole("columnheader", { name: q("columns.usd") })).toHaveAttribute(
        "aria-sort",
        "descending",
      );
      const place = said(page);
      expect(Object.fromEntries(place)).toEqual({
        text: mark,
        exporter: `${mark} rough`,
        age: "day",
        sort: "usd.desc",
      });
      await look(page);

      // A view of one's own.
      await follow(page, q("views.save"));
      await press(page, t("office.savedViews.save.button"));
      await expect(page.getByRole("alert").first()).toContainText(
        t("errors.savedView.name.required"),
      );
      const name = page.getByRole("textbox", { name: labelled(t("office.savedViews.name")) });
      await name.fill("Mica");
      await press(page, t("office.savedViews.save.button"));
      const own = main(page).getByRole("link", { name: "Mica", exact: true });
      await expect(own).toHaveAttribute("aria-current", "page");
      await follow(page, q("views.saveOrChange"));
      await look(page);
      await follow(page, t("office.savedViews.changeNamed", { name: "Mica" }));
      await name.fill("Mica & Rough");
      await look(page);
      await press(page, t("office.savedViews.change.button"));
      await follow(page, "Mica & Rough");
      expect(Object.fromEntries(said(page))).toEqual(Object.fromEntries(place));

      // The next one is named before it is taken.
      await expect(main(page)).toContainText(first);
      await expect(page.locator("#next-file")).toContainText(first);
      await press(page, q("next.button"));
      await expect(page.getByRole("heading", { level: 1 })).toContainText(first);
      if (locale === "en") await expectAccessible(page);
      await press(page, t("office.review.acts.release"));
      await expect(main(page)).toContainText(q("done.released", { number: first }));
      expect(said(page).get("text")).toBe(mark);
      expect(said(page).get("sort")).toBe("usd.desc");
      await expect(rows(page)).toHaveCount(3);
      if (locale === "en") await expect(page.locator("#done")).toBeFocused();

      await press(page, q("claimNamed", { number: first }));
      await expect(main(page)).toContainText(q("done.claimed", { number: first }));
      await press(page, q("claimNamed", { number: other }));
      await expect(main(page)).toContainText(q("done.claimed", { number: other }));
      const open = page.getByRole("navigation", { name: t("office.openWithYou.label") });
      await expect(open.getByRole("link", { name: other })).toBeVisible();

      // Left lying by somebody else.
      const row = rows(page).filter({ hasText: second });
      await expect(row.locator(".tag--amber")).toBeVisible();
      await row.getByRole("link", { name: q("takeOverNamed", { number: second }) }).click();
      const reason = page.getByRole("textbox", { name: labelled(t("office.takeOver.reason")) });
      await reason.fill("On leave.");
      await press(page, t("office.takeOver.button"));
      await expect(page.getByRole("heading", { level: 1 })).toContainText(second);
      await expect(open.getByRole("link")).toHaveCount(3);
      await follow(page, q("title"));
      expect(Object.fromEntries(said(page))).toEqual(Object.fromEntries(place));
      await look(page);

      if (locale === "en") {
        await page.keyboard.press("j");
        await expect(rows(page).first().locator("[data-key=open]")).toBeFocused();
        await page.keyboard.press("ArrowDown");
        await expect(rows(page).nth(1).locator("[data-key=open]")).toBeFocused();
        await page.keyboard.press("/");
        await expect(page.getByRole("searchbox", { name: q("filter.text") })).toBeFocused();
        // In a field a letter is a letter.
        await page.keyboard.press("n");
        await page.locator("body").click({ position: { x: 2, y: 2 } });
        await page.keyboard.press("?");
      } else {
        await page.getByText(q("keys.title"), { exact: true }).click();
      }
      await press(page, q("keys.turnOff"));
      await expect(page.getByText(q("keys.areOff"))).toBeAttached();
      if (locale === "en") {
        await page.locator("body").click({ position: { x: 2, y: 2 } });
        await page.keyboard.press("j");
        await expect(page.locator("[data-key=open]:focus")).toHaveCount(0);
      }

      await follow(page, q("views.saveOrChange"));
      await follow(page, t("office.savedViews.changeNamed", { name: "Mica & Rough" }));
      await press(page, t("office.savedViews.remove.button"));
      await expect(main(page)).toContainText(t("office.savedViews.none"));
    });
  });
}
