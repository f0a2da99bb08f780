import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/**
 * The provider allows so many requests in any second, as they arrive: here a second is a twentieth longer, so that
 * requests which are on their way for longer or shorter do not meet in one of the provider's.
 */
export const SECOND_MS = 1050;
/** So late a request may leave without those after it waiting for it. */
const SLACK_MS = 20;
/** An answer that took longer than others by so much may be to a request that arrived late. */
const SLOW_MS = 60;
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

/** `answered` is to be called once the provider has. */
export type Turn = { answered: () => void };

let line: Promise<unknown> = Promise.resolve();
/** Milliseconds that an answer takes at least, as far as this process knows. */
let usualMs = 100;

/**
 * Waits until a request may be made to the provider. All workers ask one row, by the database's clock, so that
 * together they keep to its limit; nobody holds a turn before its time, so a worker that dies loses none.
 * Without a queue there is no wait.
 */
export async function takeTurn(): Promise<Turn> {
  // One of a process asks at a time: the others would only be told the same.
  const turn = line.then(ask);
  line = turn.catch(() => undefined);
  const at = await turn;
  const leaves = performance.now();
  return {
    answered: () => {
      const ms = performance.now() - leaves;
      const excess = ms - usualMs - SLOW_MS;
      usualMs = Math.min(ms, usualMs * 1.02);
      if (excess > 0) amend(at, excess);
    },
  };
}

/** When the turn was, by the database's clock. */
async function ask(): Promise<string> {
  for (;;) {
    const asked = performance.now();
    const turn = await tryTurn(env().MAIL_PER_SECOND);
    const late = performance.now() - asked;
    if ("waitMs" in turn) await sleep(Math.max(turn.waitMs, AGAIN_MS));
    else if (late <= OVER_MS) {
      if (late > SLACK_MS) amend(turn.at, late - SLACK_MS);
      return turn.at;
    }
  }
}

/** Takes the turn if it is time, or says how long it is until then. */
async function tryTurn(perSecond: number): Promise<{ at: string } | { waitMs: number }> {
  const second = SECOND_MS / 1000;
  const [taken] = await db().$queryRaw<{ at: string }[]>`
    UPDATE "MailPace"
       SET recent = array(SELECT r FROM unnest(recent) AS r ORDER BY r DESC LIMIT ${perSecond - 1}::int)
                    || clock_timestamp()
     WHERE id = 1 AND next <= clock_timestamp()
       AND (SELECT count(*) FROM unnest(recent) AS r
             WHERE r > clock_timestamp() - make_interval(secs => ${second})) < ${perSecond}::int
    RETURNING recent[cardinality(recent)]::text AS at`;
  if (taken) return taken;
  const [left] = await db().$queryRaw<{ waitMs: number }[]>`
    SELECT (extract(epoch FROM greatest(next,
              (SELECT r FROM unnest(recent) AS r ORDER BY r DESC OFFSET ${perSecond - 1}::int LIMIT 1)
                + make_interval(secs => ${second})) - clock_timestamp()) * 1000)::float8 AS "waitMs"
      FROM "MailPace"`;
  if (!left) throw new Error("The row of the mail's pace is missing.");
  return left;
}

/** The request of a turn left, or arrived, so much later. It does not wait until the others know. */
function amend(at: string, ms: number): void {
  const later = Math.min(ms, OVER_MS) / 1000;
  db().$executeRaw`
    UPDATE "MailPace"
       SET recent = array_replace(recent, ${at}::timestamptz(3),
                                  (${at}::timestamptz + make_interval(secs => ${later}))::timestamptz(3))
     WHERE id = 1`.catch((error: unknown) => {
    log().warn({ err: error }, "the pace of the mail could not be amended");
  });
}

/**
 * The provider refused a request as one too many. One that was only a moment early costs a turn; where it happens
 * again at once, somebody else takes of the same limit, and nobody makes a request before the pause is over.
 */
export async function pauseTurns(askedMs: number): Promise<void> {
  const pause = Math.min(Math.max(askedMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
  const first = pause > SHORTEST_PAUSE_MS ? pause : SECOND_MS / env().MAIL_PER_SECOND;
  await db().$executeRaw`
    UPDATE "MailPace"
       SET next = greatest(next, clock_timestamp() + make_interval(secs => CASE
             WHEN "refusedAt" > clock_timestamp() - make_interval(secs => ${ONCE_MS / 1000})
             THEN ${pause / 1000}::float8 ELSE ${first / 1000}::float8 END)),
           "refusedAt" = clock_timestamp()`;
}
