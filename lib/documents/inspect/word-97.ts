import type { Findings } from "./findings";
import { isElsewhere, isFetchingField } from "./links";

/** How a Word document begins ([MS-DOC] FibBase). */
const MARK = 0xa5ec;
const WORD_97 = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** Where it says where the names of its template and author stand in the table stream. */
const ASSOCIATED = 0x19a;
/** The character with which a field begins. */
const FIELD = 0x13;
/** As many characters of it tell what it does. */
const INSTRUCTION = 64;

/** What is wrong with the main stream of a Word document of 97 to 2003. */
export function letterProblems(
  main: Uint8Array,
  stream: (...names: string[]) => Uint8Array | null,
  findings: Findings,
): void {
  const view = new DataView(main.buffer, main.byteOffset, main.length);
  if (main.length < ASSOCIATED + 8 || view.getUint16(0, true) !== MARK) {
    findings.add("damaged");
    return;
  }
  // Word 6 and 95 keep macros in ways of their own.
  if (view.getUint16(2, true) < WORD_97) findings.add("typeNotAllowed");
  const flags = view.getUint16(10, true);
  if (flags & ENCRYPTED) findings.add("encrypted");
  for (const instruction of instructionsIn(main))
    if (isFetchingField(instruction)) findings.add("external");

  const table = stream(flags & SECOND_TABLE ? "1Table" : "0Table");
  const from = view.getUint32(ASSOCIATED, true);
  const to = from + view.getUint32(ASSOCIATED + 4, true);
  const associated = (table ?? new Uint8Array()).subarray(from, to);
  if (templateOf(associated).some(isElsewhere)) findings.add("external");
}

/** How fields begin, whether their text is stored in one or in two bytes a character. */
function* instructionsIn(main: Uint8Array): Generator<string> {
  for (let at = main.indexOf(FIELD); at >= 0; at = main.indexOf(FIELD, at + 1)) {
    const window = Buffer.from(main.subarray(at + 1, at + 1 + 2 * INSTRUCTION));
    for (const text of [window.toString("latin1"), window.subarray(1).toString("utf16le")])
      yield text.replaceAll(String.fromCharCode(FIELD), "");
  }
}

/** The strings of the table of associated names: each with its length in front, two bytes a character. */
function templateOf(table: Uint8Array): string[] {
  const view = new DataView(table.buffer, table.byteOffset, table.length);
  const strings: string[] = [];
  for (let at = 6; at + 2 <= table.length && strings.length < 20;) {
    const length = view.getUint16(at, true) * 2;
    strings.push(new TextDecoder("utf-16le").decode(table.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  // The first is unused, the second the template.
  return strings.slice(1, 2);
}
