import { describe, expect, it } from "vitest";
import { paragraphsOf } from "@/lib/broadcasts/paragraphs";
import { broadcastForm } from "@/lib/broadcasts/schema";
import { stateOf } from "@/lib/broadcasts/status";
import { readTime } from "@/lib/broadcasts/times";
import { onFields } from "@/lib/forms/field-problems";
import { parseForm } from "@/lib/forms/parse-form";

const now = new Date("2026-10-30T16:00:00Z");

function typed(changes: Record<string, string> = {}): FormData {
  const data = new FormData();
  const all = {
    titleEn: "Closed",
    titleFr: "Fermé",
    textEn: "On Sunday.\r\nThe portal stays open.",
    textFr: "Dimanche.",
    audience: "everybody",
    numbers: "",
    fromDay: "2026-10-31",
    fromTime: "8:00",
    untilDay: "2026-11-02",
    untilTime: "17 h",
    ...changes,
  };
  for (const [name, value] of Object.entries(all)) data.set(name, value);
  return data;
}

function problems(changes: Record<string, string>): string[] {
  const form = broadcastForm(now);
  const parsed = parseForm(form, typed(changes), "en");
  if (parsed.ok) return [];
  return onFields(form, parsed.errors).map(({ field, key }) => `${field} ${key}`);
}

describe("an announcement as it is typed", () => {
  it("is shown by the clocks of Ottawa, also over their change", () => {
    const parsed = parseForm(broadcastForm(now), typed(), "en");
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    expect(parsed.value).toEqual({
      titleEn: "Closed",
      titleFr: "Fermé",
      textEn: "On Sunday.\nThe portal stays open.",
      textFr: "Dimanche.",
      urgent: false,
      numbers: [],
      everybody: true,
      shownFrom: new Date("2026-10-31T12:00:00Z"),
      shownUntil: new Date("2026-11-02T22:00:00Z"),
    });
  });

  it("says everything that is missing at once", () => {
    const none = { titleEn: " ", titleFr: "", textEn: "", textFr: "\r\n", audience: "" };
    const times = { fromDay: "", fromTime: "", untilDay: "", untilTime: "" };
    expect(problems({ ...none, ...times })).toEqual(
      [...Object.keys(none), ...Object.keys(times)]
        .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((name) => `${name} broadcasts.${name}.required`),
    );
  });

  it.each([
    [{ titleEn: "W".repeat(151) }, "titleEn broadcasts.tooLong"],
    [{ textFr: "W".repeat(2001) }, "textFr broadcasts.tooLong"],
    [{ fromTime: "25:00" }, "fromTime broadcasts.fromTime.required"],
    [{ untilDay: "2026-10-31", untilTime: "8:00" }, "untilDay broadcasts.untilDay.before"],
    [{ fromDay: "2026-10-01", untilDay: "2026-10-29" }, "untilDay broadcasts.untilDay.past"],
    [{ audience: "chosen" }, "numbers broadcasts.numbers.required"],
    [{ audience: "chosen", numbers: "123456789" }, "numbers broadcasts.numbers.notOne"],
    [{ audience: "chosen", numbers: "123 456 789 RC0001" }, "numbers broadcasts.numbers.notOne"],
  ] as const)("refuses %j", (changes, problem) => {
    expect(problems(changes)).toEqual([problem]);
  });

  it("holds 2,000 characters, however its lines end", () => {
    const text = `${"a\r\n".repeat(999)}ab`;
    expect(problems({ textEn: text })).toEqual([]);
  });

  it("names each exporter once, with and without spaces", () => {
    const numbers = "123 456 782\n123456782";
    const parsed = parseForm(broadcastForm(now), typed({ audience: "chosen", numbers }), "en");
    expect(parsed).toMatchObject({ ok: true, value: { numbers: ["123456782"] } });
  });

  it("takes a line that is no number for a legal name, also with a comma or figures", () => {
    const numbers = "Diamonds, Gems & Co. Ltd.\n9876 Canada Inc.";
    const parsed = parseForm(broadcastForm(now), typed({ audience: "chosen", numbers }), "en");
    expect(parsed).toMatchObject({ ok: true, value: { numbers: numbers.split("\n") } });
  });
});

const order = [
  "titleEn",
  "textEn",
  "titleFr",
  "textFr",
  "audience",
  "fromDay",
  "fromTime",
  "untilDay",
  "untilTime",
];

it.each([
  ["9:00", 540],
  ["09 h 30", 570],
  ["14h05", 845],
  ["8\u00A0h", 480],
  ["0:00", 0],
  ["23:59", 1439],
  ["24:00", null],
  ["9:60", null],
  ["9.30", null],
  ["noon", null],
])("reads the time %s", (text, minutes) => {
  expect(readTime(text)).toBe(minutes);
});

it("takes lines for paragraphs, without what turns or hides words", () => {
  expect(paragraphsOf("One\r\n\n two\u202Eowt \u0000\n\u2028")).toEqual(["One", "twoowt"]);
});

it("stands where its clock says", () => {
  const shownFrom = new Date("2026-11-01T00:00:00Z");
  const shownUntil = new Date("2026-11-02T00:00:00Z");
  const at = (iso: string, takenBackAt: Date | null = null) =>
    stateOf({ shownFrom, shownUntil, takenBackAt }, new Date(iso));
  expect(at("2026-10-31T23:59:59Z")).toBe("planned");
  expect(at("2026-11-01T00:00:00Z")).toBe("shown");
  expect(at("2026-11-02T00:00:00Z")).toBe("over");
  expect(at("2026-11-01T00:00:00Z", shownFrom)).toBe("takenBack");
});
