import { expect, test } from "vitest";
import { fieldsToAsk } from "@/lib/applications/fields-to-ask";
import { fieldNow, isPlace, placeIn } from "@/lib/applications/places";
import { answersOf, scenarios } from "@/lib/applications/rules/scenario-answers";
import { sections } from "@/lib/applications/sections";

const importId = "0a0e5c1e-0000-4000-9000-000000000001";

test("whatever is offered can be asked, in every shipment", () => {
  for (const scenario of scenarios) {
    const answers = answersOf(scenario, () => importId);
    for (const section of sections) {
      for (const field of fieldsToAsk(section, answers)) {
        expect([section, field, isPlace(`${section}:${field}`)]).toEqual([section, field, true]);
      }
    }
  }
});

test("nothing else is a place", () => {
  for (const place of [
    "",
    "summary",
    "origin:seals",
    "goods:origins[0].usd",
    "other:name",
    "a:b:c",
  ]) {
    expect([place, isPlace(place)]).toEqual([place, false]);
  }
});

test("a request about a row follows the row when it moves, and says when it is gone", () => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  const row = (id: string) => ({ id, category: "new_production", mine: "EKATI" }) as const;
  const place = placeIn(
    { answers: { origin: { origins: [row(first), row(second)] } }, documents: [] },
    "origins[1].usd",
  );
  expect(place).toEqual({ field: "usd", rowId: second });
  expect(fieldNow({ origin: { origins: [row(second), row(first)] } }, place)).toBe(
    "origins[0].usd",
  );
  expect(fieldNow({ origin: { origins: [row(first)] } }, place)).toBeNull();
  expect(placeIn({ answers: {}, documents: [] }, "seals[1]")).toEqual({
    field: "seals[1]",
    rowId: null,
  });
});

test("a document can be asked for: one that is there by its id, or a kind that may be missing", () => {
  const [invoice, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const submitted = { answers: {}, documents: [{ id: invoice, kind: "invoice" as const }] };
  for (const place of ["documents", "documents:documents.waybill", `documents:document.${invoice}`])
    expect([place, isPlace(place)]).toEqual([place, true]);
  for (const place of [
    "documents:documents.poem",
    "documents:document.1",
    "goods:documents.waybill",
  ])
    expect([place, isPlace(place)]).toEqual([place, false]);
  const place = placeIn(submitted, `document.${invoice}`);
  expect(place).toEqual({ field: "documents.invoice", rowId: invoice });
  // It stays a place of the documents however rows move.
  expect(fieldNow({}, place)).toBe("documents.invoice");
  expect(placeIn(submitted, "documents.waybill")).toEqual({
    field: "documents.waybill",
    rowId: null,
  });
  // One of another application is none of this one's.
  expect(placeIn(submitted, `document.${other}`)).toEqual({ field: null, rowId: null });
});
