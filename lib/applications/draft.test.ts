import { expect, it } from "vitest";
import { draftAnswers } from "@/lib/applications/draft";
import { sectionForms } from "@/lib/applications/schema";
import { parseForm } from "@/lib/forms/parse-form";

function sent(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

it("keeps half a row as it was typed", () => {
  const data = sent({
    "origins[0].id": "a",
    "origins[0].category": "new_production",
    "origins[0].carats": "1.234",
  });
  const parsed = parseForm(sectionForms.origin, data, "en");
  expect(draftAnswers("origin", parsed.ok || parsed.draft)).toEqual({
    origins: [{ id: "a", category: "new_production", carats: "1.234" }],
  });
});

it("keeps no row whose category is not one, and no place that is none", () => {
  const origins = [
    { id: "a", category: "stolen" },
    { id: "b", category: "exploration" },
    { category: "exploration" },
    { id: "x".repeat(65), category: "exploration" },
  ];
  expect(draftAnswers("origin", { origins })).toEqual({ origins: [origins[1]] });
  expect(draftAnswers("delivery", { to: "elsewhere" })).toEqual({});
  expect(draftAnswers("delivery", { to: "exporter" })).toEqual({ to: "exporter" });
});

it("keeps no more rows than a form can have", () => {
  const origins = Array.from({ length: 500 }, (_, i) => ({ id: `${i}`, category: "extraction" }));
  expect(draftAnswers("origin", { origins }).origins).toHaveLength(60);
});

it("keeps a section that says nothing", () => {
  expect(draftAnswers("goods", {})).toEqual({});
});
