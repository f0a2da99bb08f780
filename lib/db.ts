import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

/** A client on connections of its own: a process has one, tests have one for each who uses the portal. */
export function clientOn(pool: pg.Pool): PrismaClient {
  pool.on("connect", prepareConnection);
  // Minimal errors: what people typed does not belong in a log.
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    errorFormat: "minimal",
  });
}

const held = globalThis as unknown as { portalDatabase?: PrismaClient };

/** The one client of this process, made at first use so that a build needs no database. */
export function db(): PrismaClient {
  return (held.portalDatabase ??= clientOn(
    new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL }),
  ));
}

export type Tx = Prisma.TransactionClient;
/** Where something is read: inside a transaction, or by the client itself. */
export type Db = Tx | PrismaClient;

/** How often a transaction is tried again that PostgreSQL gave up for the sake of another. */
const retries = 2;

/**
 * Runs `work` in one transaction. A command that finds out half-way that it must not go on returns
 * its error through `rollBack`, and nothing is written. `work` may run again after it lost to another one,
 * so what it does outside the database must bear being done twice.
 */
export async function transaction<T>(
  work: (tx: Tx) => Promise<T>,
  client: PrismaClient = db(),
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await client.$transaction(work, { timeout: 15_000, maxWait: 10_000 });
    } catch (thrown) {
      if (thrown instanceof RolledBack) return thrown.outcome as T;
      if (attempt >= retries || !lostToAnother(thrown)) throw thrown;
    }
  }
}

class RolledBack extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super("rolled back on purpose");
    this.outcome = outcome;
  }
}

/** Ends the transaction without a trace and makes `transaction` return `outcome`. */
export function rollBack(outcome: unknown): never {
  throw new RolledBack(outcome);
}

/** The constraint that refused a write, or null where the fault is another one. */
export function violatedConstraint(thrown: unknown): string | null {
  const fault = faultOf(thrown);
  if (!fault?.originalCode?.startsWith("23")) return null;
  return (
    fault.constraint?.index ?? /constraint "([^"]+)"/.exec(fault.originalMessage ?? "")?.[1] ?? null
  );
}

/** What the driver's adapter says of a failed statement; a failed COMMIT arrives without Prisma's wrapping. */
interface Fault {
  originalCode?: string;
  originalMessage?: string;
  constraint?: { index?: string };
}

function faultOf(thrown: unknown): Fault | null {
  if (!(thrown instanceof Error)) return null;
  const { meta, cause } = thrown as { meta?: { driverAdapterError?: Error }; cause?: unknown };
  return ((meta?.driverAdapterError?.cause ?? cause) as Fault | undefined) ?? null;
}

/** Serialization failure, deadlock, or a profile that was merged meanwhile: tried again, `work` finds it so. */
function lostToAnother(thrown: unknown): boolean {
  const code = faultOf(thrown)?.originalCode;
  const merged = violatedConstraint(thrown) === "Exporter_not_merged";
  return merged || code === "40001" || code === "40P01";
}

/**
 * Two habits of Prisma's adapter are made good here, for the statements of a transaction and its COMMIT.
 * It sends the next statement while one is running, which the driver will no longer queue in its next
 * major version. And it passes on a message but not the name that a trigger gives with RAISE …
 * CONSTRAINT, so the name is written into the message of such an error.
 */
function prepareConnection(client: pg.PoolClient): void {
  // What was asked over a connection that breaks is refused, and the pool lets it go. It breaks in more than one
  // event, and one that nobody hears would end the process.
  client.on("error", () => undefined);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let turn: Promise<unknown> = Promise.resolve();
  client.query = ((...args: unknown[]) => {
    if (typeof args.at(-1) === "function") return query(...args);
    const run = turn.then(() => query(...args)).catch(nameConstraint);
    turn = run.catch(() => undefined);
    return run;
  }) as typeof client.query;
}

function nameConstraint(error: unknown): never {
  const { constraint, message } = error as { constraint?: string; message: string };
  if (constraint && error instanceof Error && !message.includes(`"${constraint}"`)) {
    error.message = `${message} (constraint "${constraint}")`;
  }
  throw error;
}
