import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { renderTestPrint } from "@/lib/certificates/pdf/render-test-print";
import { longest, ordinary } from "@/lib/certificates/record/fixtures";
import { freshPdfium } from "@/lib/pdf/pdfium";

/*
 * How the paper looks, sheet by sheet, beside the pictures of it that are kept in pictures/. A change that is meant is
 * looked at, and kept with PICTURES=renew (CONTRIBUTING.md).
 */

vi.setConfig({ testTimeout: 120_000 });

/** 54 dots an inch: a line of text that moves by itself shows, and a picture stays small. */
const SCALE = 54 / 72;
/** Of sixteen greys, as the pictures are kept. Shades of 255 by which a dot may differ, and the share of dots that may differ by more: none of it is to be seen. */
const SHADES = 24;
const SHARE = 0.00004;

const renew = process.env["PICTURES"] === "renew";
const folder = fileURLToPath(new URL("pictures/", import.meta.url));
const verifyUrl = "https://kimberleyprocess.example.ca/verify";
/** As long as the seal of an ordinary certificate makes it. */
const sealAddress = `HTTPS://KIMBERLEYPROCESS.EXAMPLE.CA/V#${"0123456789".repeat(135)}`;
const at = { verifyUrl, sealAddress };
const offset = { right: 2.5, down: -1.5 };

describe.each([
  { name: "plain", sheets: 2, draw: () => renderCertificate(ordinary(), at) },
  { name: "longest", sheets: 5, draw: () => renderCertificate(longest(), at) },
  {
    name: "specimen",
    sheets: 2,
    draw: () => renderCertificate(ordinary(), { verifyUrl, specimen: true }),
  },
  {
    name: "overlay",
    sheets: 2,
    draw: () => renderCertificate(ordinary(), { ...at, overlay: offset }),
  },
  {
    name: "test-print",
    sheets: 2,
    draw: () => renderTestPrint({ name: "Canon, 3e étage", offset, verifyUrl }),
  },
])("$name", ({ name, sheets, draw }) => {
  it("looks as it did, and no sheet is empty", async () => {
    const pictures = await sheetsOf(await draw());
    expect(pictures).toHaveLength(sheets);
    for (const [i, picture] of pictures.entries()) {
      expect(inked(picture), `${name}, sheet ${i + 1}`).toBeGreaterThan(0.005);
      const path = `${folder}${name}-${i + 1}.png`;
      if (renew) await keep(picture, path);
      expect(await differing(picture, path), `${name}, sheet ${i + 1}`).toBeLessThan(SHARE);
    }
  });
});

it("sees one figure that is another", async () => {
  const [sheet] = await sheetsOf(await renderCertificate(ordinary({ parcels: 5 }), at));
  expect(sheet && (await differing(sheet, `${folder}plain-1.png`))).toBeGreaterThan(SHARE);
});

interface Grey {
  readonly dots: Uint8Array;
  readonly width: number;
  readonly height: number;
}

async function sheetsOf(pdf: Uint8Array): Promise<Grey[]> {
  const library = await freshPdfium();
  const document = await library.loadDocument(pdf);
  const sheets: Grey[] = [];
  for (const page of document.pages()) {
    const { width, height, data } = await page.render({
      scale: SCALE,
      render: ({ data }) => Promise.resolve(data),
    });
    // A copy, because the drawing lives in the memory of PDFium.
    const raw = { width, height, channels: 4 } as const;
    const grey = sharp(Buffer.from(data), { raw }).flatten({ background: "#ffffff" }).grayscale();
    sheets.push({ dots: await grey.raw().toBuffer(), width, height });
  }
  document.destroy();
  library.destroy();
  return sheets;
}

async function keep({ dots, width, height }: Grey, path: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const picture = sharp(dots, { raw: { width, height, channels: 1 } });
  await writeFile(
    path,
    await picture.png({ palette: true, colours: 16, dither: 0, effort: 10 }).toBuffer(),
  );
}

/** The share of dots that are not as they were; all of them where the sheet has another size. */
async function differing(picture: Grey, path: string): Promise<number> {
  const { data, info } = await sharp(await readFile(path))
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.width !== picture.width || info.height !== picture.height) return 1;
  const different = picture.dots.filter((dot, i) => Math.abs(dot - (data[i] ?? 0)) > SHADES);
  return different.length / picture.dots.length;
}

const inked = ({ dots }: Grey): number => dots.filter((dot) => dot < 160).length / dots.length;
