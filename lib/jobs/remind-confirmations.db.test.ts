import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { reportExport } from "@/lib/certificates/commands/export-report";
import { confirmImport } from "@/lib/certificates/commands/confirm-import";
import { confirmationDue } from "@/lib/certificates/receipt/due";
import { findImportConfirmation } from "@/lib/certificates/queries/find-confirmation";
import { listFollowUps } from "@/lib/certificates/queries/list-follow-ups";
import { addDays } from "@/lib/calendar";
import { setClock, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { getCalendar } from "@/lib/reference/queries";
import {
  asCertified,
  askedToConfirm,
  newCertificate,
  stampedCopy,
} from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { remindConfirmations } from "./remind-confirmations";
import { tellPeople } from "./tell-people";

let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let id: string;
let token: string;
let dueOn: string;

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  nora = await newOfficer("reviewer");
});
beforeEach(async () => {
  ({ certificateId: id } = await newCertificate(owner, exporterId));
  token = await askedToConfirm(nora, id);
  await stampedCopy(owner, id);
  expect(await reportExport(owner, id, { on: todayInOttawa(), seen: "" })).toEqual({ ok: true });
  dueOn = confirmationDue(todayInOttawa(), await getCalendar());
});
afterEach(() => setClock(null));

const noon = (day: string) => setClock(new Date(`${day}T17:00:00Z`));

/** What two workers say who look twice at the same moment. */
async function reminders() {
  await Promise.all([remindConfirmations(), remindConfirmations(), remindConfirmations()]);
  return db().event.findMany({
    where: { certificateId: id, kind: "certificate.confirmationReminded" },
  });
}
const isListed = async () =>
  (await listFollowUps(nora)).unconfirmed.some(({ id: listed }) => listed === id);

it("asks once more when ten working days are over, and puts it on the list of the office", async () => {
  noon(dueOn);
  expect(await reminders()).toEqual([]);
  expect(await isListed()).toBe(false);
  noon(addDays(dueOn, 1));
  const [event, ...others] = await reminders();
  expect(event).toMatchObject({ data: { dueOn }, actorRole: "system" });
  expect(others).toEqual([]);
  expect(await isListed()).toBe(true);
  expect(await findImportConfirmation(owner, id)).toMatchObject({
    dueOn,
    overdue: true,
    asked: { recipient: "" },
  });
  await tellPeople(event?.id ?? 0n);
  const mails = await db().mail.findMany({ where: { eventId: event?.id ?? 0n } });
  expect(mails).toMatchObject([{ template: "confirmationReminded", recipient: "kp@example.ae" }]);
  noon(addDays(dueOn, 9));
  expect(await reminders()).toHaveLength(1);
});

it("asks nobody who has confirmed; what differs is listed until it is corrected", async () => {
  const said = await asCertified(id);
  expect(await confirmImport(token, { ...said, seals: false })).toMatchObject({ ok: true });
  const differs = async () =>
    (await listFollowUps(nora)).differences.some(({ id: listed }) => listed === id);
  expect(await differs()).toBe(true);
  expect(await confirmImport(token, said)).toMatchObject({ ok: true });
  expect(await differs()).toBe(false);
  noon(addDays(dueOn, 1));
  expect(await reminders()).toEqual([]);
  expect(await isListed()).toBe(false);
});
