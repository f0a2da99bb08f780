import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { Pool, type PoolLimits } from "@/lib/documents/process/pool";

const folder = mkdtempSync(path.join(tmpdir(), "documents-"));
const note = path.join(folder, "note");
writeFileSync(note, "Reçu le 20 novembre\r\n");
const honest = { path: note, name: "note.txt" };
/** Reading it never ends. */
const stuck = { path: path.join(folder, "stuck"), name: "stuck.txt" };
execFileSync("mkfifo", [stuck.path]);
/** Reading it fills the memory. */
const endless = { path: "/dev/zero", name: "endless.txt" };

const pool = (limits: Partial<PoolLimits> = {}) =>
  new Pool({
    ...{ processes: 1, waiting: 10, job: 20_000, start: 60_000, idle: 60_000, heap: 256 },
    ...limits,
  });
const accepted = { ok: true, value: { ok: true, value: { type: "txt", size: 22 } } };
const unchecked = { ok: false, error: "unchecked" };

/** Runs no longer; a process whose end nobody has asked about yet counts as ended. */
const ended = (pid: number) => {
  try {
    process.kill(pid, 0);
    return existsSync("/proc") && /\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
};
const expectEnd = (pid = 0) => expect.poll(() => ended(pid), { timeout: 10_000 }).toBe(true);

it("answers many files that come at once, in two processes", async () => {
  const two = pool({ processes: 2 });
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => two.run("inspect", honest)));
  for (const outcome of outcomes) expect(outcome).toMatchObject(accepted);
  expect(two.pids.length).toBeGreaterThan(0);
  expect(two.pids.length).toBeLessThanOrEqual(2);
});

it("answers a file that never ends, ends its process and goes on with the next", async () => {
  const one = pool({ job: 1500 });
  expect(await one.run("inspect", honest)).toMatchObject(accepted);
  const [pid] = one.pids;
  const [slow, next] = await Promise.all([one.run("inspect", stuck), one.run("inspect", honest)]);
  expect(slow).toEqual(unchecked);
  expect(next).toMatchObject(accepted);
  await expectEnd(pid);
});

it("answers a file that fills the memory of its process and goes on with the next", async () => {
  const one = pool();
  const before = process.memoryUsage.rss();
  const [big, next] = await Promise.all([one.run("inspect", endless), one.run("inspect", honest)]);
  expect(big).toEqual(unchecked);
  expect(next).toMatchObject(accepted);
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
});

it("answers what cannot be read, and keeps the process", async () => {
  const one = pool();
  expect(await one.run("inspect", { path: path.join(folder, "none"), name: "a.txt" })).toEqual(
    unchecked,
  );
  const [pid] = one.pids;
  expect(await one.run("inspect", honest)).toMatchObject(accepted);
  expect(one.pids).toEqual([pid]);
});

it("refuses more than may wait", async () => {
  const one = pool({ waiting: 2 });
  const outcomes = await Promise.all(Array.from({ length: 3 }, () => one.run("inspect", honest)));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
});

it("answers also where no process can start", async () => {
  const none = pool({ start: 1 });
  expect(await Promise.all([none.run("inspect", honest), none.run("inspect", honest)])).toEqual([
    unchecked,
    unchecked,
  ]);
});

it.skipIf(!existsSync("/proc"))("tells its processes nothing of the configuration", async () => {
  const one = pool();
  await one.run("inspect", honest);
  const told = readFileSync(`/proc/${one.pids[0] ?? 0}/environ`, "utf8");
  expect(told.split("\0").map((entry) => entry.split("=")[0])).toEqual(
    expect.not.arrayContaining(["DATABASE_URL", "PATH", "HOME"]),
  );
});

it("ends a process that has had nothing to do for a while", async () => {
  const one = pool({ idle: 300 });
  await one.run("inspect", honest);
  const [pid] = one.pids;
  await expectEnd(pid);
  expect(one.pids).toEqual([]);
  expect(await one.run("inspect", honest)).toMatchObject(accepted);
});

it("leaves no process behind when its parent is killed in the middle of a file", async () => {
  const script = `
    import { Pool } from "@/lib/documents/process/pool";
    const pool = new Pool({ processes: 1, waiting: 9, job: 60000, start: 60000, idle: 60000, heap: 256 });
    await pool.run("inspect", ${JSON.stringify(honest)});
    void pool.run("inspect", ${JSON.stringify(stuck)});
    process.stdout.write(String(pool.pids[0]) + "\\n");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 300);`;
  let told = "";
  try {
    execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json" },
    });
  } catch (error) {
    told = String((error as { stdout: Buffer }).stdout);
  }
  expect(Number(told)).toBeGreaterThan(0);
  await expectEnd(Number(told));
});
