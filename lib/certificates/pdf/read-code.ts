import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { freshPdfium } from "@/lib/pdf/pdfium";

let reader: Promise<unknown> | undefined;

/**
 * What the QR code on part 1 of a rendered certificate holds, read from the picture of the page; null where none can be
 * read. Dots an inch: 300, as an ordinary scanner sees a sheet.
 */
export async function readCode(pdf: Uint8Array, dotsAnInch = 300): Promise<string | null> {
  await (reader ??= prepareReader());
  const library = await freshPdfium();
  const document = await library.loadDocument(pdf);
  try {
    const { width, height, data } = await document.getPage(0).render({
      scale: dotsAnInch / 72,
      render: ({ data }) => Promise.resolve(data),
    });
    const picture = {
      width,
      height,
      data: new Uint8ClampedArray(data),
      colorSpace: "srgb",
    } as const;
    const found = await readBarcodes(picture, { formats: ["QRCode"], maxNumberOfSymbols: 1 });
    return found.find(({ isValid }) => isValid)?.text ?? null;
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** From the package itself: by default the library would fetch its code from a server of others. */
async function prepareReader(): Promise<void> {
  const wasm = await readFile(
    fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm")),
  );
  await prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(wasm).buffer },
    fireImmediately: true,
  });
}
