import { askThrough, type Ask } from "@/lib/ask";
import type { Tx } from "@/lib/db";
import { entryLine, type LogEntry } from "@/lib/transparency/entry";

/** The same on a connection of whatever kind. */
export async function appendThrough(ask: Ask, entry: LogEntry): Promise<number> {
  const [row] = await ask<{ index: string }>(
    `SELECT append_to_log($1)::text AS index`,
    entryLine(entry),
  );
  return Number(row?.index);
}

/**
 * Writes an entry in the log, inside the transaction of the act itself, and says its place; an entry that is
 * there already keeps its place. Everybody else who appends waits from here until the commit, so this comes
 * near the end of a transaction.
 */
export const append = (tx: Tx, entry: LogEntry): Promise<number> =>
  appendThrough(askThrough(tx), entry);
