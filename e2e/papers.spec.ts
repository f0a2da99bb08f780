import { readFileSync } from "node:fs";
import sharp from "sharp";
import type { FrameLocator, Page } from "@playwright/test";
import { addDocument } from "@/lib/documents/commands";
import { env } from "@/lib/env";
import { claim } from "@/lib/reviews/commands/claim";
import { goodAnswers, newDraft, submit } from "@/tests/factories/applications";
import { pdfWith } from "@/tests/factories/document-files";
import { cameIn } from "@/tests/factories/documents";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, expectAccessible, test } from "./fixtures";
import { wordsOf } from "./support/words";

/* Officers read papers as pictures that the portal has drawn, beside the fields in which they type. */

const hostile = `"><script>alert(1)</script>.jpg`;
const certificate = pdfWith("", "");

async function claimedFile() {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId, goodAnswers(), []);
  const photograph = await sharp({
    create: { width: 1600, height: 900, channels: 3, background: "#b5c9d6" },
  })
    .jpeg()
    .toBuffer();
  const papers = [
    ["invoice", "invoice.pdf", readFileSync("tests/files/pages/invoice.pdf")],
    ["packing_list", hostile, photograph],
    ["waybill", "scan.tif", readFileSync("tests/files/pages/scan.tif")],
    ["valuation", "reçu.txt", Buffer.from("Re\xE7u </pre><b>12</b>", "latin1")],
    ["other", "letter.docx", readFileSync("tests/files/pages/invoice.docx")],
    ["import_certificate", "certificate.pdf", certificate],
  ] as const;
  for (const [kind, name, content] of papers) {
    const upload = await cameIn(name, content);
    const added = await addDocument(owner, { applicationId: id }, kind, upload);
    expect(added, name).toMatchObject({ ok: true });
  }
  expect(await submit(owner, id)).toMatchObject({ ok: true });
  const reviewer = await newOfficer("reviewer");
  expect(await claim(reviewer, id)).toMatchObject({ ok: true });
  return { id, reviewer };
}

function elsewhere(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin, href } = new URL(request.url());
    if (protocol !== "data:" && origin !== env().PORTAL_URL) asked.push(href);
  });
  return asked;
}

/** The picture has really been drawn, and is as wide as the frame allows. */
async function expectDrawn(desk: Page, paper: FrameLocator, alt: RegExp) {
  const image = paper.getByRole("img", { name: alt });
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth))
    .toBeGreaterThan(500);
  const frame = await desk.locator("iframe.paper").boundingBox();
  const shown = await image.boundingBox();
  expect(shown?.width).toBeGreaterThan(200);
  expect(shown?.width).toBeLessThanOrEqual(frame?.width ?? 0);
}

for (const [locale, javaScriptEnabled, width] of [
  ["en", true, 1280],
  ["fr", false, 320],
] as const) {
  const t = wordsOf(locale);
  const kind = (name: string) => t(`office.review.documents.kinds.${name}` as "office.viewer.how");
  const how = javaScriptEnabled ? "with script" : "without script";

  test.describe(`${locale}, ${how}, ${width} wide`, () => {
    test.use({ javaScriptEnabled });

    test("an officer turns the pages of each kind of paper, and keeps what is typed", async ({
      openFor,
    }) => {
      const { id, reviewer } = await claimedFile();
      const desk = await openFor(reviewer);
      const asked = elsewhere(desk);
      await desk.setViewportSize({ width, height: 900 });
      await desk.goto(
        `/${locale}/office/review/${id}`.replace("/fr/office/review", "/fr/bureau/examen"),
      );
      const paper = desk.frameLocator("iframe.paper");
      const carats = desk.getByLabel(t("office.review.read.carats"));
      await carats.fill("12");

      await expectDrawn(desk, paper, /1 (of|sur) 2 (of|de) invoice\.pdf/);
      await paper.getByText(t("office.viewer.text")).click();
      await expect(paper.getByText("Extrait à Gahcho Kué")).toBeVisible();
      await paper.getByRole("link", { name: t("office.viewer.next") }).click();
      await expectDrawn(desk, paper, /2 (of|sur) 2 (of|de) invoice\.pdf/);
      await paper.getByRole("link", { name: t("office.viewer.larger") }).click();
      await expect(paper.getByRole("link", { name: t("office.viewer.smaller") })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(desk);

      const choose = (name: string) =>
        desk.getByRole("link", { name: kind(name), exact: true }).click();
      await choose("packing_list");
      await expectDrawn(desk, paper, /script\.jpg/);
      await choose("waybill");
      await paper.getByRole("link", { name: t("office.viewer.next") }).click();
      await expectDrawn(desk, paper, /2 (of|sur) 2 (of|de) scan\.tif/);
      await choose("valuation");
      await expect(paper.getByText("Reçu </pre><b>12</b>")).toBeVisible();
      await choose("other");
      await expect(paper.getByText(t("office.viewer.problems.otherType"))).toBeVisible();
      const saved = desk.waitForEvent("download");
      await paper.getByRole("link", { name: t("office.viewer.download") }).click();
      expect((await saved).suggestedFilename()).toBe("letter.docx");
      await choose("import_certificate");
      await expect(paper.getByRole("img", { name: /certificate\.pdf/ })).toBeVisible();

      await expect(carats).toHaveValue("12");
      const [alone] = await Promise.all([
        desk.context().waitForEvent("page"),
        paper.getByRole("link", { name: t("office.viewer.alone") }).click(),
      ]);
      await expect(alone.getByRole("heading", { level: 1 })).toContainText("certificate.pdf");
      await expectDrawn(alone, alone.frameLocator("iframe.paper"), /certificate\.pdf/);
      if (javaScriptEnabled) await expectAccessible(alone);
      expect(asked).toEqual([]);
      const box = await desk.locator("iframe.paper").boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
    });
  });
}
