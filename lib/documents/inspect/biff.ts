import type { Findings } from "./findings";

/* Records of an Excel stream of 5 to 2003 ([MS-XLS]): a number, a length, data. */
const BEGIN = 0x0809;
const LOCKED = 0x002f;
const SHEET = 0x0085;
const PROJECT = 0x00d3;
const OTHER_BOOK = 0x01ae;
const OTHER_SHEET = 0x0017;
const EXTERNAL_NAME = 0x0023;
const QUERY = 0x01ad;
const CONNECTION = 0x0876;

const MACRO_SHEET = 0x40;
const MODULE = 0x06;

/** What is wrong with the main stream of an Excel workbook. */
export function sheetProblems(book: Uint8Array, findings: Findings): void {
  const view = new DataView(book.buffer, book.byteOffset, book.length);
  if (book.length < 8 || view.getUint16(0, true) !== BEGIN) {
    findings.add("damaged");
    return;
  }
  const five = view.getUint16(4, true) === 0x0500;
  for (let at = 0; at + 4 <= book.length;) {
    const record = view.getUint16(at, true);
    if (record === 0) break;
    const length = view.getUint16(at + 2, true);
    const data = book.subarray(at + 4, at + 4 + length);
    if (data.length < length) {
      findings.add("damaged");
      return;
    }
    at += 4 + length;
    if (record === LOCKED) findings.add("encrypted");
    else if (record === PROJECT) findings.add("macros");
    else if (record === BEGIN && data[2] === MACRO_SHEET) findings.add("macros");
    // After its place and whether it is hidden: whether a sheet holds macros or a module.
    else if (record === SHEET && (data[5] === 1 || data[5] === MODULE)) findings.add("macros");
    else if (record === QUERY || record === CONNECTION) findings.add("external");
    else if (record === OTHER_BOOK && !isOwnBook(data)) findings.add("external");
    else if (record === OTHER_SHEET && five && isOtherBook(data)) findings.add("external");
    else if (record === EXTERNAL_NAME && isLink(data)) findings.add("external");
  }
}

/** References to the book itself, or to functions that were added to the program. */
const isOwnBook = (data: Uint8Array) =>
  data.length === 4 && (data[3] === 0x04 || data[3] === 0x3a) && data[2] === 0x01;

/** In Excel 5 and 95: the second byte says whether the sheet is of this book. */
const isOtherBook = (data: Uint8Array) => data.length > 2 && data[1] === 0x01;

/** Names of another program: dynamic data exchange, or a linked object. */
const isLink = (data: Uint8Array) => ((data[0] ?? 0) & 0x18) !== 0;
