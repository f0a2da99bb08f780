import type { Browser } from "@playwright/test";
import { strToU8, zipSync } from "fflate";

/** A file as a person would attach it. */
export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

async function printed<T>(
  browser: Browser,
  heading: string,
  take: (page: Awaited<ReturnType<Browser["newPage"]>>) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 600, height: 400 } });
  await page.setContent(`<h1>${escaped(heading)}</h1><p>Boreal Rough Ltd., Yellowknife NT</p>`);
  const taken = await take(page);
  await page.close();
  return taken;
}

/** A PDF file as a browser prints it. */
export async function pdfPaper(browser: Browser, name: string, heading: string): Promise<Paper> {
  const buffer = await printed(browser, heading, (page) => page.pdf());
  return { name, mimeType: "application/pdf", buffer };
}

/** A JPEG picture of a paper. */
export async function jpegPaper(browser: Browser, name: string, heading: string): Promise<Paper> {
  const buffer = await printed(browser, heading, (page) => page.screenshot({ type: "jpeg" }));
  return { name, mimeType: "image/jpeg", buffer };
}

/** The smallest document that Word opens. */
export function docxPaper(name: string, text: string): Paper {
  const xml = (body: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
  const packageUri = "http://schemas.openxmlformats.org/package/2006";
  const officeUri = "http://schemas.openxmlformats.org/officeDocument/2006";
  const wordUri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const documentType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const parts = {
    "[Content_Types].xml": xml(
      `<Types xmlns="${packageUri}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${documentType}"/></Types>`,
    ),
    "_rels/.rels": xml(
      `<Relationships xmlns="${packageUri}/relationships"><Relationship Id="rId1" Type="${officeUri}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": xml(
      `<w:document xmlns:w="${wordUri}"><w:body><w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  };
  return {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: Buffer.from(zipSync(parts)),
  };
}
