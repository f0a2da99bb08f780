import type { DocumentProblem } from "@/lib/documents/problems";
import { worstOf, type Findings } from "./findings";
import { isElsewhere, isFetchingField } from "./links";

const DEPTH_MAX = 1_000;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

export function isRtf(bytes: Uint8Array): boolean {
  return /^\{\\rtf\d/.test(Buffer.from(bytes.subarray(0, 6)).toString("latin1"));
}

/**
 * What is wrong with an RTF document. It is read word by word as a word processor does, so that objects and
 * fields are found however their words are broken up, and raw bytes are not taken for words.
 */
export function rtfProblem(bytes: Uint8Array): DocumentProblem | null {
  const findings: Findings = new Set();
  /** Of each open group: the text that it collects, where it is of a kind that is looked at. */
  const groups: ({ kind: "field" | "template"; text: string } | null)[] = [];
  const collect = (text: string) => {
    for (const group of groups) if (group && group.text.length < 10_000) group.text += text;
  };
  // Behind a character of Unicode stand as many others for programs that do not know it.
  let fallback = 1;
  let skip = 0;
  const write = (text: string) => {
    if (text === "") return;
    if (skip > 0) skip -= 1;
    else collect(text);
  };
  let at = 0;
  for (; at < bytes.length;) {
    const sign = bytes[at] ?? 0;
    if (sign === OPEN) {
      groups.push(null);
      if (groups.length > DEPTH_MAX) return "tooComplex";
      at += 1;
    } else if (sign === CLOSE) {
      const group = groups.pop();
      if (group?.kind === "field" && isFetchingField(group.text)) findings.add("external");
      if (group?.kind === "template" && isElsewhere(group.text)) findings.add("external");
      at += 1;
      if (groups.length === 0) break;
    } else if (sign === BACKSLASH) {
      const control = readControl(bytes, at + 1);
      at = control.end;
      if (control.word === "u") {
        collect(control.text);
        skip = fallback;
      } else write(control.text);
      if (control.word === "uc") fallback = Math.max(0, control.number);
      if (control.word.startsWith("obj")) findings.add("embedded");
      if (control.word === "bin") at += Math.max(0, control.number);
      if (control.word === "fldinst") groups[groups.length - 1] = { kind: "field", text: "" };
      if (/^(?:template|nextfile)$/.test(control.word))
        groups[groups.length - 1] = { kind: "template", text: "" };
    } else {
      if (sign !== 10 && sign !== 13) write(String.fromCharCode(sign));
      at += 1;
    }
  }
  if (groups.length > 0 || at > bytes.length) findings.add("damaged");
  else if (bytes.subarray(at).some((byte) => byte > 0x20)) findings.add("embedded");
  return worstOf(findings);
}

interface Control {
  readonly word: string;
  readonly number: number;
  /** The text that it stands for. */
  readonly text: string;
  readonly end: number;
}

/** The word of control behind a backslash, with its number and the blank that ends it. */
function readControl(bytes: Uint8Array, from: number): Control {
  const head = Buffer.from(bytes.subarray(from, from + 48)).toString("latin1");
  const [whole, word = "", digits = ""] = /^([a-z]{1,32})(-?\d{1,10})? ?/i.exec(head) ?? [];
  if (whole === undefined) {
    const code = /^'([0-9a-f]{2})/i.exec(head)?.[1];
    if (code === undefined) return { word: "", number: 0, text: head.charAt(0), end: from + 1 };
    return { word: "", number: 0, text: String.fromCharCode(parseInt(code, 16)), end: from + 3 };
  }
  const number = Number(digits);
  const text = word === "u" ? String.fromCharCode(number & 0xffff) : "";
  return { word: word.toLowerCase(), number, text, end: from + whole.length };
}
