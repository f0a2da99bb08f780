import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { routing } from "@/lib/i18n/routing";

const root = path.resolve(import.meta.dirname, "../../app/[locale]");

/** Every folder with a page, as its address: groups in parentheses leave no trace. */
function pages(folder: string, address: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      const part = entry.name.startsWith("(") ? "" : `/${entry.name}`;
      return pages(path.join(folder, entry.name), address + part);
    }
    return entry.name === "page.tsx" ? [address === "" ? "/" : address] : [];
  });
}

test("every page has an address in both languages, and every address has a page", () => {
  const there = pages(root, "").filter((address) => address !== "/[...rest]");
  expect(Object.keys(routing.pathnames).sort()).toEqual(there.sort());
});

test("no two pages share an address in one language", () => {
  for (const locale of routing.locales) {
    const addresses = Object.values(routing.pathnames).map((address) =>
      (typeof address === "string" ? address : address[locale]).replace(/\[\w+\]/g, "[]"),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  }
});
