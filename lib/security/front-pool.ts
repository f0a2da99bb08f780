import pg from "pg";
import { env } from "@/lib/env";

const held = globalThis as unknown as { frontPool?: pg.Pool };

/** One connection for what is asked in front of every page: nobody waits there for long. */
export function frontPool(): pg.Pool {
  if (held.frontPool) return held.frontPool;
  held.frontPool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  // A connection that was lost is noticed by whoever asks next.
  held.frontPool.on("error", () => undefined);
  return held.frontPool;
}
