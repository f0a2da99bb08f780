import { expect, it } from "vitest";
import { pasteExample } from "./paste-example";
import { categories } from "@/lib/applications/answers";
import { readOrigins } from "@/lib/applications/paste/origins";
import { readReferenceFiles } from "@/prisma/seed/reference/files";

it.each(["en", "fr"] as const)("the example of %s is understood, one row a category", (locale) => {
  const certificates = [{ id: "bw", number: "BW 0078214", issuer: "BW" }];
  const names = { reference: readReferenceFiles(), certificates };
  const text = pasteExample(names, locale)
    .map((cells) => cells.join("\t"))
    .join("\n");
  const pasted = readOrigins(text, { locale, names, room: 20 });
  expect(pasted.ok ? pasted.rows.map(({ category }) => category) : pasted).toEqual([...categories]);
});
