import { expect, test } from "vitest";
import { emptyForm } from "@/lib/forms/form-state";
import { isLanguagePress, shownAgain } from "@/lib/forms/language-press";

const fields = { "rows[].carats": "carats", parcels: "count", minutes: "minutes", name: "text" };
const stored = { rows: [{ carats: "1204.35" }, { carats: "1000" }], minutes: "28.5" };

function shown(locale: "en" | "fr", typed: Record<string, string>) {
  const formData = new FormData();
  for (const [name, value] of Object.entries(typed)) formData.append(name, value);
  return shownAgain(emptyForm, formData, { fields: fields as never, stored, locale });
}

test("only the button of the other language is one", () => {
  const formData = new FormData();
  expect(isLanguagePress(formData)).toBe(false);
  formData.append("intent", "next");
  expect(isLanguagePress(formData)).toBe(false);
  formData.set("intent", "language");
  expect(isLanguagePress(formData)).toBe(true);
});

test("what was typed comes back as it was typed, also what nobody can read", () => {
  const typed = { "rows[0].carats": "about ten", parcels: " 3", minutes: "7,25", name: "1,234" };
  for (const locale of ["en", "fr"] as const) {
    expect(shown(locale, typed)).toEqual({ problems: [], values: typed, attempt: 1 });
  }
});

test("figures that nobody touched are written as the language writes them", () => {
  const english = { "rows[0].carats": "1,204.35", "rows[1].carats": "1,000", minutes: "28.5" };
  const french = {
    "rows[0].carats": "1\u00A0204,35",
    "rows[1].carats": "1\u00A0000",
    minutes: "28,5",
  };
  expect(shown("fr", english)).toMatchObject({ values: french, problems: [] });
  expect(shown("en", french)).toMatchObject({ values: english, problems: [] });
});

test.each([
  ["fr", "1,234", "1\u00A0234", "1,234"],
  ["en", "1,234", "1,234", "1.234"],
] as const)(
  "in %s, %s is kept and pointed at: English and French read it differently",
  (locale, typed, first, second) => {
    const field = "rows[0].carats";
    const { values, problems } = shown(locale, { [field]: typed });
    expect(values).toEqual({ [field]: typed });
    expect(problems).toEqual([
      { field, key: "number.ambiguous", params: { typed, first, second } },
    ]);
  },
);

test.each(["12.5", "12,5", "1,204.35", "1 204,35", "5.005", "1234", ""])(
  "%j means the same in both languages, or nothing in either",
  (typed) => {
    expect(shown("en", { "rows[0].carats": typed }).problems).toEqual([]);
    expect(shown("fr", { "rows[0].carats": typed }).problems).toEqual([]);
  },
);
