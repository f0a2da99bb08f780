import { randomUUID } from "node:crypto";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { findApplication } from "@/lib/applications/queries/find";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { invite } from "@/lib/exporters/commands/invite";
import { register } from "@/lib/imports/commands/register";
import { invite as inviteOfficer } from "@/lib/officers/commands/invite";
import { claim } from "@/lib/reviews/commands/claim";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { newSubmitted } from "@/tests/factories/applications";
import { newBroadcast } from "@/tests/factories/broadcasts";
import { askedToConfirm, newCertificate, stampedCopy } from "@/tests/factories/certificates";
import { goodPaper, newAnnouncement } from "@/tests/factories/imports";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";
import { asSuperuser } from "@/tests/ledger/clients";
import type { Act } from "./acts";
import { later, ottawa, type Expected, type Planned } from "./month";

/** A plan of the month: what people do, and what is therefore to be said. Days are written out, or counted by hand. */
export class Plan {
  readonly acts: Planned[] = [];
  readonly expected: Expected[] = [];

  expect(kind: string, recordId: string, period: string, on: string, perhaps?: true): void {
    this.expected.push({ kind, recordId, period, on, ...(perhaps && { perhaps }) });
  }
  act(day: string, act: Act, time = "14:00"): void {
    this.acts.push({ day, time, act });
  }
}

const clock = (day: string, time = "11:00") => setClock(new Date(ottawa(day, time)));

export interface People {
  readonly exporterId: string;
  readonly owner: ExporterViewer;
  readonly reviewer: OfficerViewer;
  /** An administrator who hears of the office's matters once a day. */
  readonly keeper: OfficerViewer;
}

export async function newPeople(): Promise<People> {
  clock("2026-08-03");
  const [reviewer, keeper] = [await newOfficer("reviewer"), await newOfficer("administrator")];
  await db().noticePreference.create({
    data: { userId: keeper.userId, type: "office", channel: "digest" },
  });
  return { ...(await newExporter()), reviewer, keeper };
}

/** Of what the portal itself writes by the clock of its machine, or by a trigger alone. */
const move = (what: string, id: string, at: string) =>
  asSuperuser(async (superuser) => {
    await superuser.query("SET session_replication_role = replica");
    await superuser.query(`UPDATE ${what} WHERE id = $1`, [id, at]);
  });

/** Returned applications. November 11 is a holiday. */
export async function planReturned(plan: Plan, people: People): Promise<void> {
  const { exporterId, owner, reviewer } = people;
  const by = owner.userId;
  clock("2026-10-08");
  const returned = async (dueOn: string) => {
    const id = await newSubmitted(owner, exporterId);
    await claim(reviewer, id);
    const requests = [{ section: "delivery" as const, reason: "Which one?" }];
    const sent = await returnForChanges(reviewer, id, { requests, dueOn });
    if (!sent.ok) throw new Error(sent.error);
    const requestId = (await findApplication(owner, id))?.requests[0]?.id ?? "";
    return { id, answer: { by, act: "reply", applicationId: id, requestId } as const };
  };
  const soon = "returned.dueSoon";
  const late = "returned.overdue";
  const [plain, overTheChange, overTheHoliday, answered, extended, atOnce] = await Promise.all([
    returned("2026-10-30"),
    returned("2026-11-03"),
    returned("2026-11-13"),
    returned("2026-10-23"),
    returned("2026-10-22"),
    returned("2026-10-29"),
  ]);
  plan.expect(soon, plain.id, "2026-10-30", "2026-10-28");
  plan.expect(late, plain.id, "2026-10-30", "2026-10-31");
  plan.expect(soon, overTheChange.id, "2026-11-03", "2026-10-30");
  plan.expect(late, overTheChange.id, "2026-11-03", "2026-11-04");
  plan.expect(soon, overTheHoliday.id, "2026-11-13", "2026-11-10");
  plan.act("2026-10-19", answered.answer);
  const more = { by: reviewer.userId, act: "extend", dueOn: "2026-11-06" } as const;
  plan.act("2026-10-19", { ...more, applicationId: extended.id });
  plan.expect(soon, extended.id, "2026-11-06", "2026-11-04");
  plan.expect(late, extended.id, "2026-11-06", "2026-11-07");
  plan.act("2026-10-27", atOnce.answer, "08:10");
  plan.expect(soon, atOnce.id, "2026-10-29", "2026-10-27", true);
}

