/* The objects of PDF (ISO 32000-2, 7.3), read one at a time from bytes of which nothing is believed. */

export type PdfValue =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "reference"; readonly id: number }
  | { readonly kind: "array"; readonly items: readonly PdfValue[] }
  | { readonly kind: "dictionary"; readonly pairs: readonly (readonly [string, PdfValue])[] }
  | { readonly kind: "other" };

/** Every dictionary with its pairs: of a key that stands twice, no program says which it takes. */
export type PdfDictionary = Extract<PdfValue, { kind: "dictionary" }>;

const DEPTH_MAX = 100;
const STRING_MAX = 1_000_000;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...Buffer.from("()<>[]{}/%")]);
const isRegular = (byte: number) => !WHITE.has(byte) && !DELIMITERS.has(byte);

/** More work than a file of honest making needs. */
export class TooMuchWork extends Error {}

export class PdfReader {
  at: number;
  readonly #bytes: Uint8Array;
  /** Steps left, shared by all readings of one file. */
  readonly #work: { left: number };

  constructor(bytes: Uint8Array, at: number, work: { left: number }) {
    this.#bytes = bytes;
    this.at = at;
    this.#work = work;
  }

  #spend(steps: number): void {
    this.#work.left -= steps;
    if (this.#work.left < 0) throw new TooMuchWork();
  }

  skipBlanks(): void {
    const from = this.at;
    for (; this.at < this.#bytes.length; this.at++) {
      const byte = this.#bytes[this.at] ?? 0;
      if (byte === 0x25) this.#skipLine();
      else if (!WHITE.has(byte)) break;
    }
    this.#spend(this.at - from + 1);
  }

  #skipLine(): void {
    while (this.at + 1 < this.#bytes.length && !this.#isLineEnd(this.at + 1)) this.at++;
  }

  #isLineEnd(at: number): boolean {
    return this.#bytes[at] === 10 || this.#bytes[at] === 13;
  }

  /** The word of regular characters that stands here, which may be empty. */
  word(): string {
    const from = this.at;
    while (this.at < this.#bytes.length && isRegular(this.#bytes[this.at] ?? 0)) this.at++;
    this.#spend(this.at - from + 1);
    return Buffer.from(this.#bytes.subarray(from, Math.min(this.at, from + 200))).toString(
      "latin1",
    );
  }

  /** The value that stands here, or null where none does. */
  value(depth = 0): PdfValue | null {
    this.skipBlanks();
    const [first, second] = [this.#bytes[this.at], this.#bytes[this.at + 1]];
    if (first === undefined || depth > DEPTH_MAX) return null;
    switch (String.fromCharCode(first)) {
      case "/":
        return { kind: "name", name: this.#name() };
      case "(":
        return { kind: "string", text: this.#literal() };
      case "<":
        return second === 0x3c ? this.#dictionary(depth) : { kind: "string", text: this.#hex() };
      case "[":
        return this.#array(depth);
      case "]":
      case ">":
      case ")":
      case "{":
      case "}":
        return null;
      default:
        return this.#numberOrWord();
    }
  }

  #name(): string {
    this.at += 1;
    return this.word().replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }

  /** A number, a reference ("12 0 R"), or null for the words that end an object. */
  #numberOrWord(): PdfValue | null {
    const word = this.word();
    if (/^(?:obj|endobj|stream|endstream|xref|trailer|startxref)/.test(word)) return null;
    if (!/^[+-]?[\d.]+$/.test(word)) return word === "" ? null : { kind: "other" };
    const back = this.at;
    if (/^\d{1,10}$/.test(word)) {
      this.skipBlanks();
      if (/^\d{1,5}$/.test(this.word())) {
        this.skipBlanks();
        if (this.word() === "R") return { kind: "reference", id: Number(word) };
      }
    }
    this.at = back;
    return { kind: "number", number: Number(word) };
  }

  #array(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (let item = this.value(depth + 1); item; item = this.value(depth + 1)) items.push(item);
    if (this.#bytes[this.at] === 0x5d) this.at += 1;
    return { kind: "array", items };
  }

  #dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const pairs: [string, PdfValue][] = [];
    for (let key = this.value(depth + 1); key; key = this.value(depth + 1)) {
      // What is no key is passed over, as tolerant programs do.
      if (key.kind !== "name") continue;
      const value = this.value(depth + 1);
      if (!value) break;
      pairs.push([key.name, value]);
    }
    if (this.#bytes[this.at] === 0x3e) this.at += 2;
    return { kind: "dictionary", pairs };
  }

  #hex(): string {
    const end = this.#bytes.indexOf(0x3e, this.at);
    const from = this.at + 1;
    this.at = end < 0 ? this.#bytes.length : end + 1;
    this.#spend(this.at - from + 1);
    const digits = Buffer.from(this.#bytes.subarray(from, Math.min(this.at, from + STRING_MAX)))
      .toString("latin1")
      .replace(/[^0-9a-f]/gi, "");
    return Buffer.from(digits, "hex").toString("latin1");
  }

  #literal(): string {
    const from = ++this.at;
    let open = 1;
    for (; this.at < this.#bytes.length; this.at++) {
      const byte = this.#bytes[this.at];
      if (byte === 0x5c) this.at += 1;
      else if (byte === 0x28) open += 1;
      else if (byte === 0x29 && --open === 0) break;
    }
    this.#spend(this.at - from + 1);
    const end = Math.min(this.at, from + STRING_MAX);
    this.at += 1;
    return withoutEscapes(Buffer.from(this.#bytes.subarray(from, end)).toString("latin1"));
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function withoutEscapes(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:([0-7]{1,3})|\r\n|([^]))/g, (_, octal?: string, sign?: string) => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    if (sign === undefined || sign === "\n" || sign === "\r") return "";
    return escapes[sign] ?? sign;
  });
}

/** The values of a key, all of them. */
export function valuesOf({ pairs }: PdfDictionary, key: string): PdfValue[] {
  return pairs.flatMap(([name, value]) => (name === key ? [value] : []));
}

export function hasName(dictionary: PdfDictionary, key: string, ...names: string[]): boolean {
  return valuesOf(dictionary, key).some(
    (value) => value.kind === "name" && names.includes(value.name),
  );
}
