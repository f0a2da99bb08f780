import { expect, test } from "vitest";
import { sectionForms } from "@/lib/applications/schema";
import { parseForm } from "@/lib/forms/parse-form";
import { showForm } from "@/lib/forms/show-form";

const origin = {
  origins: [
    {
      id: "a",
      category: "new_production",
      mine: "EKATI",
      carats: "1234567.50",
      usd: "9800.00",
      notes: "Lot 3",
    },
    {
      id: "b",
      category: "exploration",
      facilityName: "Camp",
      facilityPlace: "Kennady Lake",
      latitude: { degrees: "63", minutes: "28.5" },
      longitude: { degrees: "109", minutes: "11.0" },
      carats: "0.07",
      usd: "1.00",
    },
  ],
};
const goods = {
  hsLines: [{ subheading: "7102.10", carats: "12345.60", usd: "10.00" }],
  containerCount: "3",
  seals: ["GK 1", "GK 2", "GK 3"],
  parcels: "1",
};

test.each(["en", "fr"] as const)("what is shown in %s is read back as it was stored", (locale) => {
  for (const [form, stored] of [
    [sectionForms.origin, origin],
    [sectionForms.goods, goods],
  ] as const) {
    const formData = new FormData();
    for (const [name, text] of Object.entries(showForm(form.fields, stored, locale))) {
      if (!/^seals\[/.test(name)) formData.append(name, text);
    }
    expect(parseForm(form as never, formData, locale)).toEqual({ ok: true, value: stored });
  }
});

test("numbers are shown in the reader's format, and what could not be read as it was typed", () => {
  const stored = { origins: [{ carats: "1204.35", usd: "about ten" }] };
  expect(showForm(sectionForms.origin.fields, stored, "en")).toEqual({
    "origins[0].carats": "1,204.35",
    "origins[0].usd": "about ten",
  });
  expect(showForm(sectionForms.origin.fields, stored, "fr")["origins[0].carats"]).toBe(
    "1\u00A0204,35",
  );
});

test("flags and lists", () => {
  const { fields } = sectionForms.applicant;
  const stored = { exporterIsDifferent: true, exporter: { addressLines: ["1 A St", "Unit 2"] } };
  expect(showForm(fields, stored, "en")).toEqual({
    exporterIsDifferent: "yes",
    "exporter.addressLines": "1 A St\nUnit 2",
  });
  expect(showForm(fields, { exporterIsDifferent: false }, "en")).toEqual({});
});