/** The paper originals of imports. */
export async function planOriginals(plan: Plan, people: People): Promise<void> {
  const { exporterId, owner, reviewer } = people;
  const announced = (importedOn: string) =>
    newAnnouncement({ exporterId, by: owner.userId, importedOn });
  const one = await announced("2026-10-20");
  plan.expect("original.dueSoon", one.id, "2026-10-27", "2026-10-25");
  plan.expect("original.overdue", one.id, "2026-10-27", "2026-10-28");
  const overTheChange = await announced("2026-10-27");
  plan.expect("original.dueSoon", overTheChange.id, "2026-11-03", "2026-11-01");
  plan.expect("original.overdue", overTheChange.id, "2026-11-03", "2026-11-04");
  clock("2026-11-03");
  const paper = goodPaper({
    issuedOn: "2026-10-03",
    expiresOn: "2026-12-02",
    importedOn: "2026-11-02",
  });
  const entered = await register(reviewer, { exporterId }, paper, randomUUID());
  if (!entered.ok) throw new Error(JSON.stringify(entered));
  const { id } = await db().importCertificate.findFirstOrThrow({ where: { exporterId } });
  plan.expect("original.dueSoon", id, "2026-11-09", "2026-11-07");
  const { userId: by } = reviewer;
  plan.act("2026-11-08", { by, act: "receiveOriginal", importId: id, on: "2026-11-08" });
}

/** Certificates: 60 days each. */
export async function planCertificates(plan: Plan, people: People): Promise<void> {
  const { exporterId, owner, reviewer } = people;
  const issued = async (day: string) => {
    clock(day);
    return (await newCertificate(owner, exporterId)).certificateId;
  };
  const idle = await issued("2026-09-10");
  plan.expect("export.ask", idle, "2026-11-09", "2026-10-25");
  plan.expect("export.expiring10", idle, "2026-11-09", "2026-10-30");
  plan.expect("export.expiring3", idle, "2026-11-09", "2026-11-06");
  // Its day is over at midnight in Greenwich: seven in the evening in Ottawa.
  plan.expect("export.expired", idle, "2026-11-09", "2026-11-09");
  const old = await issued("2026-08-20");
  plan.expect("export.ask", old, "2026-10-19", "2026-10-04");
  plan.expect("export.expiring10", old, "2026-10-19", "2026-10-09");
  plan.expect("export.expiring3", old, "2026-10-19", "2026-10-16");
  plan.expect("export.expired", old, "2026-10-19", "2026-10-19");
  const surrendered = await issued("2026-09-12");
  plan.expect("export.ask", surrendered, "2026-11-11", "2026-10-27");
  plan.expect("export.expiring10", surrendered, "2026-11-11", "2026-11-01");
  plan.act("2026-11-03", { by: reviewer.userId, act: "surrender", certificateId: surrendered });
  const sent = await issued("2026-09-21");
  await stampedCopy(owner, sent);
  await askedToConfirm(reviewer, sent);
  const on = "2026-10-20";
  plan.act(on, { by: owner.userId, act: "reportExport", certificateId: sent, on }, "08:10");
  plan.expect("export.dueSoon", sent, "2026-10-27", "2026-10-25");
  plan.expect("export.overdue", sent, "2026-10-27", "2026-10-28");
  plan.expect("confirmation.overdue", sent, "2026-11-03", "2026-11-04");
  const { userId: by } = reviewer;
  const paper = { act: "receiveReport", on: "2026-11-05", exportedOn: on } as const;
  plan.act("2026-11-05", { by, certificateId: sent, ...paper });
}

