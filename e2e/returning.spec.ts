import type { Page } from "@playwright/test";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { saveSection } from "@/lib/applications/commands/save";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { env } from "@/lib/env";
import { pageAddress } from "@/lib/mail/addresses";
import { readPdf, solid, withoutBlanks } from "@/lib/pdf/read-pdf";
import { claim } from "@/lib/reviews/commands/claim";
import { goodAnswers, newSubmitted, pdf, submit, versionOf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, test } from "./fixtures";
import { mailWith } from "./support/mails";
import { beginning, labelled, wordsOf } from "./support/words";

/*
 * A file returned with chosen reasons, own words and a missing document; read in French, answered, compared
 * version by version, recommended for rejection and rejected, with the letters that say so. The office works
 * in English with script and axe, and in French without script.
 */

const theirs = wordsOf("fr");
const inFrench = "La sous-position ne convient pas aux pierres décrites dans les documents.";
const missing = "Il manque un document nécessaire à cette demande.";

/** The text of the letter behind a link that comes when the worker has made it. */
async function letter(page: Page, address: string, name: string): Promise<string> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole("link", { name })).toBeVisible({ timeout: 500 });
  }).toPass();
  const href = await page.getByRole("link", { name }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return solid((await readPdf(new Uint8Array(await answer.body()))).sheets);
}

