import { err } from "@/lib/result";
import type { PageAsked, RenderedPage, ShownType } from "./page";
import { pdfPage } from "./pdf-page";
import { picturePage } from "./picture-page";
import { textPage } from "./text-page";

/** One page of a file for people to read. What cannot be read of it is damaged. */
export async function renderPage(
  bytes: Uint8Array,
  mediaType: ShownType,
  asked: PageAsked,
): Promise<RenderedPage> {
  try {
    switch (mediaType) {
      case "application/pdf":
        return await pdfPage(bytes, asked);
      case "image/jpeg":
      case "image/tiff":
        return await picturePage(bytes, asked);
      case "text/plain":
        return textPage(bytes, asked.page);
    }
  } catch (error) {
    // The parent's log has it; whoever looks at the document is offered the file.
    process.stderr.write(`A page could not be drawn: ${String(error)}\n`);
    return err("damaged");
  }
}
