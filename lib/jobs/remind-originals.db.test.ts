import { afterEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { remindOriginals } from "@/lib/jobs/remind-originals";
import { tellPeople } from "@/lib/jobs/tell-people";
import { withdrawAnnouncement } from "@/lib/imports/commands/withdraw-announcement";
import { announced, newSent } from "@/tests/factories/announcements";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";

/* Imported on Friday, November 20: reminded on Wednesday, the 25th; due on Friday, the 27th. */
const importedOn = "2026-11-20";
const at = (day: string, hour = "15:00") => setClock(new Date(`${day}T${hour}:00Z`));
afterEach(() => setClock(null));

/** As two workers that begin at the same moment. */
const look = () => Promise.all([remindOriginals(), remindOriginals()]);

const remindedOf = async (exporterId: string) =>
  (
    await db().event.findMany({
      where: { exporterId, kind: "import.originalReminded" },
      orderBy: { id: "asc" },
    })
  ).map(({ data }) => (data as { reminder: string }).reminder);

describe("reminders of the paper original", () => {
  it("come on the fifth day and after the seventh, once whoever looks, to everybody who acts", async () => {
    at("2026-11-21");
    const { exporterId, owner } = await newExporter();
    await newRepresentative(exporterId, ["view"]);
    await newSent(owner, exporterId, { ...announced(), importedOn });
    at("2026-11-24", "22:00");
    await look();
    at("2026-11-25", "12:30");
    await look();
    expect(await remindedOf(exporterId)).toEqual([]);
    at("2026-11-25", "13:10");
    await look();
    at("2026-11-27", "22:00");
    await look();
    expect(await remindedOf(exporterId)).toEqual(["dueSoon"]);
    at("2026-11-28");
    await look();
    at("2026-12-20");
    await look();
    expect(await remindedOf(exporterId)).toEqual(["dueSoon", "overdue"]);

    for (const { id } of await db().event.findMany({ where: { exporterId } })) await tellPeople(id);
    const mails = await db().mail.findMany({ where: { event: { exporterId } } });
    const told = mails.map(({ template }) => template).sort();
    expect(told).toEqual([
      "officeImport",
      "originalDueSoon",
      "originalDueSoon",
      "originalOverdue",
      "originalOverdue",
    ]);
    expect(mails.find(({ template }) => template === "originalOverdue")?.data).toMatchObject({
      dueOn: "2026-11-27",
    });
  });

  it("are not said again of the certificate that was registered from the announcement", async () => {
    at("2026-11-21");
    const { exporterId, owner } = await newExporter();
    const facts = { ...announced(), importedOn };
    const id = await newSent(owner, exporterId, facts);
    at("2026-11-25");
    await look();
    const { userId } = await newOfficer("reviewer");
    const registered = await newImportCertificate({ exporterId, number: facts.number ?? "" });
    await db().importAnnouncement.update({
      where: { id },
      data: {
        status: "registered",
        importCertificateId: registered.id,
        answeredById: userId,
        answeredAt: new Date(),
      },
    });
    at("2026-11-26");
    await look();
    expect(await remindedOf(exporterId)).toEqual(["dueSoon"]);
  });

  it("end where the original is noted or the announcement withdrawn", async () => {
    at("2026-11-21");
    const { exporterId, owner } = await newExporter();
    // Its original was received.
    await newImportCertificate({ exporterId });
    const id = await newSent(owner, exporterId, { ...announced(), importedOn });
    await withdrawAnnouncement(owner, id);
    at("2026-11-30");
    await look();
    expect(await remindedOf(exporterId)).toEqual([]);
  });

  it("do not follow on the same day on which somebody announces late", async () => {
    at("2026-11-30");
    const { exporterId, owner } = await newExporter();
    await newSent(owner, exporterId, { ...announced(), importedOn });
    await look();
    expect(await remindedOf(exporterId)).toEqual([]);
    at("2026-12-01");
    await look();
    expect(await remindedOf(exporterId)).toEqual(["overdue"]);
  });
});
