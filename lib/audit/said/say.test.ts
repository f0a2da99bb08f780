import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { allKinds, kindGroups, kindsIn } from "./say";
import en from "@/messages/en.json";

it("every kind is in some group of the filter", () => {
  const grouped = new Set(kindGroups.flatMap(kindsIn));
  expect(allKinds.filter((kind) => !grouped.has(kind))).toEqual([]);
  for (const group of kindGroups) expect(kindsIn(group), group).not.toEqual([]);
});

it("a blank of a sentence about the trail is filled by its name", () => {
  const t = createTranslator({ locale: "en", messages: en, namespace: "audit" });
  expect(t("wrong.entryChanged", { batch: "7", entry: "42" })).toBe(
    "Entry 42 of batch 7 was changed after it was sealed.",
  );
});
