import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holderOf, tryLock, unlock, withLock } from "./process-lock";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "kp-lock-"));
  file = path.join(folder, "a.lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a lock", () => {
  it("is held by one process and says by which and where", () => {
    expect(tryLock(file, "http://localhost:3000")).toBeUndefined();
    expect(tryLock(file)).toMatchObject({ pid: process.pid, note: "http://localhost:3000" });
    unlock(file);
    expect(holderOf(file)).toBeUndefined();
  });

  it("is free when its process is gone", () => {
    writeFileSync(file, "999999999\n1\n\n");
    expect(tryLock(file)).toBeUndefined();
  });

  it("is free when another process got the number since", () => {
    writeFileSync(file, `${process.pid}\nanother beginning\n\n`);
    expect(tryLock(file)).toBeUndefined();
  });

  it("lets one at a time do its work", async () => {
    const order: string[] = [];
    const work = (name: string) =>
      withLock(file, async () => {
        order.push(`${name} in`);
        await sleep(100);
        order.push(`${name} out`);
      });
    await Promise.all([work("a"), work("b"), work("c")]);
    expect(order).toHaveLength(6);
    for (let i = 0; i < 6; i += 2) expect(order[i]?.[0]).toBe(order[i + 1]?.[0]);
  });

  it("is given back when the work fails", async () => {
    await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(holderOf(file)).toBeUndefined();
  });
});
