import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

/*
 * Where the registry lacks a platform's package, npm writes a lockfile that it refuses to install from
 * ("Missing: … from lock file"), and only on somebody's fresh clone. Then pin the parent, in package.json
 * or its overrides, to the newest version of which every platform's package exists.
 */
it("the lockfile holds every optional package that it names", () => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const names = new Set(Object.keys(packages).map((key) => key.split("node_modules/").at(-1)));
  const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${name}, wanted by ${parent}`),
  );
  expect(missing).toEqual([]);
});
