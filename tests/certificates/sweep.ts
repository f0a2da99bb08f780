import { expect } from "vitest";
import { dying } from "@/tests/stand-ins/dying-client";
import { everything } from "./everything";
import { brokenPromises } from "./promises";

interface Swept {
  /** What the act says when it is pressed once more after its answer was lost. */
  readonly again: unknown;
  /** Tables and functions that it must have reached on the way. */
  readonly through: readonly string[];
}

/**
 * Ends an act before and after each of its statements in turn, as if the process or its connection died there:
 * nothing of it is left, until the statement is its COMMIT and everything is. Each cut tries the act anew, so what
 * was cut never stands in the way of a repetition. Says how often it was cut.
 */
export async function sweep<T>(act: () => Promise<T>, { again, through }: Swept): Promise<number> {
  const before = await everything();
  expect(await brokenPromises()).toEqual({});
  let cuts = 0;
  let said: string[] = [];
  for (let n = 1; said.at(-1) !== "COMMIT"; n += 1) {
    expect(n, "an act that never commits").toBeLessThan(200);
    for (const when of ["before", "after"] as const) {
      const died = await dying(n, when, act);
      said = died.said.slice(0, n);
      cuts += 1;
      const where = `${when} ${n}: ${said.at(-1) ?? ""}`;
      expect(died.said.length, "the act ended before it was cut").toBeGreaterThanOrEqual(n);
      expect(died.outcome, where).toBeNull();
      const done = when === "after" && said.at(-1) === "COMMIT";
      const now = await everything();
      if (done) expect(now, where).not.toEqual(before);
      else expect(now, where).toEqual(before);
    }
  }
  for (const table of through) {
    expect(
      said.some((text) => text.includes(table)),
      `reached ${table}`,
    ).toBe(true);
  }
  // Only the answer was lost: whoever presses again is told so, and nothing is done twice.
  const after = await everything();
  expect(await act()).toMatchObject(again as object);
  expect(await everything()).toEqual(after);
  expect(await brokenPromises()).toEqual({});
  return cuts;
}
