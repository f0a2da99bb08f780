import pg from "pg";
import { env } from "@/lib/env";

const lifetime = 1000; // milliseconds an answer holds

const held = globalThis as unknown as {
  readiness?: { pool: pg.Pool; at: number; answer: Promise<boolean> };
};

/** Whether the database answers; asked at most once a second. */
export function databaseAnswers(): Promise<boolean> {
  const now = Date.now();
  const last = held.readiness;
  if (last && now - last.at < lifetime) return last.answer;
  const pool = last?.pool ?? connect();
  held.readiness = { pool, at: now, answer: ask(pool) };
  return held.readiness.answer;
}

function connect(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  // The database has just gone: what it answered before holds no longer.
  pool.on("error", () => {
    if (held.readiness?.pool === pool) held.readiness.at = 0;
  });
  return pool;
}

async function ask(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}
