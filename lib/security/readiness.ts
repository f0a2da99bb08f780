import { frontPool } from "@/lib/security/front-pool";

const lifetime = 1000; // milliseconds an answer holds

const held = globalThis as unknown as { readiness?: { at: number; answer: Promise<boolean> } };

/** Whether the database answers; asked at most once a second. */
export function databaseAnswers(): Promise<boolean> {
  const now = Date.now();
  const last = held.readiness;
  if (last && now - last.at < lifetime) return last.answer;
  if (!last) {
    // The database has just gone: what it answered before holds no longer.
    frontPool().on("error", () => {
      if (held.readiness) held.readiness.at = 0;
    });
  }
  held.readiness = { at: now, answer: ask() };
  return held.readiness.answer;
}

async function ask(): Promise<boolean> {
  try {
    await frontPool().query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}
