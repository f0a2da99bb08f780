import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInstalled, isNewEnough } from "./bootstrap.mjs";

describe("the version of Node", () => {
  it.each(["v20.19.0", "v20.20.2", "v22.0.0", "v24.1.0"])("%s is new enough", (version) => {
    expect(isNewEnough(version, ">=20.19")).toBe(true);
  });
  it.each(["v20.18.9", "v18.20.0", "v9.99.99"])("%s is too old", (version) => {
    expect(isNewEnough(version, ">=20.19")).toBe(false);
  });
});

describe("installed packages", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "kp-install-"));
    mkdirSync(path.join(folder, "node_modules"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const wanted = {
    "": { version: "0" },
    "node_modules/a": { version: "1.0.0", integrity: "x" },
    "node_modules/tool": { version: "2.0.0", integrity: "y", dev: true },
    "node_modules/other-system": { version: "3.0.0", integrity: "z", optional: true },
  };
  const write = (name: string, packages: object) =>
    writeFileSync(path.join(folder, name), JSON.stringify({ packages }));
  const found = {
    "node_modules/a": wanted["node_modules/a"],
    "node_modules/tool": wanted["node_modules/tool"],
  };

  it("are complete without what is for other systems", () => {
    write("package-lock.json", wanted);
    write("node_modules/.package-lock.json", found);
    expect(isInstalled(folder)).toBe(true);
  });

  it("are incomplete before the first install, and after one that was interrupted", () => {
    write("package-lock.json", wanted);
    expect(isInstalled(folder)).toBe(false);
  });

  it("are incomplete without the development tools", () => {
    write("package-lock.json", wanted);
    write("node_modules/.package-lock.json", { "node_modules/a": found["node_modules/a"] });
    expect(isInstalled(folder)).toBe(false);
  });

  it("are incomplete when the lockfile moved on", () => {
    write("package-lock.json", {
      ...wanted,
      "node_modules/a": { version: "1.0.1", integrity: "w" },
    });
    write("node_modules/.package-lock.json", found);
    expect(isInstalled(folder)).toBe(false);
  });
});

type Locked = { optionalDependencies?: Record<string, string> };
const lockfile = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};

it("the lockfile holds every package of other systems, without which npm ci refuses it", () => {
  const keys = Object.keys(lockfile.packages);
  const missing = Object.entries(lockfile.packages).flatMap(
    ([parent, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter(
          (name) =>
            !keys.some(
              (key) => key === `node_modules/${name}` || key.endsWith(`/node_modules/${name}`),
            ),
        )
        .map((name) => `${name} of ${parent}`),
  );
  expect(missing).toEqual([]);
});
