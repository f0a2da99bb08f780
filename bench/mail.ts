import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { median } from "./load";

const mails = 60;
const warmUp = 5;

/**
 * Milliseconds from the commit of what happened until the provider has taken the mail about it, where nothing else
 * is to be done: one worker, the embedded outbox, one mail at a time.
 */
export async function measureMail(appUrl: string, officerId: string, outbox: string) {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const took: number[] = [];
    for (let n = 0; n < mails + warmUp; n += 1) {
      // Now and then, as mails come.
      await sleep(400 + Math.random() * 600);
      const committed = await changeOfficer(client, officerId);
      took.push((await accepted(client, outbox, committed.eventId)) - committed.at);
    }
    const times = took.slice(warmUp).sort((a, b) => a - b);
    return { median: median(times), p99: times[Math.floor(times.length * 0.99)] ?? NaN };
  } finally {
    await client.end();
  }
}

/** What `record` writes, about a change of an officer, of which the officer alone is told. */
async function changeOfficer(client: pg.Client, officerId: string) {
  await client.query("BEGIN");
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "Event" (kind, "actorRole", "personId", data)
     VALUES ('officer.changed', 'system', $1, '{"suspended": false}') RETURNING id`,
    [officerId],
  );
  const eventId = rows[0]?.id ?? "";
  await client.query(
    `SELECT graphile_worker.add_job(identifier => 'tellPeople', payload => json_build_object('eventId', $1::text))`,
    [eventId],
  );
  await client.query("COMMIT");
  return { eventId, at: Date.now() };
}

/** When the outbox took the mail about it. */
async function accepted(client: pg.Client, outbox: string, eventId: string): Promise<number> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM "Mail" WHERE "eventId" = $1 AND template = 'officerChanged' AND status <> 'queued'`,
      [eventId],
    );
    if (rows[0]) return takenAt(outbox, rows[0].id);
    await sleep(50);
  }
  throw new Error(`no mail about event ${eventId}`);
}

async function takenAt(outbox: string, mailId: string): Promise<number> {
  const names = (await readdir(outbox)).filter((name) => name.endsWith(".json")).sort();
  for (const name of names.reverse()) {
    const text = await readFile(path.join(outbox, name), "utf8");
    if (!text.includes(mailId)) continue;
    return Date.parse((JSON.parse(text) as { createdAt: string }).createdAt);
  }
  throw new Error(`the outbox has no mail ${mailId}`);
}
