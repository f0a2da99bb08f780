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
  const place = placeIn({ origin: { origins: [row(first), row(second)] } }, "origins[1].usd");
  expect(place).toEqual({ field: "usd", rowId: second });
  expect(fieldNow({ origin: { origins: [row(second), row(first)] } }, place)).toBe(
    "origins[0].usd",
  );
  expect(fieldNow({ origin: { origins: [row(first)] } }, place)).toBeNull();
  expect(placeIn({}, "seals[1]")).toEqual({ field: "seals[1]", rowId: null });
});
