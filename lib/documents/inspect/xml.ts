import type { DocumentProblem } from "@/lib/documents/problems";

/** Of one part; a sheet of a million cells has less. */
const XML_MAX = 64 * 1024 * 1024;
const DEPTH_MAX = 500;

export interface XmlVisitor {
  /** Names without their prefix, in lower case. `attributes` reads them only when it is called. */
  open(name: string, attributes: () => Map<string, string>): void;
  /** Called for every run of text, also those in CDATA sections. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Whether these bytes are meant to be XML. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const head = new TextDecoder(decoderOf(bytes).encoding).decode(bytes.subarray(0, 200));
  return /^\ufeff?\s*</.test(head);
}

/**
 * Walks through XML as the parts of office documents are written: balanced, in Unicode, without a document
 * type, so that it can declare no entities.
 */
export function readXml(bytes: Uint8Array, visitor: XmlVisitor): DocumentProblem | null {
  if (bytes.length > XML_MAX) return "tooComplex";
  const text = decode(bytes);
  if (text === null) return "damaged";
  const stack: string[] = [];
  let seen = false;
  let at = 0;
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    const run = text.slice(at, tag < 0 ? text.length : tag);
    if (stack.length > 0) visitor.text?.(withoutEntities(run));
    else if (/[^\s\ufeff]/.test(run)) return "damaged";
    if (tag < 0) break;
    const special = specialAt(text, tag);
    if (special === "doctype") return "tooComplex";
    if (special) {
      if (special.end < 0) return "damaged";
      if (special.cdata !== undefined) visitor.text?.(special.cdata);
      at = special.end;
      continue;
    }
    const end = endOfTag(text, tag + 1);
    if (end < 0) return "damaged";
    at = end + 1;
    if (text[tag + 1] === "/") {
      const name = localName(text.slice(tag + 2, end).trimEnd());
      if (stack.pop() !== name) return "damaged";
      visitor.close?.(name);
      continue;
    }
    const empty = text[end - 1] === "/";
    const inside = text.slice(tag + 1, empty ? end - 1 : end);
    const [whole = ""] = /^[^\s/]+/.exec(inside) ?? [];
    const name = localName(whole);
    if (name === "" || (stack.length === 0 && seen)) return "damaged";
    seen = true;
    visitor.open(name, () => attributesOf(inside.slice(whole.length)));
    if (empty) visitor.close?.(name);
    else if (stack.push(name) > DEPTH_MAX) return "tooComplex";
  }
  return seen && stack.length === 0 ? null : "damaged";
}

type Special = { readonly end: number; readonly cdata?: string } | "doctype" | null;

function specialAt(text: string, at: number): Special {
  const after = (mark: string) => {
    const found = text.indexOf(mark, at);
    return found < 0 ? -1 : found + mark.length;
  };
  if (text.startsWith("<?", at)) return { end: after("?>") };
  if (text.startsWith("<!--", at)) return { end: after("-->") };
  if (text.startsWith("<![CDATA[", at)) {
    const end = after("]]>");
    return { end, cdata: text.slice(at + 9, end - 3) };
  }
  return text.startsWith("<!", at) ? "doctype" : null;
}

/** The bracket that ends a tag: one within quotation marks does not. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === ">") return at;
    if (sign === "<") return -1;
    if (sign !== '"' && sign !== "'") continue;
    at = text.indexOf(sign, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1).toLowerCase();

function attributesOf(inside: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single] of inside.matchAll(
    /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    found.set(localName(name), withoutEntities(double ?? single ?? "").trim());
  }
  return found;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function withoutEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Only Unicode: in other encodings tags could hide that this reader does not see. */
function decode(bytes: Uint8Array): string | null {
  const decoder = decoderOf(bytes);
  try {
    const text = decoder.decode(bytes);
    const [, said] = /^\ufeff?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/.exec(text) ?? [];
    const family = decoder.encoding.slice(0, 5);
    const unicode = said === undefined || /^us-ascii$/i.test(said);
    return unicode || said.toLowerCase().startsWith(family) ? text : null;
  } catch {
    return null;
  }
}

function decoderOf([first, second]: Uint8Array): TextDecoder {
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = little ? "utf-16le" : big ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true });
}
