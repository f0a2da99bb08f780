import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { receiveReport, reportExport } from "@/lib/certificates/commands/export-report";
import { surrender } from "@/lib/certificates/commands/surrender";
import { isoDate, setClock, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { newCertificate, stampedCopy } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { remindExports } from "./remind-exports";

let owner: ExporterViewer;
let exporterId: string;
let id: string;
let issuedOn: string;

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
});
beforeEach(async () => {
  ({ certificateId: id } = await newCertificate(owner, exporterId));
  issuedOn = isoDate((await db().certificate.findUniqueOrThrow({ where: { id } })).issuedOn);
});
afterEach(() => setClock(null));

/** Noon in Ottawa, so many days after the issue. */
const noon = (days: number) => setClock(new Date(`${addDays(issuedOn, days)}T17:00:00Z`));

/** What two workers say who look twice at the same moment. */
async function said(): Promise<string[]> {
  await Promise.all([remindExports(), remindExports(), remindExports(), remindExports()]);
  const events = await db().event.findMany({
    where: {
      certificateId: id,
      kind: { in: ["certificate.reportReminded", "certificate.expired"] },
    },
    orderBy: { id: "asc" },
  });
  return events.map(({ kind, data }) => {
    const { reminder, dueOn } = data as { reminder?: string; dueOn?: string };
    return reminder ? `${reminder} ${dueOn ?? ""}` : kind;
  });
}

it("asks after 45 days whether the shipment has left, and says that the certificate has expired", async () => {
  noon(44);
  expect(await said()).toEqual([]);
  setClock(new Date(`${addDays(issuedOn, 45)}T09:00:00Z`));
  expect(await said()).toEqual([]);
  noon(45);
  const ask = `ask ${addDays(issuedOn, 60)}`;
  expect(await said()).toEqual([ask]);
  noon(60);
  expect(await said()).toEqual([ask]);
  noon(61);
  expect(await said()).toEqual([ask, "certificate.expired"]);
  noon(80);
  expect(await said()).toEqual([ask, "certificate.expired"]);
});

it("calls the paper report to mind until the office has it", async () => {
  noon(1);
  await stampedCopy(owner, id);
  const exportedOn = todayInOttawa();
  expect(await reportExport(owner, id, { on: exportedOn, seen: "" })).toEqual({ ok: true });
  noon(5);
  expect(await said()).toEqual([]);
  noon(6);
  const dueSoon = `dueSoon ${addDays(exportedOn, 7)}`;
  expect(await said()).toEqual([dueSoon]);
  noon(8);
  expect(await said()).toEqual([dueSoon]);
  noon(9);
  const overdue = `overdue ${addDays(exportedOn, 7)}`;
  expect(await said()).toEqual([dueSoon, overdue]);
  const paper = { on: todayInOttawa(), exportedOn };
  expect(await receiveReport(await newOfficer("reviewer"), id, paper)).toEqual({ ok: true });
  noon(70);
  expect(await said()).toEqual([dueSoon, overdue]);
});

it("says nothing of a certificate that was surrendered", async () => {
  expect(await surrender(await newOfficer("reviewer"), id)).toEqual({ ok: true });
  noon(62);
  expect(await said()).toEqual([]);
});
