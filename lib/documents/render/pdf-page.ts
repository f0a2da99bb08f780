import { freshPdfium } from "@/lib/pdf/pdfium";
import { err, ok } from "@/lib/result";
import { pageSizes, readable, type PageAsked, type RenderedPage } from "./page";
import { encodePixels } from "./picture-page";

/** A page may be far higher than wide, or the other way round: its picture stays within these. */
const PIXELS_MAX = 12_000_000;
const SIDE_MAX = 12_000;

/**
 * One page of a PDF. Each file gets a memory of its own, which is gone afterwards.
 */
export async function pdfPage(bytes: Uint8Array, asked: PageAsked): Promise<RenderedPage> {
  const library = await freshPdfium();
  let document;
  try {
    document = await library.loadDocument(bytes);
  } catch (error) {
    return err(/password/i.test(String(error)) ? "locked" : "damaged");
  }
  const pages = document.getPageCount();
  if (pages < 1) return err("damaged");
  if (asked.page > pages) return err("noSuchPage");
  const page = document.getPage(asked.page - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  if (!(originalWidth > 0 && originalHeight > 0)) return err("damaged");
  const text = readable(page.getText());
  const { width, height, data } = await page.render({
    ...pixelsFor(originalWidth, originalHeight, pageSizes[asked.size]),
    scale: 1,
    renderFormFields: true,
    render: ({ data }) => Promise.resolve(data),
  });
  return ok({ pages, text, picture: await encodePixels({ width, height, data }, asked.turns) });
}

function pixelsFor(width: number, height: number, wanted: number) {
  const scale = Math.min(
    wanted / width,
    Math.sqrt(PIXELS_MAX / (width * height)),
    SIDE_MAX / Math.max(width, height),
  );
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
