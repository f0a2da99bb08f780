import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { findApplication } from "@/lib/applications/queries/find";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { remindReturned } from "@/lib/jobs/remind-returned";
import { tellPeople } from "@/lib/jobs/tell-people";
import { tasks, timetable } from "@/lib/jobs/tasks";
import { claim } from "@/lib/reviews/commands/claim";
import { extend } from "@/lib/reviews/commands/extend";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { parseCrontab } from "graphile-worker";
import { newSubmitted, submit } from "@/tests/factories/applications";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";

/* The office answers on Thursday, November 26; the day to answer by is Wednesday, December 9. */
const dueOn = "2026-12-09";
const at = (day: string, hour = "15:00") => setClock(new Date(`${day}T${hour}:00Z`));
afterEach(() => setClock(null));

let officer: Awaited<ReturnType<typeof newOfficer>>;
beforeAll(async () => {
  officer = await newOfficer("reviewer");
});

async function returned() {
  at("2026-11-26");
  const { exporterId, owner } = await newExporter();
  const id = await newSubmitted(owner, exporterId);
  await claim(officer, id);
  const requests = [{ section: "delivery" as const, reason: "Which one?" }];
  await returnForChanges(officer, id, { requests, dueOn });
  const request = (await findApplication(owner, id))?.requests[0]?.id ?? "";
  return { id, owner, exporterId, request };
}

const reminded = async (id: string) =>
  (
    await db().event.findMany({
      where: { applicationId: id, kind: "application.reminded" },
      orderBy: { id: "asc" },
    })
  ).map(({ data }) => (data as { reminder: string }).reminder);

/** As two workers that begin at the same moment. */
const look = () => Promise.all([remindReturned(), remindReturned()]);

describe("reminders of returned applications", () => {
  it("come two working days before and on the morning after, once whoever looks", async () => {
    const { id, exporterId, owner } = await returned();
    await newRepresentative(exporterId, ["view"]);
    // Two working days before Wednesday is Monday; not on Sunday, and not at night.
    for (const [day, hour] of [
      ["2026-12-06", "15:00"],
      ["2026-12-07", "12:30"],
    ] as const) {
      at(day, hour);
      await look();
      expect(await reminded(id), day).toEqual([]);
    }
    at("2026-12-07", "13:10");
    await look();
    await look();
    expect(await reminded(id)).toEqual(["dueSoon"]);
    at(dueOn, "22:00");
    await look();
    at("2026-12-10", "12:00");
    await look();
    expect(await reminded(id)).toEqual(["dueSoon"]);
    at("2026-12-10", "13:00");
    await look();
    at("2026-12-20");
    await look();
    expect(await reminded(id)).toEqual(["dueSoon", "overdue"]);

    const events = await db().event.findMany({
      where: { applicationId: id, kind: "application.reminded" },
    });
    for (const event of events) await tellPeople(event.id);
    const mails = await db().mail.findMany({ where: { event: { applicationId: id } } });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
    expect(mails.filter(({ recipient }) => recipient === email)).toHaveLength(2);
    expect(mails.map(({ template }) => template).sort()).toEqual([
      "dueSoon",
      "dueSoon",
      "overdue",
      "overdue",
    ]);
  });

  it("never come where everything is answered, or it was sent again", async () => {
    const answered = await returned();
    await replyToRequest(answered.owner, answered.id, answered.request, { done: true, note: "" });
    const sent = await returned();
    await replyToRequest(sent.owner, sent.id, sent.request, { done: true, note: "" });
    expect((await submit(sent.owner, sent.id)).ok).toBe(true);
    for (const day of ["2026-12-07", "2026-12-10"]) {
      at(day);
      await look();
    }
    expect(await reminded(answered.id)).toEqual([]);
    expect(await reminded(sent.id)).toEqual([]);
    // The answer is taken back after the day.
    const nothing = { done: false, note: "" };
    await replyToRequest(answered.owner, answered.id, answered.request, nothing);
    await look();
    expect(await reminded(answered.id)).toEqual(["overdue"]);
  });

  it("begin anew with a later day, and spare a notice that is as fresh as they are", async () => {
    const { id } = await returned();
    at("2026-12-07");
    await look();
    const reason = "The laboratory is closed.";
    expect((await extend(officer, id, { dueOn: "2026-12-16", reason })).ok).toBe(true);
    at("2026-12-10");
    await look();
    expect(await reminded(id)).toEqual(["dueSoon"]);
    at("2026-12-14");
    await look();
    expect(await reminded(id)).toEqual(["dueSoon", "dueSoon"]);

    at("2026-12-08");
    const { exporterId, owner } = await newExporter();
    const late = await newSubmitted(owner, exporterId);
    await claim(officer, late);
    const requests = [{ section: "delivery" as const, reason: "Which one?" }];
    await returnForChanges(officer, late, { requests, dueOn });
    await look();
    expect(await reminded(late)).toEqual([]);
  });

  it("are looked for by the worker's timetable", () => {
    const items = parseCrontab(timetable);
    expect(items.map(({ task }) => task)).toContain("remindReturned");
    for (const { task } of items) expect(tasks).toHaveProperty(task);
  });
});
