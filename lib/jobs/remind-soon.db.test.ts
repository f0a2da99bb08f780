import { afterEach, beforeAll, expect, it } from "vitest";
import { addDays } from "@/lib/calendar";
import { reportExport } from "@/lib/certificates/commands/export-report";
import { dateInOttawa, isoDate, now, setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { invite as inviteToAct } from "@/lib/exporters/commands/invite";
import { remindDormant } from "@/lib/jobs/remind-dormant";
import { remindExpiring } from "@/lib/jobs/remind-expiring";
import { remindInvitations } from "@/lib/jobs/remind-invitations";
import { remindMandates } from "@/lib/jobs/remind-mandates";
import { tellPeople } from "@/lib/jobs/tell-people";
import { invite } from "@/lib/officers/commands/invite";
import { newCertificate, stampedCopy } from "@/tests/factories/certificates";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";

const hour = 3_600_000;
/** That hour in Ottawa; before the clocks change on March 14, 2027. */
const at = (day: string, time = "12:00") =>
  setClock(new Date(Date.parse(`${day}T${time}:00Z`) + 5 * hour));
afterEach(() => setClock(null));

const jobs = [remindMandates, remindExpiring, remindDormant, remindInvitations];
/** As two workers that begin at the same moment, twice. */
const look = async () => {
  for (const job of jobs) await Promise.all([job(), job(), job()]);
};

async function said(kind: string, where: object): Promise<unknown[]> {
  const events = await db().event.findMany({ where: { kind, ...where }, orderBy: { id: "asc" } });
  for (const { id } of events) await tellPeople(id);
  return events.map(({ data }) => data);
}

async function told(kind: string, where: object): Promise<string[]> {
  const mails = await db().mail.findMany({
    where: { event: { kind, ...where } },
    orderBy: [{ template: "asc" }, { recipient: "asc" }],
  });
  return mails.map(({ template, recipient }) => `${template} ${recipient}`);
}

const addressOf = async (id: string) =>
  (await db().user.findUniqueOrThrow({ where: { id } })).email ?? "";

let exporter: Awaited<ReturnType<typeof newExporter>>;
beforeAll(async () => {
  exporter = await newExporter();
});

it("tells both sides of a mandate two weeks and three days before its last day", async () => {
  const { exporterId, owner } = exporter;
  const { userId } = await newRepresentative(exporterId, ["view"]);
  const kind = "mandate.endingSoon";
  const about = { personId: userId };
  const mandate = await db().mandate.findFirstOrThrow({ where: { userId } });
  const endsOn = "2027-02-20";
  await db().mandate.update({ where: { id: mandate.id }, data: { endsOn: new Date(endsOn) } });

  at("2027-02-05");
  await look();
  at("2027-02-06", "07:59");
  await look();
  expect(await said(kind, about)).toEqual([]);
  // Nobody looked on the day itself: it is made up.
  at("2027-02-08", "08:00");
  await look();
  at("2027-02-16");
  await look();
  const once = { mandateId: mandate.id, endsOn };
  expect(await said(kind, about)).toEqual([once]);
  at("2027-02-17");
  await look();
  at("2027-02-20");
  await look();
  at("2027-02-21");
  await look();
  expect(await said(kind, about)).toEqual([once, once]);
  const [person, owns] = [await addressOf(userId), await addressOf(owner.userId)];
  const each = [`mandateEnding ${person}`, `representativeEnding ${owns}`];
  expect(await told(kind, about)).toEqual([each[0], each[0], each[1], each[1]]);
});

it("says it anew of a later last day, and nothing of a mandate that was ended", async () => {
  const { userId } = await newRepresentative(exporter.exporterId, ["view"]);
  const about = { personId: userId };
  const move = (data: object) => db().mandate.updateMany({ where: { userId }, data });
  await move({ endsOn: new Date("2027-02-20") });
  at("2027-02-06");
  await look();
  await move({ endsOn: new Date("2027-03-10") });
  at("2027-02-18");
  await look();
  expect(await said("mandate.endingSoon", about)).toHaveLength(1);
  at("2027-02-24");
  await look();
  expect(await said("mandate.endingSoon", about)).toHaveLength(2);
  await move({ endedAt: new Date() });
  at("2027-03-08");
  await look();
  expect(await said("mandate.endingSoon", about)).toHaveLength(2);
});

it("warns of a certificate that expires while no export is reported", async () => {
  const { exporterId, owner } = exporter;
  const { certificateId } = await newCertificate(owner, exporterId);
  const { certificateId: gone } = await newCertificate(owner, exporterId);
  const found = await db().certificate.findUniqueOrThrow({ where: { id: certificateId } });
  const expiresOn = isoDate(found.expiresOn);
  at(addDays(isoDate(found.issuedOn), 1));
  await stampedCopy(owner, gone);
  const on = addDays(isoDate(found.issuedOn), 1);
  expect(await reportExport(owner, gone, { on, seen: "" })).toEqual({ ok: true });

  const kind = "certificate.expiringSoon";
  for (const [before, times] of [
    [11, 0],
    [10, 1],
    [4, 1],
    [3, 2],
    [0, 2],
    [-1, 2],
  ] as const) {
    setClock(new Date(`${addDays(expiresOn, -before)}T17:00:00Z`));
    await look();
    const each = Array.from({ length: times }, () => ({ expiresOn }));
    expect(await said(kind, { certificateId }), `${before} days before`).toEqual(each);
  }
  expect(await said(kind, { certificateId: gone })).toEqual([]);
  const notices = await db().notice.findMany({
    where: { event: { kind, certificateId }, userId: owner.userId },
  });
  expect(notices.map(({ template, type }) => `${template} ${type}`)).toEqual([
    "certificateExpiring exportReport",
    "certificateExpiring exportReport",
  ]);
});

it("warns officers and administrators before an access rests, and not whoever signs in", async () => {
  const [sleepy, keeper] = [await newOfficer("reviewer"), await newOfficer("administrator")];
  const since = new Date("2027-01-01T17:00:00Z");
  const signIn = (userId: string, lastSignInAt: Date) =>
    db().user.update({ where: { id: userId }, data: { lastSignInAt } });
  await signIn(sleepy.userId, since);
  await signIn(keeper.userId, new Date("2027-03-30T17:00:00Z"));
  const kind = "officer.dormantSoon";
  const about = { personId: sleepy.userId };
  // Ninety days of 24 hours after January 1 is April 1.
  setClock(new Date("2027-03-17T17:00:00Z"));
  await look();
  expect(await said(kind, about)).toEqual([]);
  setClock(new Date("2027-03-18T17:00:00Z"));
  await look();
  expect(await said(kind, about)).toEqual([{ on: "2027-04-01" }]);
  await signIn(sleepy.userId, new Date("2027-03-20T17:00:00Z"));
  setClock(new Date("2027-03-30T17:00:00Z"));
  await look();
  expect(await said(kind, about)).toEqual([{ on: "2027-04-01" }]);
  setClock(new Date("2027-06-15T17:00:00Z"));
  await look();
  setClock(new Date("2027-06-19T17:00:00Z"));
  await look();
  expect(await said(kind, about)).toEqual([{ on: "2027-04-01" }, { on: "2027-06-18" }]);
  const mails = await told(kind, about);
  expect(mails).toContain(`dormantSoon ${await addressOf(sleepy.userId)}`);
  expect(mails).toContain(`officerDormantSoon ${await addressOf(keeper.userId)}`);
});

it("sends an invitation that nobody has answered again, once", async () => {
  const keeper = await newOfficer("administrator");
  const email = "asked@test.example";
  expect((await invite(keeper, { email, roles: ["reviewer"] })).ok).toBe(true);
  const { expiresAt } = await db().officerInvitation.findFirstOrThrow({ where: { email } });
  const kind = "officer.invitationEndingSoon";
  for (const [days, times] of [
    [4, 0],
    [3, 1],
    [1, 1],
    [-1, 1],
  ] as const) {
    setClock(new Date(`${addDays(dateInOttawa(expiresAt), -days)}T18:00:00Z`));
    await look();
    expect(await said(kind, {}), `${days} days before`).toHaveLength(times);
  }
  expect(await told(kind, {})).toEqual([`officerInvitationEnding ${email}`]);
});

it("sends no invitation again that was answered before anybody is told", async () => {
  const email = "prompt@test.example";
  const joins = await invite(await newOfficer("administrator"), { email, roles: ["reviewer"] });
  const { owner, exporterId } = exporter;
  const acts = await inviteToAct(owner, exporterId, { email, may: "view" });
  if (!joins.ok || !acts.ok) throw new Error("not invited");
  const { expiresAt } = await db().officerInvitation.findFirstOrThrow({ where: { email } });
  setClock(new Date(`${addDays(dateInOttawa(expiresAt), -3)}T18:00:00Z`));
  await look();
  const answered = { where: { email }, data: { outcome: "declined", endedAt: now() } } as const;
  await db().officerInvitation.updateMany(answered);
  await db().mandateInvitation.updateMany(answered);
  for (const [kind, { invitationId }] of [
    ["officer.invitationEndingSoon", joins.value],
    ["mandate.invitationEndingSoon", acts.value],
  ] as const) {
    const about = { data: { path: ["invitationId"], equals: invitationId } };
    expect(await said(kind, about)).toHaveLength(1);
    expect(await told(kind, about)).toEqual([]);
  }
});
