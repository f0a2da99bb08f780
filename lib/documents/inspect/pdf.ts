import type { DocumentProblem } from "@/lib/documents/problems";
import { worstOf, type Findings } from "./findings";
import { jpegSize } from "./jpeg";
import { findDangers } from "./pdf-dangers";
import { objectsOf, type PdfObject } from "./pdf-file";
import { TooMuchWork, hasName, valuesOf, type PdfDictionary, type PdfValue } from "./pdf-objects";
import { filtersOf, InflationBudget } from "./pdf-streams";
import { isTooManyPixels } from "./pixels";
import { hasWebCode } from "./signatures";

const PAGES_MAX = 1_000;
const NODES_MAX = 20_000;
/** A thousand pages, marked up for those who cannot see, have a quarter of it. */
const OBJECTS_MAX = 250_000;
/** Before the first object stand the version and a comment of binary bytes. */
const HEAD_MAX = 2_048;
const END = Buffer.from("%%EOF");
const packing = new Set(["FlateDecode", "LZWDecode", "RunLengthDecode", "LZW", "RL"]);

export function isPdf(bytes: Uint8Array): boolean {
  return /^%PDF-[12]\.\d/.test(Buffer.from(bytes.subarray(0, 8)).toString("latin1"));
}

/** What is wrong with a PDF: by all its objects, whatever the table of its objects says. */
export async function pdfProblem(bytes: Uint8Array): Promise<DocumentProblem | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const findings: Findings = new Set();
  const frame = frameProblem(file);
  if (frame) findings.add(frame);
  const objects: PdfObject[] = [];
  try {
    const work = { left: 20 * file.length + 10_000_000 };
    for (const object of objectsOf(file, work))
      if (!object) findings.add("unchecked");
      else if (objects.push(object) > OBJECTS_MAX) throw new TooMuchWork();
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    findings.add("tooComplex");
    return worstOf(findings);
  }
  const byId = new Map<number, PdfValue[]>();
  for (const { id, value } of objects)
    if (id !== null) byId.set(id, [...(byId.get(id) ?? []), value]);
  const resolve = (id: number) => byId.get(id) ?? [];
  const budget = new InflationBudget();
  for (const { value, stream } of objects) {
    findDangers(value, findings, resolve);
    if (value.kind !== "dictionary" || !stream) continue;
    const problem = await streamProblem(value, stream, resolve, budget);
    if (problem) findings.add(problem);
    if (problem === "tooComplex") break;
  }
  const pages = countPages(objects, resolve);
  if (pages === 0) findings.add("damaged");
  if (pages > PAGES_MAX) findings.add("tooComplex");
  return worstOf(findings);
}

/** What stands before the first object, and behind the end. */
function frameProblem(file: Buffer): DocumentProblem | null {
  const head = file.subarray(0, HEAD_MAX).toString("latin1");
  const [comments] = /^(?:%[^\r\n]*[\r\n\s]+)+(?=\d+\s+\d+\s+obj)/.exec(head) ?? [];
  if (comments === undefined || hasWebCode(comments)) return "contentDiffers";
  const end = file.lastIndexOf(END);
  if (end < 0) return "damaged";
  const rest = file.subarray(end + END.length);
  if (!rest.some((byte) => byte > 32)) return null;
  return rest.includes(" obj") ? "damaged" : "embedded";
}

async function streamProblem(
  dictionary: PdfDictionary,
  data: Uint8Array,
  resolve: (id: number) => readonly PdfValue[],
  budget: InflationBudget,
): Promise<DocumentProblem | null> {
  // Data that are kept in another file.
  if (valuesOf(dictionary, "F").some(({ kind }) => kind !== "name" && kind !== "array"))
    return "external";
  if (hasName(dictionary, "Subtype", "Image")) {
    const side = (key: string) =>
      Math.max(
        ...valuesOf(dictionary, key).flatMap((value) =>
          [value, ...(value.kind === "reference" ? resolve(value.id) : [])].map((one) =>
            one.kind === "number" ? one.number : 0,
          ),
        ),
      );
    if (isTooManyPixels(side("Width"), side("Height"))) return "tooComplex";
    const size = jpegSize(data);
    if (size && isTooManyPixels(size.width, size.height)) return "tooComplex";
  }
  const filters = filtersOf(dictionary) ?? ["FlateDecode"];
  if (filters.filter((name) => packing.has(name)).length > 1) return "tooComplex";
  if (!filters.includes("FlateDecode")) return null;
  return (await budget.take(data)) ? null : "tooComplex";
}

/** The pages to which the tree of pages leads; a page that stands in it twice counts twice. */
function countPages(
  objects: readonly PdfObject[],
  resolve: (id: number) => readonly PdfValue[],
): number {
  const last = (value: PdfValue | undefined) =>
    value?.kind === "reference" ? resolve(value.id).at(-1) : value;
  const roots = objects.flatMap(({ value }) =>
    value.kind === "dictionary" ? valuesOf(value, "Root") : [],
  );
  const catalog = last(roots.at(-1));
  const waiting = catalog?.kind === "dictionary" ? valuesOf(catalog, "Pages").slice(-1) : [];
  let pages = 0;
  for (let nodes = 0; waiting.length > 0; nodes++) {
    const node = last(waiting.pop());
    if (nodes > NODES_MAX) return Infinity;
    if (node?.kind !== "dictionary") continue;
    const kids = last(valuesOf(node, "Kids").at(-1));
    if (kids?.kind !== "array") pages += 1;
    else waiting.push(...kids.items);
    if (pages > PAGES_MAX) return Infinity;
  }
  return pages;
}
