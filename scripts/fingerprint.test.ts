import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesUnder, fingerprint } from "./fingerprint";

let folder: string;
const write = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const now = () => fingerprint(filesUnder([folder], (file) => file.endsWith(".md")));
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "kp-print-"));
  write("a.ts", "1");
  write("deep/b.ts", "2");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a fingerprint", () => {
  it("stays while nothing changes, whatever the time stamps", () => {
    const before = now();
    write("a.ts", "1");
    expect(now()).toBe(before);
  });

  it("changes with a content, a name, a new file and a file that is gone", () => {
    const seen = new Set([now()]);
    write("a.ts", "one");
    seen.add(now());
    renameSync(path.join(folder, "a.ts"), path.join(folder, "c.ts"));
    seen.add(now());
    write("deep/d.ts", "");
    seen.add(now());
    rmSync(path.join(folder, "deep/b.ts"));
    seen.add(now());
    expect(seen.size).toBe(5);
  });

  it("does not see hidden files and those that are left out", () => {
    const before = now();
    write(".hidden/x.ts", "3");
    write("readme.md", "4");
    expect(now()).toBe(before);
  });
});
