// For tests: what a reader finds in a PDF.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { mm, SHEET } from "@/lib/pdf/theme";

/** A run of text with its place in points from the top left of its sheet. */
export interface Run {
  text: string;
  x: number;
  /** Baseline. */
  y: number;
  width: number;
  size: number;
}

export interface ReadPdf {
  sheets: Run[][];
  title: string;
  language: string;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const file = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const sheets: Run[][] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    sheets.push(
      items.flatMap((item) => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const [, , , size, x, y] = item.transform as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        return [{ text: item.str, x, y: mm(SHEET.height) - y, width: item.width, size }];
      }),
    );
  }
  const { info } = await file.getMetadata();
  const { Title = "", Language = "" } = info as { Title?: string; Language?: string };
  await file.destroy();
  return { sheets, title: Title, language: Language };
}

/** The text of sheets without any blank: line breaks and columns leave no trace. */
export function solid(sheets: readonly Run[][]): string {
  return withoutBlanks(
    sheets
      .flat()
      .map((run) => run.text)
      .join(""),
  );
}

export function withoutBlanks(text: string): string {
  return text.replace(/\s/gu, "");
}
