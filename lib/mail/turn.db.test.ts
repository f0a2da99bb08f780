import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { pauseTurns, SECOND_MS, takeTurn } from "@/lib/mail/turn";

beforeEach(
  () =>
    db()
      .$executeRaw`UPDATE "MailPace" SET next = clock_timestamp(), recent = '{}', "refusedAt" = NULL`,
);

/** When each of so many got its turn, in milliseconds from now. */
async function turns(count: number): Promise<number[]> {
  const from = performance.now();
  const at = await Promise.all(
    Array.from({ length: count }, () => takeTurn().then(() => performance.now() - from)),
  );
  return at.sort((a, b) => a - b);
}

const leftMs = async () => {
  const [row] = await db().$queryRaw<{ left: number }[]>`
    SELECT extract(epoch FROM next - clock_timestamp())::float8 * 1000 AS left FROM "MailPace"`;
  return row?.left ?? NaN;
};

describe("a turn", () => {
  it("comes at once where nobody waits", async () => {
    const [, , , , fifth] = await turns(5);
    expect(fifth).toBeLessThan(SECOND_MS);
  });

  it("comes at most five times in any second, however many ask, and none is wasted", async () => {
    const at = await turns(16);
    for (const [index, time] of at.entries()) {
      const sixth = at[index + 5];
      // The clock of this process sees it a little earlier or later than the database's gave it.
      if (sixth !== undefined) expect(sixth - time).toBeGreaterThan(SECOND_MS - 150);
    }
    const apart = await db().$queryRaw<
      unknown[]
    >`SELECT recent FROM "MailPace" WHERE cardinality(recent) = 5`;
    expect(apart).toHaveLength(1);
    expect(at[15]).toBeLessThan(3 * SECOND_MS * 1.5);
  });

  it("is left out where the provider refused one, once", async () => {
    await pauseTurns(1000);
    expect(await leftMs()).toBeGreaterThan(100);
    expect(await leftMs()).toBeLessThan(SECOND_MS / 5 + 1);
  });

  it("waits for everybody while the provider refuses again and again", async () => {
    await pauseTurns(1000);
    await pauseTurns(1000);
    const [first] = await turns(2);
    expect(first).toBeGreaterThan(900);
  });

  it("is not put off for longer than a minute, however long the provider asks for", async () => {
    await pauseTurns(86_400_000);
    expect(await leftMs()).toBeGreaterThan(50_000);
    expect(await leftMs()).toBeLessThan(60_100);
  });

  it("waits for one that arrived late", async () => {
    const late = await takeTurn();
    await new Promise((later) => setTimeout(later, 600));
    late.answered();
    await expect
      .poll(async () => {
        const [row] = await db().$queryRaw<{ ahead: boolean }[]>`
          SELECT recent[1] > clock_timestamp() - interval '400 milliseconds' AS ahead FROM "MailPace"`;
        return row?.ahead;
      })
      .toBe(true);
  });
});
