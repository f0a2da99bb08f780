import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { intervalMs, pauseTurns, takeTurn } from "@/lib/mail/turn";

const INTERVAL = intervalMs(5);

beforeEach(
  () => db().$executeRaw`UPDATE "MailPace" SET next = clock_timestamp(), "refusedAt" = NULL`,
);

const span = async (work: () => Promise<unknown>) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** When each of so many got its turn, in milliseconds from now. */
async function turns(count: number, take: () => Promise<unknown>): Promise<number[]> {
  const from = performance.now();
  const at = await Promise.all(
    Array.from({ length: count }, () => take().then(() => performance.now() - from)),
  );
  return at.sort((a, b) => a - b);
}

describe("a turn", () => {
  it("comes at once where nobody waits", async () => {
    await takeTurn();
    await new Promise((later) => setTimeout(later, INTERVAL + 20));
    expect(await span(takeTurn)).toBeLessThan(INTERVAL);
  });

  it("comes at most five times in any second, however many ask", async () => {
    const at = await turns(12, takeTurn);
    for (const [index, time] of at.entries()) {
      const sixth = at[index + 5];
      // The clock of this process sees it a little earlier or later than the database's gave it.
      if (sixth !== undefined) expect(sixth - time).toBeGreaterThan(5 * INTERVAL - 60);
    }
    // And none is wasted: eleven intervals, and what a busy machine adds.
    expect(at[11]).toBeLessThan(11 * INTERVAL * 1.3);
  });

  it("is left out where the provider refused one, once", async () => {
    await pauseTurns(1000);
    const waited = await span(takeTurn);
    expect(waited).toBeGreaterThan(INTERVAL - 60);
    expect(waited).toBeLessThan(900);
  });

  it("waits for everybody while the provider refuses again and again", async () => {
    await pauseTurns(1000);
    await pauseTurns(1000);
    const [first, second] = await turns(2, takeTurn);
    expect(first).toBeGreaterThan(950);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(INTERVAL - 60);
  });

  it("is not put off for longer than a minute", async () => {
    await pauseTurns(86_400_000);
    const [row] = await db().$queryRaw<{ left: number }[]>`
      SELECT extract(epoch FROM next - clock_timestamp())::float8 AS left FROM "MailPace"`;
    expect(row?.left).toBeLessThan(60.1);
  });

  it("is shorter to wait for where the provider allows more", () => {
    expect(intervalMs(5)).toBe(210);
    expect(intervalMs(50)).toBe(21);
  });
});
