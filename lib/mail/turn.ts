import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/**
 * Milliseconds from one request to the next: a twentieth slower than the provider allows, so that requests which
 * are on their way for longer or shorter do not meet in one second of the provider's.
 */
export const intervalMs = (perSecond: number) => Math.ceil(1050 / perSecond);
/** So late a turn may be taken without those after it becoming later too. */
const TOLERANCE_MS = 15;
/** So late a request may leave without those after it waiting for it: with the tolerance less than the twentieth. */
const SLACK_MS = 20;
/** A turn that reached its process later than this is over. */
const OVER_MS = 1000;
/** Another worker has just taken the turn: its new end is known a moment later. */
const AGAIN_MS = 2;
/** Of two refusals within this time the second is no accident. */
const ONCE_MS = 3000;
/** What the provider says where it asks for the shortest wait that it can name. */
const SHORTEST_PAUSE_MS = 1000;
/** However long the provider asks to wait, somebody looks again after this time. */
const LONGEST_PAUSE_MS = 60_000;

let line: Promise<unknown> = Promise.resolve();

/**
 * Waits until a request may be made to the provider. All workers ask one row, by the database's clock, so that
 * together they keep to its limit; nobody holds a turn before its time, so a worker that dies loses none.
 * Without a queue there is no wait.
 */
export async function takeTurn(): Promise<Turn> {
  // One of a process asks at a time: the others would only be told the same.
  const turn = line.then(ask);
  line = turn.catch(() => undefined);
  await turn;
  const taken = performance.now();
  return { answered: () => slowAnswer(performance.now() - taken) };
}

/** `answered` is to be called once the provider has. */
export type Turn = { answered: () => void };

/** An answer that took longer than others by so much may be to a request that arrived late. */
const SLOW_MS = 60;
/** Milliseconds that an answer takes at least, as far as this process knows. */
let usualMs = 100;

function slowAnswer(ms: number): void {
  const excess = ms - usualMs - SLOW_MS;
  usualMs = Math.min(ms, usualMs * 1.02);
  if (excess > 0) delay(Math.min(excess, OVER_MS)).catch(noteFault);
}

async function ask(): Promise<void> {
  for (;;) {
    const asked = performance.now();
    const waitMs = await tryTurn(intervalMs(env().MAIL_PER_SECOND));
    if (waitMs !== null) {
      await sleep(Math.max(waitMs, AGAIN_MS));
      continue;
    }
    const late = performance.now() - asked;
    if (late > OVER_MS) continue;
    // Those after it wait for a request that leaves late; it does not wait until they know.
    if (late > SLACK_MS) delay(late - SLACK_MS).catch(noteFault);
    return;
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

async function delay(ms: number): Promise<void> {
  await db().$executeRaw`UPDATE "MailPace" SET next = next + make_interval(secs => ${ms / 1000})`;
}

/**
 * The provider refused a request as one too many. One that was only a moment early costs a turn; where it happens
 * again at once, somebody else takes of the same limit, and nobody makes a request before the pause is over.
 */
export async function pauseTurns(askedMs: number): Promise<void> {
  const pause = Math.min(Math.max(askedMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
  const first = pause > SHORTEST_PAUSE_MS ? pause : intervalMs(env().MAIL_PER_SECOND);
  await db().$executeRaw`
    UPDATE "MailPace"
       SET next = greatest(next, clock_timestamp() + make_interval(secs => CASE
             WHEN "refusedAt" > clock_timestamp() - make_interval(secs => ${ONCE_MS / 1000})
             THEN ${pause / 1000}::float8 ELSE ${first / 1000}::float8 END)),
           "refusedAt" = clock_timestamp()`;
}

function noteFault(error: unknown): void {
  log().warn({ err: error }, "the pace of the mail could not be slowed down");
}
