import type { Page } from "@playwright/test";
import type { Answers } from "@/lib/applications/answers";
import { db } from "@/lib/db";
import { goodAnswers, newDraft } from "@/tests/factories/applications";
import { newExporter, newPerson } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { withoutAutosave } from "./support/forms";
import { plain } from "./support/mails";
import { labelled, wordsOf } from "./support/words";

/*
 * What cannot be taken is said at its field and in the summary, in both languages, with and without
 * script; and nothing that was typed is lost.
 */

const summary = (page: Page) => page.getByRole("alert").filter({ has: page.getByRole("heading") });

async function expectSaid(page: Page, sentence: string, field: string, script: boolean) {
  await expect(summary(page)).toContainText(plain(sentence));
  if (script) await expect(summary(page)).toBeFocused();
  const control = page.getByRole("textbox", { name: labelled(field) });
  await expect(control).toHaveAttribute("aria-invalid", "true");
  await expect(control).toHaveAccessibleDescription(new RegExp(words(sentence)));
  // The sentence in the summary leads to the field.
  await summary(page).getByRole("link", { name: sentence }).click();
  await expect(control).toBeFocused();
}

const words = (sentence: string) =>
  sentence.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);

async function draftWithRow(carats: string): Promise<{
  id: string;
  owner: { userId: string };
}> {
  const { exporterId, owner } = await newExporter();
  const good = goodAnswers();
  const answers: Answers = {
    ...good,
    origin: {
      origins: [{ id: "row-1", category: "new_production", mine: "EKATI", carats, usd: "500.00" }],
    },
  };
  return { id: await newDraft(owner, exporterId, answers, []), owner };
}

for (const locale of ["en", "fr"] as const) {
  for (const script of [true, false]) {
    test.describe(`${locale}, ${script ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled: script });
      const t = wordsOf(locale);

      test("an empty profile: everything missing at once, nothing typed lost", async ({
        openFor,
      }) => {
        const page = await openFor(await newPerson());
        await page.goto(locale === "en" ? "/en/profile/new" : "/fr/profil/nouveau");
        const box = (label: string) => page.getByRole("textbox", { name: labelled(label) });
        await box(t("profile.city")).fill("Yellowknife");
        await box(t("profile.postalCode")).fill("90210");
        await page
          .getByRole("combobox", { name: labelled(t("profile.province")) })
          .selectOption("NT");
        await page.getByRole("button", { name: t("profile.createButton") }).click();

        await expectSaid(
          page,
          t("errors.profile.legalName.required"),
          t("profile.legalName"),
          script,
        );
        await expect(summary(page)).toContainText(plain(t("errors.profile.postalCode.invalid")));
        await expect(summary(page)).toContainText(
          plain(t("errors.profile.residencyAttested.required")),
        );
        await expect(box(t("profile.city"))).toHaveValue("Yellowknife");
        await expect(box(t("profile.postalCode"))).toHaveValue("90210");
        await expect(
          page.getByRole("combobox", { name: labelled(t("profile.province")) }),
        ).toHaveValue("NT");
        if (script) await expectAccessible(page);
      });

      test("a number with two readings is never guessed", async ({ openFor }) => {
        const { id, owner } = await draftWithRow("10.00");
        const page = await openFor(owner);
        await withoutAutosave(page);
        const path =
          locale === "en" ? `/en/applications/${id}/origin` : `/fr/demandes/${id}/origine`;
        await page.goto(path);
        const carats = page.getByRole("textbox", {
          name: labelled(t("application.origin.carats")),
        });
        const usd = page.getByRole("textbox", { name: labelled(t("application.origin.usd")) });
        // Of a page in the other language: there the comma and the point have other meanings.
        const typed = locale === "en" ? "1.234" : "1,234";
        await carats.fill(typed);
        await usd.fill(locale === "en" ? "$1,500.25" : "1 500,25 $");
        await page.getByRole("button", { name: t("application.next") }).click();
        const [first, second] = locale === "en" ? ["1,234", "1.234"] : ["1 234", "1,234"];
        const sentence = t("errors.number.ambiguous", { typed, first, second });
        await expectSaid(page, sentence, t("application.origin.carats"), script);
        await expect(carats).toHaveValue(typed);
        await expect(usd).toHaveValue(locale === "en" ? "$1,500.25" : "1 500,25 $");
        const { answers } = await db().application.findUniqueOrThrow({ where: { id } });
        expect(JSON.stringify(answers)).toContain('"10.00"');
      });
    });

    test.describe(`files, ${locale}, ${script ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled: script });
      test("too large, of a wrong type or not what they claim are each named", async ({
        openFor,
      }) => {
        const t = wordsOf(locale);
        const { id, owner } = await draftWithRow("10.00");
        const page = await openFor(owner);
        await page.goto(
          locale === "en" ? `/en/applications/${id}/documents` : `/fr/demandes/${id}/pieces`,
        );
        const send = async (name: string, mimeType: string, buffer: Buffer) => {
          await page
            .getByRole("combobox", { name: labelled(t("documents.kind")) })
            .selectOption("invoice");
          await page.getByLabel(t("documents.files")).setInputFiles({ name, mimeType, buffer });
          await page.getByRole("button", { name: t("documents.upload") }).click();
        };
        const notTaken = page.getByRole("listitem").filter({ hasText: t("documents.notAdded") });

        await send("scan.pdf", "application/pdf", Buffer.alloc(15 * 1024 * 1024 + 1, "%PDF-1.7\n"));
        await expect(notTaken).toContainText("scan.pdf");
        await expect(notTaken).toContainText(plain(t("documents.problems.tooLarge")));
        await send("tool.exe", "application/octet-stream", Buffer.from("MZ\u0000\u0001"));
        await expect(notTaken).toContainText("tool.exe");
        await expect(notTaken).toContainText(plain(t("documents.problems.typeNotAllowed")));
        await send("invoice.pdf", "application/pdf", Buffer.from("<script>alert(1)</script>"));
        await expect(notTaken).toContainText("invoice.pdf");
        await expect(notTaken).toContainText(plain(t("documents.problems.contentDiffers")));
        if (script) await expectAccessible(page);
        expect(await db().document.count({ where: { applicationId: id } })).toBe(0);
      });
    });
  }
}
