import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { db, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { joinWorkers } from "@/lib/jobs/presence";
import { addJob } from "@/lib/jobs/queue";
import { startWorker } from "@/lib/jobs/run-worker";

const join = () => joinWorkers(env().DATABASE_URL, () => undefined);

afterEach(() => db().$executeRaw`DELETE FROM graphile_worker._private_jobs`);

it("gives back the jobs of takers that are gone, and of no other", async () => {
  const runAt = new Date(Date.now() + 3_600_000);
  for (const jobKey of ["of-the-living", "of-the-dead"]) {
    const payload = { mailId: crypto.randomUUID() };
    await transaction((tx) => addJob(tx, "sendMail", payload, { jobKey, runAt }));
    await db().$executeRaw`UPDATE graphile_worker._private_jobs
      SET locked_by = ${`worker-${jobKey}`}, locked_at = now() WHERE key = ${jobKey}`;
  }
  const living = await join();
  const dead = await join();
  const observer = await join();
  await living.hold("worker-of-the-living");
  await dead.hold("worker-of-the-dead");
  expect(await observer.releaseAbandoned()).toBe(0);
  await dead.leave();
  expect(await observer.releaseAbandoned()).toBe(1);
  const rows = await db().$queryRaw`SELECT key, locked_by FROM graphile_worker.jobs ORDER BY id`;
  expect(rows).toEqual([
    { key: "of-the-living", locked_by: "worker-of-the-living" },
    { key: "of-the-dead", locked_by: null },
  ]);
  expect(await living.releaseAbandoned()).toBe(0);
  await living.leave();
  await observer.leave();
});

it("leaves with a worker that lives what it is at work on", async () => {
  const held = new pg.Client({ connectionString: process.env["TEST_SUPERUSER_URL"] });
  await held.connect();
  await held.query(`BEGIN; LOCK TABLE "Mail"`);
  const worker = await startWorker();
  await transaction((tx) => addJob(tx, "sendMail", { mailId: crypto.randomUUID() }));
  const taken = () =>
    db().$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE locked_by IS NOT NULL`;
  await expect.poll(taken).toHaveLength(1);
  const observer = await join();
  expect(await observer.releaseAbandoned()).toBe(0);
  await held.end();
  await worker.stop();
  await observer.leave();
});

it("ends when the database closes its connection, so that it is started again", async () => {
  const worker = await startWorker();
  const ended = expect(worker.ended).rejects.toThrow(
    /closed the worker's connection|terminating connection/,
  );
  await db().$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'kp worker presence' AND datname = current_database()`;
  await ended;
  await worker.stop();
});
