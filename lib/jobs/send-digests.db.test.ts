import { afterEach, beforeAll, expect, it } from "vitest";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { sendDigests } from "@/lib/jobs/send-digests";
import { noticeSchema } from "@/lib/mail/notice";
import { give } from "@/lib/notices/give";
import { newOfficer } from "@/tests/factories/people";

/* Friday, January 1, 2027 is a holiday; Monday is a working day. All at standard time. */
const at = (day: string, time: string) =>
  setClock(new Date(Date.parse(`${day}T${time}:00Z`) + 5 * 3_600_000));
afterEach(() => setClock(null));

let ava: OfficerViewer;
beforeAll(async () => {
  ava = await newOfficer("administrator");
  await db().noticePreference.create({
    data: { userId: ava.userId, type: "office", channel: "digest" },
  });
});

async function tell(person: string, times = 1): Promise<void> {
  const user = await db().user.findUniqueOrThrow({ where: { id: ava.userId } });
  for (let i = 0; i < times; i += 1) {
    const event = await db().event.create({
      data: { kind: "officer.joined", actorRole: "system", data: {} },
    });
    await db().$transaction((tx) =>
      give(tx, event.id, [
        {
          recipient: user.email,
          language: "en",
          userId: user.id,
          template: "officerJoined",
          data: { name: "Ava", person },
        },
      ]),
    );
  }
}

const look = () => Promise.all([sendDigests(), sendDigests(), sendDigests()]);

async function digests() {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: ava.userId } });
  const mails = await db().mail.findMany({
    where: { recipient: email ?? "" },
    orderBy: { createdAt: "asc" },
  });
  return mails.map(({ template, data }) => {
    const notice = noticeSchema.parse({ template, data });
    if (notice.template !== "digest") throw new Error(`a mail ${template}`);
    const { told, queue } = notice.data;
    expect(queue).toEqual({ waiting: 0, overdue: 0 });
    return told.map(({ en, count }) => `${en} ×${count}`);
  });
}

it("comes on working days at half past seven, once, and only where there is something to tell", async () => {
  at("2026-12-31", "10:00");
  await tell("Rita");
  at("2026-12-31", "11:00");
  await tell("Olivier", 2);
  // A holiday, a Sunday, and before half past seven.
  for (const [day, time] of [
    ["2027-01-01", "09:00"],
    ["2027-01-03", "09:00"],
    ["2027-01-04", "07:29"],
  ] as const) {
    at(day, time);
    await look();
    expect(await digests(), day).toEqual([]);
  }
  at("2027-01-04", "07:30");
  await look();
  const first = [
    "Olivier joined the Office in the portal ×2",
    "Rita joined the Office in the portal ×1",
  ];
  expect(await digests()).toEqual([first]);
  // What comes later waits for the next morning; nothing is told twice.
  at("2027-01-04", "09:00");
  await tell("Maya");
  at("2027-01-04", "16:00");
  await look();
  expect(await digests()).toEqual([first]);
  at("2027-01-05", "11:00");
  await look();
  const both = [first, ["Maya joined the Office in the portal ×1"]];
  expect(await digests()).toEqual(both);
  at("2027-01-06", "08:00");
  await look();
  expect(await digests()).toEqual(both);
  expect(await db().notice.count({ where: { userId: ava.userId, digestedAt: null } })).toBe(0);
});
