import { Document, renderToBuffer } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { registerFaces } from "@/lib/pdf/faces";

interface Sheets {
  readonly title: string;
  /** Whose document it is. */
  readonly office: string;
  readonly language: "en" | "fr";
  /** When what it says was so. */
  readonly at: Date;
  readonly children: ReactNode;
}

/** A document as PDF/A-2b. The same sheets and instant always give the same bytes. */
export async function renderDocument(sheets: Sheets): Promise<Uint8Array> {
  const { title, office, language, at, children } = sheets;
  registerFaces();
  const file = await renderToBuffer(
    <Document
      title={title}
      author={office}
      creator={office}
      producer="@react-pdf/renderer"
      language={`${language}-CA`}
      creationDate={at}
      pdfVersion="1.7"
      conformance="PDF/A-2b"
    >
      {children}
    </Document>,
  );
  return new Uint8Array(file);
}
