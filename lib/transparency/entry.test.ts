import { expect, it } from "vitest";
import { entryLine, subjectOf } from "./entry";

const seal = Buffer.alloc(32, 1);
const pdf = Buffer.alloc(32, 2);
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

it("is one line of hashes, always in the same order", () => {
  expect(entryLine({ t: "issued", seal })).toBe(`{"t":"issued","seal":"${b64(seal)}"}`);
  const line = `{"t":"document","seal":"${b64(seal)}","pdf":"${b64(pdf)}"}`;
  expect(entryLine({ t: "document", seal, pdf })).toBe(line);
  expect(entryLine({ pdf, seal, t: "document" })).toBe(line);
  expect(entryLine({ t: "audit", head: pdf })).toBe(`{"t":"audit","head":"${b64(pdf)}"}`);
});

it("holds nothing that is no SHA-256", () => {
  expect(() => entryLine({ t: "issued", seal: Buffer.from("CA00000042") })).toThrow(/SHA-256/);
  expect(() => entryLine({ t: "issued", seal, vc: Buffer.alloc(31) })).toThrow(/SHA-256/);
});

it("is found by its seal, or by the head of the trail", () => {
  expect(subjectOf(entryLine({ t: "received", seal, receipt: pdf }))).toEqual(seal);
  expect(subjectOf(entryLine({ t: "audit", head: pdf }))).toEqual(pdf);
  expect(subjectOf('{"number":"CA00000042"}')).toBe(null);
});
