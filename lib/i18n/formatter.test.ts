import { expect, it } from "vitest";
import { formatterFor } from "@/lib/i18n/formatter";

const afternoon = new Date("2026-12-01T19:05:00Z");
const plain = (shown: string) => shown.replaceAll(/[\u00A0\u202F]/g, " ");

it("writes a time as the reader’s language does in Canada", () => {
  const full = { dateStyle: "full", timeStyle: "short" } as const;
  const fr = formatterFor("fr");
  expect(plain(fr.dateTime(afternoon, full))).toBe("mardi 1er décembre 2026 à 14 h 05");
  expect(fr.dateTime(afternoon, { timeStyle: "short" })).toBe("14\u00A0h\u00A005");
  expect(plain(formatterFor("en").dateTime(afternoon, full))).toBe(
    "Tuesday, December 1, 2026 at 2:05 PM",
  );
});

it("writes a time by 24 hours, midnight as zero", () => {
  const times = (locale: "en" | "fr") =>
    ["2026-11-20T05:05:00Z", "2026-11-20T20:42:00Z"].map((iso) =>
      formatterFor(locale).time24(new Date(iso)),
    );
  expect(times("en")).toEqual(["00:05", "15:42"]);
  expect(times("fr")).toEqual(["0\u00A0h\u00A005", "15\u00A0h\u00A042"]);
});

it("says 1er of the first of a month only", () => {
  const day = (iso: string, style: "long" | "medium") =>
    formatterFor("fr").dateTime(new Date(iso), { dateStyle: style, timeZone: "UTC" });
  expect(day("2026-05-01", "medium")).toBe("1er mai 2026");
  expect(day("2026-05-21", "long")).toBe("21 mai 2026");
  expect(day("2026-05-11", "long")).toBe("11 mai 2026");
});

it("ends a list as the language does", () => {
  expect(formatterFor("fr").list(["a", "b", "c"])).toBe("a, b et c");
  expect(formatterFor("en").list(["a", "b", "c"])).toBe("a, b, and c");
});
