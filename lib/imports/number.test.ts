import { expect, it } from "vitest";
import { isNumber, normaliseNumber, readNumber } from "./number";

it.each([
  ["bw 0078214", "BW 0078214", "BW0078214"],
  ["  BW\u00A00078214 ", "BW 0078214", "BW0078214"],
  ["bw\u20110078214", "BW-0078214", "BW0078214"],
  ["BW – 0078214", "BW - 0078214", "BW0078214"],
  ["N° NA 0012067", "NA 0012067", "NA0012067"],
  ["№NA12067", "NA12067", "NA12067"],
  ["# EU 123456", "EU 123456", "EU123456"],
  ["NO 0012345", "NO 0012345", "NO0012345"],
  ["\uFF22\uFF37 123", "BW 123", "BW123"],
])("reads %j as it is printed", (typed, printed, normalised) => {
  expect(readNumber(typed)).toBe(printed);
  expect(readNumber(printed)).toBe(printed);
  expect(normaliseNumber(printed)).toBe(normalised);
  expect(isNumber(normalised)).toBe(true);
});

it.each([
  "",
  "BW",
  "Botswana diamonds",
  "BW/123",
  "0078214",
  "BW 0123456789012345678901",
  "БВ 123",
])("%j is no number of a certificate", (typed) => {
  expect(isNumber(normaliseNumber(readNumber(typed)))).toBe(false);
});
