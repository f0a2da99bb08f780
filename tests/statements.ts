import pg from "pg";
import { vi } from "vitest";

/*
 * To be imported before the first connection of a test file is made: each connection keeps the method that
 * it finds.
 */
const query = vi.spyOn(pg.Client.prototype, "query");

/** The SQL that the work sends, in its order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  query.mockClear();
  await work();
  return query.mock.calls.map((call: unknown[]) => {
    const [first] = call as [string | { text: string }];
    return typeof first === "string" ? first : first.text;
  });
}
