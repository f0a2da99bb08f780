import { strToU8, unzipSync, zipSync } from "fflate";

/* Changes to the parts of a package. */

export type Change = (parts: Record<string, Uint8Array>) => void;
export function repacked(base: Uint8Array, change: Change): Uint8Array {
  const parts = unzipSync(base);
  change(parts);
  return zipSync(parts, { mtime: new Date("2026-11-20T12:00:00") });
}
export const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("utf8");
export const edited =
  (name: string, from: string | RegExp, to: string): Change =>
  (parts) => {
    const before = textOf(parts[name]);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`Nothing to change in ${name}`);
    parts[name] = strToU8(after);
  };
export const added =
  (name: string, content: Uint8Array | string): Change =>
  (parts) => {
    parts[name] = typeof content === "string" ? strToU8(content) : content;
  };
export const both =
  (...changes: Change[]): Change =>
  (parts) =>
    changes.forEach((change) => change(parts));
export const related =
  (name: string, type: string, target: string, mode = ""): Change =>
  (parts) => {
    const empty =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    const one = `<Relationship Id="rId99" Type="${type}" Target="${target}"${mode}/>`;
    const before = parts[name] ? textOf(parts[name]) : empty;
    parts[name] = strToU8(before.replace("</Relationships>", `${one}</Relationships>`));
  };
export const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
export const external = ' TargetMode="External"';
export const body = (xml: string) => edited("word/document.xml", "<w:body>", `<w:body>${xml}`);
export const field = (...runs: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs
    .map((run) => `<w:r><w:instrText xml:space="preserve">${run}</w:instrText></w:r>`)
    .join("")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
export const wordRels = "word/_rels/document.xml.rels";
export const bookRels = "xl/_rels/workbook.xml.rels";
export const compound = Buffer.from("d0cf11e0a1b11ae1", "hex");
