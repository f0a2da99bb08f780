import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10 }),
  });
}

const held = globalThis as unknown as { portalDatabase?: PrismaClient };

/** The one client of this process, made at first use so that a build needs no database. */
export function db(): PrismaClient {
  return (held.portalDatabase ??= connect());
}

export type Tx = Prisma.TransactionClient;

/**
 * Runs `work` in one transaction. A command that finds out half-way that it must not go on returns
 * its error through `rollBack`, and nothing is written.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db().$transaction(work, { timeout: 15_000, maxWait: 10_000 });
  } catch (thrown) {
    if (thrown instanceof RolledBack) return thrown.outcome as T;
    throw thrown;
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
  const text = thrown instanceof Error ? `${thrown.message} ${JSON.stringify(thrown)}` : "";
  return /(?:constraint:?|constraint\\?")\s*[:=]?\s*\\?["'`]?(?<name>[A-Z]\w+_\w+)/.exec(text)?.groups?.["name"] ?? null;
}
