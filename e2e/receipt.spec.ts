import { db } from "@/lib/db";
import { readPdf } from "@/lib/pdf/read-pdf";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { saveSection } from "@/lib/applications/commands/save";
import { goodAnswers, newSubmitted, submit, versionOf } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";

/* What was submitted, each time, stays to be read: as a page and as a PDF in either language. */

const words = {
  en: {
    receipt: "/en/applications/ID/receipt",
    download: "Download the receipt (PDF)",
    other: "Accusé de réception (PDF)",
    see: "See what you submitted",
    second: "KPO-NUMBER as submitted, version 2",
    history: "/en/applications/ID/history",
    exactly: "See exactly what was submitted",
    title: "Receipt of the application",
  },
  fr: {
    receipt: "/fr/demandes/ID/accuse-de-reception",
    download: "Télécharger l’accusé de réception (PDF)",
    other: "Receipt (PDF)",
    see: "Voir ce que vous avez soumis",
    second: "KPO-NUMBER telle que soumise, version 2",
    history: "/fr/demandes/ID/historique",
    exactly: "Voir exactement ce qui a été soumis",
    title: "Accusé de réception de la demande",
  },
};

for (const { locale, script } of [
  { locale: "en", script: true },
  { locale: "fr", script: false },
] as const) {
  test.describe(`${locale}, ${script ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled: script });
    const says = words[locale];

    test("a receipt and a version page for each submission", async ({ openFor }) => {
      const { owner, exporterId } = await newExporter();
      const reviewer = await newOfficer("reviewer");
      const id = await newSubmitted(owner, exporterId);
      await claim(reviewer, id);
      const requests = [{ section: "goods" as const, reason: "Which seal is right?" }];
      expect(await returnForChanges(reviewer, id, { requests, dueOn: "2030-01-10" })).toMatchObject(
        { ok: true },
      );
      const goods = { ...goodAnswers().goods, seals: ["SECOND-77"] };
      await saveSection(owner, id, "goods", goods, await versionOf(id));
      const [request] = await db().changeRequest.findMany({ where: { applicationId: id } });
      await replyToRequest(owner, id, request?.id ?? "", { done: true, note: "This one." });
      expect(await submit(owner, id)).toMatchObject({ ok: true });
      const { number } = await db().application.findUniqueOrThrow({ where: { id } });

      const page = await openFor(owner);
      // The worker makes both PDFs; until then the page says so.
      await expect(async () => {
        await page.goto(says.receipt.replace("ID", id));
        for (const name of [says.download, says.other]) {
          await expect(page.getByRole("link", { name })).toBeVisible({ timeout: 500 });
        }
      }).toPass();
      if (script) await expectAccessible(page);
      await expect(page.getByRole("link", { name: says.other })).toHaveAttribute("lang", /en|fr/);
      const address = await page.getByRole("link", { name: says.download }).getAttribute("href");
      const answer = await page.request.get(address ?? "");
      expect(answer.headers()["content-type"]).toBe("application/pdf");
      expect(answer.headers()["content-disposition"]).toContain(`${number}-2-`);
      const { title, sheets } = await readPdf(new Uint8Array(await answer.body()));
      expect(title).toBe(`${says.title} ${number}`);
      expect(JSON.stringify(sheets)).toContain("SECOND-77");

      await page.getByRole("link", { name: says.see }).click();
      await expect(
        page.getByRole("heading", {
          level: 1,
          name: says.second.replace("KPO-NUMBER", number ?? ""),
        }),
      ).toBeVisible();
      await expect(page.getByText("SECOND-77")).toBeVisible();
      if (script) await expectAccessible(page);

      await page.goto(says.history.replace("ID", id));
      await page.getByRole("link", { name: says.exactly }).first().click();
      const seal = goodAnswers().goods?.seals?.[0] ?? "";
      await expect(page.getByText(seal, { exact: true })).toBeVisible();
      await expect(page.getByText("SECOND-77")).toBeHidden();

      const desk = await openFor(reviewer);
      await desk.goto(
        page
          .url()
          .replace("/applications/", "/office/review/")
          .replace("/demandes/", "/bureau/examen/"),
      );
      await expect(desk.getByText(seal, { exact: true })).toBeVisible();
      if (script) await expectAccessible(desk);
      if (process.env["PICTURES"]) {
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: `/tmp/version-${locale}-${width}.png`, fullPage: true });
          await desk.setViewportSize({ width, height: 900 });
          await desk.screenshot({
            path: `/tmp/office-version-${locale}-${width}.png`,
            fullPage: true,
          });
        }
        await page.goto(says.receipt.replace("ID", id));
        await page.screenshot({ path: `/tmp/receipt-page-${locale}.png`, fullPage: true });
      }
    });
  });
}
