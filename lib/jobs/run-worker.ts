import "server-only";
import { EventEmitter } from "node:events";
import { Logger, run } from "graphile-worker";
import type { LogLevel, WorkerEvents } from "graphile-worker";
import { Pool } from "pg";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { keepSealing } from "@/lib/jobs/keep-audit";
import { joinWorkers } from "@/lib/jobs/presence";
import { tasks, timetable } from "@/lib/jobs/tasks";
import { log } from "@/lib/log";

const CONCURRENCY = 4;
const ABANDONED_EVERY_MS = 15_000;
/** Only if a notification was missed, and for jobs whose time comes. */
const POLL_MS = 1_000;

const levels: Record<LogLevel, "error" | "warn" | "info" | "debug"> = {
  error: "error",
  warning: "warn",
  info: "info",
  debug: "debug",
};

export type RunningWorker = {
  /** Resolves when stopped on purpose; rejects when the worker cannot go on, as when the database is away. */
  ended: Promise<void>;
  /** Takes no new job, finishes those begun, then lets go of the database. */
  stop(): Promise<void>;
};

/**
 * The connections that jobs are taken over. A pool that the runner made would be deaf while it ends, and a
 * database that goes away in that moment would end the process.
 */
function connections(connectionString: string): Pool {
  const pool = new Pool({ connectionString });
  const note = (error: Error) =>
    log().warn({ err: error }, "a connection of the worker was closed");
  pool.on("error", note);
  pool.on("connect", (client) => client.on("error", note));
  return pool;
}

/** Takes jobs until stopped. Any number of workers may run; a job is with one of them at a time. */
export async function startWorker(): Promise<RunningWorker> {
  const connectionString = env().DATABASE_URL;
  let lose: (reason: Error) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => (lose = reject));
  lost.catch(() => undefined);
  const presence = await joinWorkers(connectionString, () => {
    lose(new Error("The database closed the worker's connection."));
  });
  const pgPool = connections(connectionString);
  try {
    await presence.releaseAbandoned();
    const events = new EventEmitter() as WorkerEvents;
    // Jobs are taken in the name of the pool, not of the one in it that does them.
    events.on("pool:create", ({ workerPool }) => {
      presence.hold(workerPool.id).catch(lose);
    });
    const runner = await run({
      pgPool,
      taskList: tasks,
      crontab: timetable,
      events,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      logger: new Logger(({ jobId, taskIdentifier }) => (level, message) => {
        log()[levels[level]]({ job: jobId, task: taskIdentifier }, message);
      }),
    });
    const sweep = setInterval(() => {
      presence.releaseAbandoned().then((count) => {
        if (count > 0) log().warn({ count }, "gave back the jobs of workers that are gone");
      }, lose);
    }, ABANDONED_EVERY_MS);
    const sealing = keepSealing();
    const ended = Promise.race([runner.promise, lost]).finally(() => {
      clearInterval(sweep);
      void sealing.stop();
    });
    return {
      ended,
      async stop() {
        clearInterval(sweep);
        await sealing.stop();
        await runner.stop();
        await pgPool.end();
        await presence.leave();
        await db().$disconnect();
      },
    };
  } catch (error) {
    await pgPool.end();
    await presence.leave();
    throw error;
  }
}
