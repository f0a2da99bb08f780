import type { DocumentProblem } from "@/lib/documents/problems";
import type { Findings } from "./findings";
import { isOrdinaryLink } from "./links";
import { hasName, valuesOf, type PdfDictionary, type PdfValue } from "./pdf-objects";

/** Kinds of actions and annotations by name. Going to a page and opening a web page are not among them. */
const kinds: Readonly<Record<string, DocumentProblem>> = {
  JavaScript: "script",
  Launch: "script",
  SubmitForm: "script",
  ImportData: "script",
  Rendition: "script",
  GoToR: "external",
  GoToE: "external",
  Movie: "embedded",
  Sound: "embedded",
  RichMedia: "embedded",
  RichMediaExecute: "embedded",
  FileAttachment: "embedded",
  EmbeddedFile: "embedded",
  Screen: "embedded",
  "3D": "embedded",
};
/** Keys whose values are such a name. */
const kindKeys = new Set(["S", "Subtype", "Type"]);
/** Keys that only dictionaries have in which actions may be hung up; fonts and pictures have any keys. */
const bearers = ["Type", "Subtype", "FT", "T", "Parent", "Kids", "Pages", "Contents"];

/** Finds what runs, fetches or holds something else, in a value and all that is written within it. */
export function findDangers(
  value: PdfValue,
  findings: Findings,
  resolve: (id: number) => readonly PdfValue[],
): void {
  // An object that is a mere name may be the kind of an action elsewhere.
  if (value.kind === "name") look(value, findings);
  const waiting: PdfValue[] = [value];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.kind === "array") waiting.push(...next.items);
    if (next.kind !== "dictionary") continue;
    for (const [key, inner] of next.pairs) {
      waiting.push(inner);
      if (kindKeys.has(key)) look(inner, findings);
      const problem = problemOf(next, key, inner, resolve);
      if (problem) findings.add(problem);
    }
  }
}

function look(value: PdfValue, findings: Findings): void {
  const problem = value.kind === "name" ? kinds[value.name] : undefined;
  if (problem) findings.add(problem);
}

const has = (dictionary: PdfDictionary, keys: readonly string[]) =>
  dictionary.pairs.some(([key]) => keys.includes(key));
const isHolder = ({ kind }: PdfValue) => kind === "dictionary" || kind === "reference";

function problemOf(
  dictionary: PdfDictionary,
  key: string,
  value: PdfValue,
  resolve: (id: number) => readonly PdfValue[],
): DocumentProblem | null {
  switch (key) {
    case "JS":
      return value.kind === "string" || has(dictionary, ["S"]) ? "script" : null;
    case "JavaScript":
      return isHolder(value) ? "script" : null;
    case "XFA":
      return "script";
    case "AA":
      return isHolder(value) && has(dictionary, bearers) ? "script" : null;
    case "OpenAction":
      return onlyGoes(value, resolve) ? null : "script";
    case "URI":
    case "Base":
      return mayBePressed(value, resolve) ? null : "script";
    case "EmbeddedFiles":
    case "RichMediaContent":
    case "Collection":
      return isHolder(value) ? "embedded" : null;
    case "EF":
      return isHolder(value) && has(dictionary, ["F", "UF", "Type"]) ? "embedded" : null;
    case "Encrypt":
      return isHolder(value) && has(dictionary, ["Root", "Size", "ID"]) ? "encrypted" : null;
    case "Filter":
      return has(dictionary, ["O"]) && has(dictionary, ["U"]) && has(dictionary, ["P"])
        ? "encrypted"
        : null;
    default:
      return null;
  }
}

/** A link, or what stands before the links of a file: written there, or in an object of its own. */
function mayBePressed(value: PdfValue, resolve: (id: number) => readonly PdfValue[]): boolean {
  if (value.kind === "reference")
    return resolve(value.id).every(
      (target) => target.kind !== "reference" && mayBePressed(target, resolve),
    );
  return value.kind !== "string" || isOrdinaryLink(value.text.replace(markOfUnicode, ""));
}

/** Of UTF-16, whose zeros are no part of an address, and of UTF-8, byte by byte. */
const markOfUnicode = /^(?:\xFE\xFF|\xFF\xFE|\xEF\xBB\xBF)/;

/** What happens when the file is opened: a page is shown, and nothing else. */
function onlyGoes(value: PdfValue, resolve: (id: number) => readonly PdfValue[]): boolean {
  if (value.kind === "reference")
    return resolve(value.id).every(
      (target) => target.kind !== "reference" && onlyGoes(target, resolve),
    );
  if (value.kind !== "dictionary") return true;
  return valuesOf(value, "S").length === 1 && hasName(value, "S", "GoTo");
}
