import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { showDecimal } from "@/lib/forms/numbers";
import type { Answers } from "@/lib/applications/answers";
import { env } from "@/lib/env";
import { pageAddress } from "@/lib/mail/addresses";
import { newDraft } from "@/tests/factories/applications";
import { newExporter } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { labelled, wordsOf } from "./support/words";

/* Rows moved and pasted by keyboard, English with script and French without. */

const answers: Answers = {
  origin: {
    origins: [
      {
        id: randomUUID(),
        category: "new_production",
        mine: "EKATI",
        carats: "5.00",
        usd: "100.00",
      },
      { id: randomUUID(), category: "extraction", carats: "7.00", usd: "70.00" },
    ],
  },
};

for (const locale of ["en", "fr"] as const) {
  test.describe(`rows in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });

    test("are moved, added, taken away and pasted", async ({ openFor }) => {
      const t = wordsOf(locale);
      const { owner, exporterId } = await newExporter();
      const applicationId = await newDraft(owner, exporterId, answers, []);
      const page = await openFor(owner);
      const address = (section: "origin" | "goods") =>
        pageAddress(env().PORTAL_URL, locale, `/applications/[applicationId]/${section}`, {
          applicationId,
        });
      await page.goto(address("origin"));
      const heading = (n: number, category: "new_production" | "extraction" | "exploration") =>
        page.getByRole("heading", {
          name: t("application.origin.row", { n, category: t(`categories.${category}`) }),
        });
      const button = (key: "up" | "down" | "remove", n: number) =>
        page.getByRole("button", {
          name: t.markup(`application.origin.${key}`, { n, hidden: (chunks) => chunks }),
        });
      const mass = (n: number) =>
        page.getByRole("textbox", { name: labelled(t("application.origin.carats")) }).nth(n - 1);
      await expect(button("up", 1)).toHaveCount(0);
      await expect(button("down", 2)).toHaveCount(0);

      // What was typed goes with its row, and so do the figures that follow from it.
      await mass(1).fill(showDecimal("6.25", locale));
      await button("down", 1).focus();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/#row-2$/);
      await expect(heading(2, "new_production")).toBeFocused();
      await expect(mass(2)).toHaveValue(showDecimal("6.25", locale));
      const moved = page.getByRole("region", { name: /2/ }).getByRole("status");
      await expect(moved.first()).toContainText(showDecimal("6.25", locale, "carats"));

      // A third row, added at the end and taken away again.
      const adding = page.getByRole("group", { name: t("application.origin.add") });
      await adding.getByRole("button", { name: t("categories.extraction") }).press("Enter");
      await expect(page).toHaveURL(/#row-3$/);
      await expect(heading(3, "extraction")).toBeFocused();
      await button("remove", 3).press("Enter");
      await expect(heading(3, "extraction")).toBeHidden();
      await expect(page).toHaveURL(/#row-2$/);
      await expect(heading(2, "new_production")).toBeFocused();

      // Enter in a field goes on, and takes no row away.
      await mass(1).press("Enter");
      // A browser without script takes the place of the last page along.
      await expect(page).toHaveURL((url) => url.href.replace("#row-2", "") === address("goods"));
      await page.goto(address("origin"));
      await expect(heading(2, "new_production")).toBeVisible();

      const box = page.getByRole("textbox", { name: labelled(t("application.paste.label")) });
      await page.getByText(t("application.paste.title")).click();
      const wrong = "Gold\t1\t2\nExploration\tmany\t2\n";
      await box.fill(wrong);
      await page.getByRole("button", { name: t("application.paste.origins.button") }).click();
      await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
      await expect(box).toBeVisible();
      await expect(box).toHaveValue(wrong);
      if (locale === "en") await expectAccessible(page);

      await box.fill(`${t("categories.exploration")}\t1\t2\n${t("categories.extraction")}\t3\t4`);
      await page.getByRole("button", { name: t("application.paste.origins.button") }).click();
      await expect(heading(4, "extraction")).toBeVisible();
      await expect(page).toHaveURL(/#row-3$/);
      await expect(heading(3, "exploration")).toBeFocused();
      await page.getByText(t("application.paste.title")).click();
      await expect(box).toHaveValue("");

      const { answers: kept } = await db().application.findUniqueOrThrow({
        where: { id: applicationId },
      });
      const { origins = [] } = (kept as Answers).origin ?? {};
      expect(origins.map(({ carats }) => carats)).toEqual(["7.00", "6.25", "1.00", "3.00"]);
    });
  });
}
