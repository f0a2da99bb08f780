import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What a file takes from others at run time; types are gone by then. */
const importsOf = (file: string) =>
  [
    ...readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type )(?:[^;="]* from )?"([^"]+)";/gm,
    ),
  ].map(([, from = ""]) => from);

it("the check page carries two small libraries to phones, and nothing of Node", () => {
  const libraries = new Set<string>();
  const files = new Set(
    ["verify", "conclusion", "key-list", "address", "sign"].map(
      (name) => `lib/certificates/seal/${name}.ts`,
    ),
  );
  for (const file of files) {
    for (const from of importsOf(file)) {
      if (from.startsWith("@/")) files.add(`${from.slice(2)}.ts`);
      else libraries.add(from);
    }
  }
  expect(files).toContain("lib/certificates/seal/cbor.ts");
  expect([...libraries].sort()).toEqual([
    "cbor2/decoder",
    "cbor2/encoder",
    "cbor2/tag",
    "zod/mini",
  ]);
});
