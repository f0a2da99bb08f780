import { addDocument } from "@/lib/documents/commands";
import { claim } from "@/lib/reviews/commands/claim";
import { goodAnswers, newDraft, submit } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { expect, test } from "./fixtures";

/* A scan is far larger than the frame in which an officer reads it. */

const hostile = `"><script>alert(1)</script>.jpg`;

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("a photograph is as wide as its frame, whatever it is called", async ({ openFor }) => {
      const { exporterId, owner } = await newExporter();
      const id = await newDraft(owner, exporterId, goodAnswers());
      const page = await openFor(owner);
      await page.setViewportSize({ width: 1600, height: 900 });
      await page.goto("/en/applications");
      const content = await page.screenshot({ type: "jpeg" });
      const photograph = { name: hostile, size: content.length, content };
      expect(await addDocument(owner, id, "packing_list", photograph)).toMatchObject({ ok: true });
      expect(await submit(owner, id)).toMatchObject({ ok: true });
      const reviewer = await newOfficer("reviewer");
      expect(await claim(reviewer, id)).toMatchObject({ ok: true });

      const desk = await openFor(reviewer);
      await desk.setViewportSize({ width: 1280, height: 900 });
      await desk.goto(`/en/office/review/${id}`);
      await desk.getByRole("link", { name: "Packing list", exact: true }).click();
      const image = desk.frameLocator("iframe.paper").getByRole("img");
      await expect(image).toHaveAttribute("alt", /script/);
      await expect
        .poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBe(1600);
      const frame = await desk.locator("iframe.paper").boundingBox();
      const shown = await image.boundingBox();
      expect(shown?.width).toBeGreaterThan(200);
      expect(shown?.width).toBeLessThanOrEqual(frame?.width ?? 0);
    });
  });
}