for (const locale of ["en", "fr"] as const) {
  test.describe(`returning and rejecting in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    const t = wordsOf(locale);
    const look = (page: Page) => (locale === "en" ? expectAccessibleInBoth(page) : undefined);
    const press = (page: Page, name: string) =>
      page.getByRole("button", { name, exact: true }).click();
    const h1 = (page: Page) => page.getByRole("heading", { level: 1 });

    test("what is asked, answered, compared and refused, with its letters", async ({ openFor }) => {
      test.slow();
      const { owner, exporterId } = await newExporter();
      const email = `${owner.userId}@test.example`;
      await db().user.update({
        where: { id: owner.userId },
        data: { email, emailVerified: new Date(), language: "fr" },
      });
      const nora = await newOfficer("reviewer");
      const id = await newSubmitted(owner, exporterId);
      await claim(nora, id);
      const { number } = await db().application.findUniqueOrThrow({ where: { id } });
      const at = (pathname: Parameters<typeof pageAddress>[2], of: "en" | "fr" = locale) =>
        pageAddress(env().PORTAL_URL, of, pathname, { applicationId: id });
      const hub = at("/applications/[applicationId]", "fr");

      // A place and words come by the address.
      const desk = await openFor(nora);
      const asked = new URLSearchParams({ ask: "consignee:consignee.city", words: "Which city?" });
      await desk.goto(`${at("/office/review/[applicationId]/return")}?${asked}`);
      const row = (n: number) =>
        desk.getByRole("region", { name: t("office.return.request", { n }), exact: true });
      const place = (n: number) =>
        row(n).getByRole("combobox", { name: labelled(t("office.return.section")) });
      const reason = (n: number) =>
        row(n).getByRole("combobox", { name: labelled(t("office.return.chosen")) });
      await expect(place(1)).toHaveValue("consignee:consignee.city");
      await press(desk, t("office.return.add"));
      await reason(2).selectOption("figures-differ");
      await place(2).selectOption("goods");
      await expect(reason(2)).toHaveValue("figures-differ");
      if (locale === "en") {
        const groups = reason(2).locator("optgroup");
        await expect(groups.first()).toHaveAttribute("label", t("sections.goods"));
      }
      await reason(2).selectOption("mass-differs");
      await press(desk, t("office.return.add"));
      await place(3).selectOption("documents:documents.waybill");
      await press(desk, t("office.return.button"));
      const errors = desk.getByRole("alert").first();
      await expect(errors).toContainText(t("errors.review.reason.choose"));
      await reason(3).selectOption("document-missing");
      await press(desk, t("office.return.button"));
      await expect(errors).toContainText(t("errors.review.reason.unknown"));
      await expect(reason(2)).toHaveAttribute("aria-invalid", "true");
      await reason(2).selectOption("subheading");
      await press(desk, t("office.return.preview"));
      const preview = desk.getByRole("region", { name: t("office.letter.title") });
      for (const words of [inFrench, missing, "Which city?"]) {
        await expect(preview.locator(".letter").first()).toContainText(words);
      }
      await preview.getByText(t("office.letter.other.en")).click();
      await expect(preview.locator(".letter").last()).toContainText("The subheading does not fit");
      await look(desk);
      await press(desk, t("office.return.button"));
      await expect(h1(desk)).toHaveText(t("office.queue.title"));

      const page = await openFor(owner);
      const notice = await letter(
        page,
        hub,
        theirs("letters.download", { name: theirs("letters.notice") }),
      );
      for (const words of [inFrench, missing, "Which city?", number ?? ""]) {
        expect(notice).toContain(withoutBlanks(words));
      }
      for (const words of [inFrench, missing, "Which city?"]) {
        await expect(page.getByRole("main")).toContainText(words);
      }
      await look(page);
      // The mail says the office's own sentences in the reader's language, never an officer's words.
      const { html } = await mailWith(email, number ?? "", "retournée");
      expect(html).toContain("Il manque un document");
      expect(html).not.toContain("Which city?");

      const { consignee, goods } = goodAnswers();
      const party = { ...consignee?.consignee, city: "Mumbai Central", name: "Somebody New" };
      await saveSection(
        owner,
        id,
        "consignee",
        { ...consignee, consignee: party },
        await versionOf(id),
      );
      await saveSection(owner, id, "goods", { ...goods, parcels: "7" }, await versionOf(id));
      const paper = await cameIn("waybill.pdf", pdf);
      expect(await addDocument(owner, { applicationId: id }, "waybill", paper)).toMatchObject({
        ok: true,
      });
      for (const request of await db().changeRequest.findMany({ where: { applicationId: id } })) {
        await replyToRequest(owner, id, request.id, { done: true, note: "C’est fait." });
      }
      expect(await submit(owner, id)).toMatchObject({ ok: true });
      await claim(nora, id);

      await desk.goto(at("/office/review/[applicationId]/changes"));
      const changes = desk.getByRole("table");
      const line = (words: string) => changes.getByRole("row").filter({ hasText: words });
      const request = (n: number) => t("office.changes.request", { n });
      await expect(line("Mumbai Central")).toContainText(request(1));
      await expect(line("Mumbai Central")).toContainText("C’est fait.");
      await expect(line("waybill.pdf")).toContainText(t("office.changes.kind.added"));
      await expect(line("waybill.pdf")).toContainText(request(3));
      await expect(line("Somebody New")).toContainText(t("office.changes.notAsked"));
      await expect(line("Somebody New").getByRole("link")).toHaveAttribute("href", /ask=consignee/);
      await look(desk);

      await desk.goto(at("/office/review/[applicationId]/recommend"));
      await desk.getByRole("radio", { name: t("office.reject.grounds.not_accurate") }).check();
      const yes = desk.getByRole("radio", { name: t("office.review.judge.yes"), exact: true });
      for (const one of await yes.all()) await one.check();
      await desk
        .getByRole("textbox", { name: labelled(t("office.reject.reasons")) })
        .fill("Le destinataire n’existe pas.");
      await press(desk, t("office.reject.preview"));
      await expect(preview.locator(".letter").first()).toContainText("l’alinéa 9(2)b)");
      await expect(preview.locator(".letter").first()).toContainText(
        "Le destinataire n’existe pas.",
      );
      await look(desk);
      await press(desk, t("office.reject.button"));
      await expect(h1(desk)).toHaveText(t("office.queue.title"));

      const marie = await newOfficer("signatory");
      const signer = await openFor(marie);
      await signer.goto(at("/office/issue/[applicationId]"));
      const draft = signer.getByRole("region", { name: t("office.letter.title") });
      await expect(draft.locator(".letter").first()).toContainText("Le destinataire n’existe pas.");
      await expect(draft.locator(".letter").first()).toContainText(marie.name);
      await signer
        .getByRole("textbox", { name: beginning(t("office.sign.reject.reasons")) })
        .fill("Le destinataire est inconnu à Mumbai.");
      await press(signer, t("office.reject.preview"));
      await expect(draft.locator(".letter").first()).toContainText("inconnu à Mumbai");
      await look(signer);
      await press(signer, t("office.sign.reject.button"));
      await expect(h1(signer)).toHaveText(t("office.sign.title"));

      const rejection = await letter(
        page,
        hub,
        theirs("letters.download", { name: theirs("letters.rejection") }),
      );
      for (const words of ["alinéa 9(2)b)", "inconnu à Mumbai", marie.name, number ?? ""]) {
        expect(rejection).toContain(withoutBlanks(words));
      }
      expect(rejection).not.toContain(withoutBlanks("n’existe pas"));
      await expect(page.getByRole("link", { name: "in English" })).toHaveAttribute("lang", "en");
    });
  });
}
