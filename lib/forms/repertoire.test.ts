import { describe, expect, it } from "vitest";
import { repertoireOfFonts } from "@/lib/certificates/pdf/repertoire-of-fonts";
import { printable } from "@/lib/forms/repertoire";
import { REPERTOIRE } from "@/lib/forms/repertoire-table";

describe("repertoire", () => {
  it("is what the embedded fonts hold", () => {
    const written = REPERTOIRE.trim()
      .split(/\s+/)
      .map((word) => {
        const [from = "", to = from] = word.split("-");
        return [parseInt(from, 16), parseInt(to, 16)];
      });
    expect(written).toEqual(repertoireOfFonts());
  });

  it.each([
    "Gahcho Kué, œuvre, Ÿ, « 1\u00A0234,56 $ » — l’île…",
    "Łódź, İstanbul, Şanlıurfa, Čapljina, Ấp Bắc, ′ ″",
    "e\u0301te\u0301 in parts is composed first",
    "two\nlines\r\n",
    "",
  ])("prints %j", (text) => {
    expect(printable(text)).toEqual({ ok: true });
  });

  it.each([
    ["Алмаз", ["А", "л", "м", "а", "з"]],
    ["鑽石 Ltd", ["鑽", "石"]],
    ["a\u200Bb\u00ADc", ["\u200B", "\u00AD"]],
    ["💎", ["💎"]],
    ["Ω x Ω", ["Ω"]],
    ["q\u0303", ["\u0303"]],
    ["tab\there", ["\t"]],
    ["\uFFFD", ["\uFFFD"]],
  ])("names what is in the way of %j", (text, characters) => {
    expect(printable(text)).toEqual({ ok: false, characters });
  });
});