/** Mandates with a last day, and invitations. */
export async function planMandates(plan: Plan, people: People): Promise<void> {
  const { exporterId, owner, keeper } = people;
  const by = owner.userId;
  const until = async (endsOn: string) => {
    const { userId } = await newRepresentative(exporterId, ["view"]);
    const { id } = await db().mandate.findFirstOrThrow({ where: { userId } });
    const acceptedAt = new Date(ottawa("2026-09-01", "12:00"));
    await db().mandate.update({
      where: { id },
      data: { endsOn: new Date(endsOn), acceptedAt },
    });
    return id;
  };
  for (let i = 0; i < 20; i += 1) {
    const endsOn = later("2026-10-22", i);
    const id = await until(endsOn);
    plan.expect("mandate.ending14", id, endsOn, later(endsOn, -14));
    plan.expect("mandate.ending3", id, endsOn, later(endsOn, -3));
  }
  const moved = await until("2026-10-30");
  const [from, to] = ["2026-10-30", "2026-11-10"];
  plan.act("2026-10-14", { by, act: "moveMandate", exporterId, mandateId: moved, from, to });
  plan.expect("mandate.ending14", moved, to, "2026-10-27");
  plan.expect("mandate.ending3", moved, to, "2026-11-07");
  const ended = await until("2026-10-25");
  plan.expect("mandate.ending14", ended, "2026-10-25", "2026-10-11");
  plan.act("2026-10-20", { by, act: "endMandate", mandateId: ended });
  const atOnce = await until("2026-11-05");
  plan.act("2026-10-22", { by, act: "endMandate", mandateId: atOnce }, "08:10");
  plan.expect("mandate.ending14", atOnce, "2026-11-05", "2026-10-22", true);

  const invited = async (day: string, time: string) => {
    clock(day, time);
    const email = `asked-${randomUUID()}@test.example`;
    const sent = await invite(owner, exporterId, { email, may: "view" });
    if (!sent.ok) throw new Error(sent.error);
    return sent.value.invitationId;
  };
  // Open until half past eleven in the evening, with the hour of the change in between.
  const open = await invited("2026-10-21", "00:30");
  plan.expect("invitation.closing", open, "2026-11-03", "2026-10-31");
  const invitationId = await invited("2026-10-19", "12:00");
  plan.act("2026-10-29", { by, act: "cancelInvitation", exporterId, invitationId });
  const fresh = { ...keeper, authenticatedAt: new Date() };
  const email = `officer-${randomUUID()}@test.example`;
  const sent = await inviteOfficer(fresh, { email, roles: ["reviewer"] });
  if (!sent.ok) throw new Error(sent.error);
  const officer = await db().officerInvitation.findFirstOrThrow({ where: { email } });
  await move(`"OfficerInvitation" SET "expiresAt" = $2`, officer.id, "2026-10-31T16:00:00Z");
  plan.expect("invitation.closing", officer.id, "2026-10-31", "2026-10-28");
}

/** Officers who have not signed in for long, and the morning mail of the administrator who hears of them. */
export async function planOfficers(plan: Plan, { keeper }: People): Promise<void> {
  const since = async (day: string) => {
    const { userId } = await newOfficer("reviewer");
    const at = `${day}T15:00:00Z`;
    await move(`"User" SET "officerSince" = $2, "lastSignInAt" = $2`, userId, at);
    return userId;
  };
  const one = await since("2026-07-26");
  plan.expect("officer.dormant14", one, "2026-10-24", "2026-10-10");
  plan.expect("officer.dormant3", one, "2026-10-24", "2026-10-21");
  plan.act("2026-10-23", { by: one, act: "signIn" });
  const other = await since("2026-08-10");
  plan.expect("officer.dormant14", other, "2026-11-08", "2026-10-25");
  plan.expect("officer.dormant3", other, "2026-11-08", "2026-11-05");
  const atOnce = await since("2026-08-05");
  plan.act("2026-10-20", { by: atOnce, act: "signIn" }, "08:10");
  plan.expect("officer.dormant14", atOnce, "2026-11-03", "2026-10-20", true);
  // On the working day after each; October 12 is Thanksgiving, and the 25th a Sunday.
  for (const day of ["2026-10-13", "2026-10-22", "2026-10-26", "2026-11-06"]) {
    plan.expect("digest", keeper.userId, day, day);
  }
  plan.expect("digest", keeper.userId, "2026-10-21", "2026-10-21", true);
}

/** An announcement that begins in the hour that the clocks show twice. */
export async function planAnnouncement({ keeper }: People): Promise<string> {
  clock("2026-10-10");
  return newBroadcast(keeper, {
    shownFrom: new Date("2026-11-01T06:00:00Z"),
    shownUntil: new Date(ottawa("2026-11-05", "12:00")),
  });
}
