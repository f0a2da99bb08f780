import type { DocumentType } from "@/lib/documents/limits";
import type { DocumentProblem } from "@/lib/documents/problems";
import { partsOf } from "./archive";
import { worstOf, type Findings } from "./findings";
import { checkMarkup } from "./markup";
import { isOrdinaryLink, isElsewhere } from "./links";
import { pixelProblem } from "./pixels";
import { foreignSignature } from "./signatures";
import { looksLikeXml, readXml } from "./xml";

/** Kinds of relationships between parts, by the last word of their address. */
const kinds: Readonly<Record<string, DocumentProblem>> = {
  vbaproject: "macros",
  wordvbadata: "macros",
  xlmacrosheet: "macros",
  xlintlmacrosheet: "macros",
  dialogsheet: "macros",
  attachedtoolbars: "macros",
  extensibility: "macros",
  webextension: "script",
  webextensiontaskpanes: "script",
  oleobject: "embedded",
  package: "embedded",
  control: "embedded",
  activexcontrolbinary: "embedded",
  afchunk: "embedded",
  externallink: "external",
  connections: "external",
  querytable: "external",
};

/** The same by the names of parts, for parts to which no relationship leads. */
const names: readonly (readonly [RegExp, DocumentProblem])[] = [
  [/vba(?:project|data)|macrosheets\/|dialogsheets\//, "macros"],
  [/(?:^|\/)(?:embeddings|activex)\/|oleobject/, "embedded"],
  [/(?:^|\/)externallinks\//, "external"],
];

/** And by the types that are said of parts. */
const types: readonly (readonly [RegExp, DocumentProblem])[] = [
  [/macro|vba/, "macros"],
  [/oleobject|activex/, "embedded"],
  [/webextension/, "script"],
];

const mains: readonly (readonly [RegExp, DocumentType])[] = [
  [/wordprocessingml\.document\.main\+xml$/, "docx"],
  [/spreadsheetml\.sheet\.main\+xml$/, "xlsx"],
  [/xps-fixeddocumentsequence\+xml$|oxps\/fixeddocumentsequence\+xml$/, "xps"],
];

interface Package {
  readonly findings: Findings;
  /** Types by part name (with a slash in front) and by extension. */
  readonly types: Map<string, string>;
  /** Parts that the package itself names as the document. */
  readonly documents: string[];
}

/** The type of a zip that holds an office document of today or an XPS document, or what is wrong with it. */
export function packageType(bytes: Uint8Array): DocumentType | DocumentProblem {
  const found: Package = { findings: new Set(), types: new Map(), documents: [] };
  let pieces: Uint8Array[] = [];
  for (const part of partsOf(bytes)) {
    if (!part.ok) {
      found.findings.add(part.error);
      break;
    }
    // XPS writers may deliver a part in pieces, one after the other.
    const [, whole = part.value.name, last = "last."] =
      /^(.+)\/\[\d+\]\.(last\.)?piece$/.exec(part.value.name) ?? [];
    if (whole !== part.value.name) pieces.push(part.value.bytes);
    if (whole !== part.value.name && last !== "last.") continue;
    const content = pieces.length > 0 ? Buffer.concat(pieces) : part.value.bytes;
    pieces = [];
    checkPart(found, whole, content);
  }
  return worstOf(found.findings) ?? typeOf(found) ?? "contentDiffers";
}

function typeOf({ documents, types }: Package): DocumentType | null {
  const found = documents.map((name) => {
    const said = types.get(name) ?? types.get(name.slice(name.lastIndexOf(".") + 1)) ?? "";
    return mains.find(([pattern]) => pattern.test(said))?.[1] ?? null;
  });
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

function checkPart(found: Package, name: string, bytes: Uint8Array): void {
  const { findings } = found;
  for (const [pattern, problem] of names) if (pattern.test(name)) findings.add(problem);
  if (foreignSignature(bytes)) findings.add("embedded");
  const problem = pixelProblem(bytes);
  if (problem) findings.add(problem);
  if (!looksLikeXml(bytes)) {
    if (/\.(?:xml|rels)$/.test(name) && bytes.length > 0) findings.add("damaged");
    return;
  }
  if (name === "[content_types].xml") readTypes(found, bytes);
  else if (name.endsWith(".rels")) readRelationships(found, name, bytes);
  else checkMarkup(bytes, findings);
}

function readTypes({ findings, types: said }: Package, bytes: Uint8Array): void {
  const problem = readXml(bytes, {
    open(tag, attributes) {
      if (tag !== "override" && tag !== "default") return;
      const read = attributes();
      const type = read.get("contenttype")?.toLowerCase() ?? "";
      said.set((read.get("partname") ?? read.get("extension") ?? "").toLowerCase(), type);
      for (const [pattern, problem] of types) if (pattern.test(type)) findings.add(problem);
    },
  });
  if (problem) findings.add(problem);
}

function readRelationships(found: Package, name: string, bytes: Uint8Array): void {
  const problem = readXml(bytes, {
    open(tag, attributes) {
      if (tag !== "relationship") return;
      const read = attributes();
      const target = read.get("target") ?? "";
      const kind = (read.get("type") ?? "").toLowerCase().replace(/^.*\//, "");
      const problem = kinds[kind];
      if (problem) found.findings.add(problem);
      if (read.get("targetmode")?.toLowerCase() === "external" || isElsewhere(target)) {
        if (kind !== "hyperlink" || !isOrdinaryLink(target)) found.findings.add("external");
      } else if (name === "_rels/.rels" && /^(?:officedocument|fixedrepresentation)$/.test(kind)) {
        found.documents.push(`/${target.replace(/^\/+/, "")}`.toLowerCase());
      }
    },
  });
  if (problem) found.findings.add(problem);
}
