import { db } from "@/lib/db";

/** Until somebody on this database waits for what another transaction holds. */
export async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await db().$queryRaw<{ waits: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                      WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits`;
    if (row?.waits) return;
  }
}
