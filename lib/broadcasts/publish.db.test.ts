import { afterEach, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { publishDue, tellReaders } from "@/lib/broadcasts/publish";
import { db } from "@/lib/db";
import { newBroadcast, publishedEvent } from "@/tests/factories/broadcasts";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { asSuperuser } from "@/tests/ledger/clients";

afterEach(() => setClock(null));

const people = 250;

/** Representatives without more than they need. */
async function hire(exporterId: string): Promise<string[]> {
  const users = await db().user.createManyAndReturn({
    data: Array.from({ length: people }, (_, i) => ({
      firstName: "Ezra",
      lastName: `Agent ${i}`,
      email: `agent-${i}-${exporterId}@test.example`,
      emailVerified: new Date(),
    })),
    select: { id: true },
  });
  await db().mandate.createMany({
    data: users.map(({ id }) => ({
      exporterId,
      userId: id,
      kind: "representative" as const,
      acceptedAt: new Date(),
    })),
  });
  return users.map(({ id }) => id);
}

/** Ends every connection of the portal as soon as so many have been told. */
const killAfter = (eventId: bigint, count: number) =>
  asSuperuser(async (superuser) => {
    for (;;) {
      const { rows } = await superuser.query<{ told: number }>(
        `SELECT count(*)::int AS told FROM "Notice" WHERE "eventId" = $1`,
        [eventId.toString()],
      );
      if ((rows[0]?.told ?? 0) < count) continue;
      await superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND usename = 'kp_app'`,
      );
      return;
    }
  });

it("tells 250 people once each, though its worker dies in the middle and two go on at once", async () => {
  const { exporterId, owner } = await newExporter();
  const agents = await hire(exporterId);
  const id = await newBroadcast(await newOfficer("administrator"));
  await Promise.all([publishDue(), publishDue()]);
  const eventId = await publishedEvent(id);
  if (eventId === null) throw new Error("not published");

  const killed = killAfter(eventId, 100);
  const died = await tellReaders(eventId, id).then(
    () => false,
    () => true,
  );
  await killed;
  expect(died).toBe(true);
  const before = await db().notice.count({ where: { eventId } });
  expect(before).toBeGreaterThanOrEqual(100);
  expect(before).toBeLessThan(people);

  await Promise.all([tellReaders(eventId, id), tellReaders(eventId, id)]);
  const notices = await db().notice.findMany({ where: { eventId } });
  const expected = [...agents, owner.userId].sort();
  expect(notices.map(({ userId }) => userId).sort()).toEqual(expected);
  const mails = await db().mail.findMany({ where: { eventId } });
  expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(expected.length);
  expect(mails).toHaveLength(expected.length);
  const jobs = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM graphile_worker.jobs j JOIN "Mail" m ON j.key = 'mail:' || m.id
     WHERE m."eventId" = ${eventId}`;
  expect(jobs).toEqual([{ count: expected.length }]);
});
