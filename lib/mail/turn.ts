import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db";
import { env } from "@/lib/env";

/**
 * Milliseconds from one request to the next: a twentieth slower than the provider allows, so that requests which
 * are on their way for longer or shorter do not meet in one second of the provider's.
 */
export const intervalMs = (perSecond: number) => Math.ceil(1050 / perSecond);
/** So late a turn may be taken without the ones after it becoming later too. */
const TOLERANCE_MS = 15;
/** Where a question to the database took longer than this share of the interval, its answer is no longer true. */
const STALE_SHARE = 0.5;
/** However long the provider asks to wait, somebody looks again after this time. */
const LONGEST_PAUSE_MS = 60_000;
/** Another worker has just taken the turn: its new end is known a moment later. */
const AGAIN_MS = 2;

let line: Promise<unknown> = Promise.resolve();

/**
 * Waits until a request may be made to the provider. All workers ask one row, by the database's clock, so that
 * together they keep to its limit; nobody holds a turn before its time, so a worker that dies loses none.
 * Without a queue there is no wait.
 */
export function takeTurn(): Promise<void> {
  // One of a process asks at a time: the others would only be told the same.
  const turn = line.then(ask);
  line = turn.catch(() => undefined);
  return turn;
}

async function ask(): Promise<void> {
  const interval = intervalMs(env().MAIL_PER_SECOND);
  const stale = Math.max(interval * STALE_SHARE, 2 * TOLERANCE_MS);
  for (;;) {
    const asked = performance.now();
    const waitMs = await tryTurn(interval);
    // A process that was held up sends too late to be apart from those after it: it takes another turn.
    if (waitMs === null && performance.now() - asked <= stale) return;
    await sleep(waitMs === null ? 0 : Math.max(waitMs, AGAIN_MS));
  }
}

/** Takes the turn if it is time, and says null; or says how long it is until then. */
async function tryTurn(interval: number): Promise<number | null> {
  const taken = await db().$executeRaw`
    UPDATE "MailPace"
       SET next = greatest(next, clock_timestamp() - make_interval(secs => ${TOLERANCE_MS / 1000}))
                  + make_interval(secs => ${interval / 1000})
     WHERE id = 1 AND next <= clock_timestamp()`;
  if (taken > 0) return null;
  const [left] = await db().$queryRaw<{ ms: number }[]>`
    SELECT (extract(epoch FROM next - clock_timestamp()) * 1000)::float8 AS ms FROM "MailPace"`;
  if (!left) throw new Error("The row of the mail's pace is missing.");
  return left.ms;
}

/** The provider asked for a pause: nobody makes a request before it is over. */
export async function pauseTurns(ms: number): Promise<void> {
  const pause = Math.min(Math.max(ms, 1000), LONGEST_PAUSE_MS) / 1000;
  await db().$executeRaw`
    UPDATE "MailPace" SET next = greatest(next, clock_timestamp() + make_interval(secs => ${pause}))`;
}
