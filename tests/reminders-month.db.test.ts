import { afterAll, beforeAll, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { publishedEvent } from "@/tests/factories/broadcasts";
import {
  newPeople,
  Plan,
  planAnnouncement,
  planCertificates,
  planMandates,
  planOfficers,
  planOriginals,
  planReturned,
  type People,
} from "./reminders/fixture";
import { away, moments, saidOn, type Expected, type Moment } from "./reminders/month";
import { Process } from "./reminders/processes";

/*
 * A month of the portal in three app processes and two workers, with the change from daylight time, days without a worker, and
 * people who act at the very moment at which something is due. What was said is held against a plan.
 */

const plan = new Plan();
let people: People;
let announced: string;
let workers: Process[] = [];
let apps: Process[] = [];

beforeAll(async () => {
  const starting = Promise.all(Array.from({ length: 5 }, () => Process.start()));
  people = await newPeople();
  announced = await planAnnouncement(people);
  await planReturned(plan, people);
  await planOriginals(plan, people);
  await planCertificates(plan, people);
  await planMandates(plan, people);
  await planOfficers(plan, people);
  setClock(null);
  const [one, two, ...rest] = await starting;
  workers = [one, two].filter((process) => process !== undefined);
  apps = rest;
}, 120_000);
afterAll(() => Promise.all([...workers, ...apps].map((process) => process.stop())));

/** Everybody at once: the workers take their turn while people press, each in another process. */
async function live({ day, time, at }: Moment): Promise<void> {
  const acts = plan.acts.filter((planned) => planned.day === day && planned.time === time);
  const working = away.includes(day) ? [] : workers.map((worker) => worker.ask(at, "work"));
  const pressing = acts.map(({ act }, i) => apps[i % apps.length]?.ask(at, [act]));
  await Promise.all([...working, ...pressing]);
}

const dayIn = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Toronto" });
const line = (one: Pick<Expected, "kind" | "recordId" | "period">, on: string) =>
  `${on} ${one.kind} of ${one.recordId} for ${one.period}`;

it(
  "says everything that was due once, on its day, and nothing else",
  { timeout: 120_000 },
  async () => {
    for (const moment of moments()) await live(moment);

    const said = (await db().reminder.findMany()).map((row) => line(row, dayIn.format(row.at)));
    const due = (which: readonly Expected[]) => which.map((one) => line(one, saidOn(one)));
    const perhaps = due(plan.expected.filter((one) => one.perhaps));
    const certain = due(plan.expected.filter((one) => !one.perhaps));
    expect(said.filter((one) => !perhaps.includes(one)).sort()).toEqual(certain.sort());
    expect(certain.length).toBeGreaterThan(60);

    await expectToldOnce(said.filter((one) => !one.includes(" digest of ")).length);
    await expectAnnouncedOnce();
  },
);

const kinds = [
  "application.reminded",
  "import.originalReminded",
  "certificate.reportReminded",
  "certificate.expired",
  "certificate.expiringSoon",
  "certificate.confirmationReminded",
  "mandate.endingSoon",
  "mandate.invitationEndingSoon",
  "officer.invitationEndingSoon",
  "officer.dormantSoon",
];

/** One event for each reminder, of which each reader has one notice and at most one mail. */
async function expectToldOnce(reminders: number): Promise<void> {
  const events = await db().event.findMany({
    where: { kind: { in: kinds } },
    select: {
      kind: true,
      notices: { select: { userId: true, template: true } },
      mails: { select: { recipient: true, template: true } },
    },
  });
  expect(events).toHaveLength(reminders);
  for (const { kind, notices, mails } of events) {
    expect(notices.length + mails.length, kind).toBeGreaterThan(0);
    for (const told of [notices, mails]) {
      expect(new Set(told.map((one) => JSON.stringify(one))).size, kind).toBe(told.length);
    }
  }
  const { email } = await db().user.findUniqueOrThrow({ where: { id: people.keeper.userId } });
  const digests = await db().mail.count({ where: { template: "digest", recipient: email ?? "" } });
  expect(digests).toBe(await db().reminder.count({ where: { kind: "digest" } }));
  // The last was told after the morning mail of its day, and nothing is left over but that.
  expect(await db().notice.count({ where: { digest: true, digestedAt: null } })).toBe(0);
}

/** Everybody who acted for the exporter when it began, once. */
async function expectAnnouncedOnce(): Promise<void> {
  const { publishedAt } = await db().broadcast.findUniqueOrThrow({ where: { id: announced } });
  expect(publishedAt?.toISOString()).toBe("2026-11-01T06:30:00.000Z");
  const eventId = await publishedEvent(announced);
  const told = await db().notice.findMany({ where: { eventId: eventId ?? 0n } });
  const last = new Date("2026-11-01");
  const acting = await db().mandate.count({
    where: { endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: last } }] },
  });
  expect(told).toHaveLength(acting);
}
