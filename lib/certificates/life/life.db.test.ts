import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { isoDate, setClock, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { drawingAnswers } from "@/tests/factories/applications";
import {
  newCertificate,
  newSheet,
  printed,
  sent,
  stampedCopy,
} from "@/tests/factories/certificates";
import { balanceOf, newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";
import { dispatch, noteArrival } from "@/lib/certificates/commands/dispatch";
import { receiveReport, reportExport } from "@/lib/certificates/commands/export-report";
import {
  acceptInvalidation,
  proposeInvalidation,
  refuseInvalidation,
  takeBackInvalidation,
} from "@/lib/certificates/commands/invalidate";
import { recordLoss, stateLoss } from "@/lib/certificates/commands/loss";
import { notePrint } from "@/lib/certificates/commands/print";
import { destroySheets, receiveSheets, spoilSheets } from "@/lib/certificates/commands/sheets";
import { recordNeverExported, surrender } from "@/lib/certificates/commands/surrender";
import { findFollowed } from "@/lib/certificates/life/followed";
import { checkCertificate } from "@/lib/certificates/queries";

let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let marie: OfficerViewer;
let id: string;
let number: string;
let importId: string;

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  [nora, marie] = [await newOfficer("reviewer"), await newOfficer("signatory")];
});
beforeEach(async () => {
  const imported = await newImportCertificate({ exporterId, carats: "50.00" });
  importId = imported.id;
  const answers = drawingAnswers(importId, "20.00");
  ({ certificateId: id, number } = await newCertificate(owner, exporterId, answers));
});
afterEach(() => setClock(null));

const today = () => todayInOttawa();
const remaining = async () => (await balanceOf(importId)).remaining;
const standing = async () => (await findFollowed(db(), nora, id))?.standing;
const publicWord = async () => {
  const row = await db().certificate.findUniqueOrThrow({ where: { id } });
  return checkCertificate(number, row.checkCode);
};
const events = async () =>
  (
    await db().event.findMany({
      where: { certificateId: id, kind: { startsWith: "certificate." } },
      orderBy: { id: "asc" },
    })
  )
    .map(({ kind }) => kind.slice("certificate.".length))
    .filter((kind) => kind !== "issued");
const stateOf = async (sheet: number) =>
  (await db().blankSheet.findUniqueOrThrow({ where: { number: sheet } })).state;
const authority = { authority: "Kimberley Process Office", recipient: "kp@example.ae" };
const reason = "The mass was mistaken.";
const outsiders = async () =>
  Promise.all([newOfficer("administrator"), newOfficer("auditor"), newOfficer()]);
const expire = async () => {
  const { expiresAt } = await db().certificate.findUniqueOrThrow({ where: { id } });
  setClock(expiresAt);
};
async function report(on = today()) {
  if ((await db().document.count({ where: { certificateId: id } })) === 0) {
    await stampedCopy(owner, id);
  }
  return reportExport(owner, id, { on, seen: "" });
}

describe("blank sheets", () => {
  it("are received once, and every number is accounted for", async () => {
    const first = 60_000_000 + Math.floor(Math.random() * 9_000) * 1_000;
    const range = { first, last: first + 9 };
    expect(await receiveSheets(nora, range)).toEqual({ ok: true });
    expect(await receiveSheets(marie, { first: first + 9, last: first + 12 })).toMatchObject({
      error: "sheet",
    });
    expect(await spoilSheets(nora, { first, last: first + 1, reason: "Wet." })).toEqual({
      ok: true,
    });
    expect(
      await destroySheets(nora, { first, last: first + 2, reason: "Shredded." }),
    ).toMatchObject({ error: "sheet" });
    expect(await destroySheets(nora, { first, last: first + 1, reason: "Shredded." })).toEqual({
      ok: true,
    });
    expect(await notePrint(nora, id, { sheet: first })).toMatchObject({ error: "sheet" });
    const sheets = await db().blankSheet.groupBy({
      by: ["state"],
      where: { number: { gte: first, lte: first + 9 } },
      _count: true,
      orderBy: { state: "asc" },
    });
    expect(sheets.map(({ state, _count }) => [state, _count])).toEqual([
      ["stock", 8],
      ["destroyed", 2],
    ]);
  });

  it("are for reviewers and signatories", async () => {
    for (const officer of await outsiders()) {
      expect(await receiveSheets(officer, { first: 1, last: 2 })).toMatchObject({
        error: "notAllowed",
      });
    }
  });

  it("bear one certificate each, whoever prints at the same moment", async () => {
    const sheet = await newSheet();
    const other = await newCertificate(owner, exporterId);
    const presses = await Promise.all([
      notePrint(nora, id, { sheet }),
      notePrint(marie, other.certificateId, { sheet }),
    ]);
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().certificateStep.count({ where: { sheet } })).toBe(1);
  });
});

describe("print and post", () => {
  it("count the copies; printed again, the sheet before is spoiled with the reason", async () => {
    const first = await printed(nora, id);
    const second = await newSheet();
    expect(await notePrint(nora, id, { sheet: second })).toMatchObject({ error: "reason" });
    expect(await notePrint(nora, id, { sheet: second, reason: "Jam." })).toEqual({ ok: true });
    expect([await stateOf(first), await stateOf(second)]).toEqual(["spoiled", "printed"]);
    const steps = await db().certificateStep.findMany({ where: { certificateId: id } });
    expect(steps).toMatchObject([
      { copy: 1, sheet: first, words: null },
      { copy: 2, sheet: second, words: "Jam." },
    ]);
    expect(await spoilSheets(nora, { first: second, last: second, reason: "Wet." })).toEqual({
      ok: true,
    });
    const post = { on: today(), carrier: "Purolator" };
    expect(await dispatch(nora, id, post)).toMatchObject({ error: "notPossible" });
  });

  it("go to the address of the application, and back", async () => {
    expect(await dispatch(nora, id, { on: today(), carrier: "P" })).toMatchObject({
      error: "notPossible",
    });
    const sheet = await printed(nora, id);
    for (const on of [addDays(today(), -1), addDays(today(), 1)]) {
      expect(await dispatch(nora, id, { on, carrier: "P" })).toMatchObject({ error: "day" });
    }
    const post = { on: today(), carrier: "Purolator", tracking: "3391 5520 118" };
    expect(await dispatch(nora, id, post)).toEqual({ ok: true });
    const step = await db().certificateStep.findFirstOrThrow({
      where: { certificateId: id, kind: "dispatched" },
    });
    expect(step).toMatchObject({ carrier: "Purolator", tracking: "3391 5520 118" });
    expect(step.address).toMatch(/^.+\n.+\nCanada$/s);
    expect(await dispatch(nora, id, post)).toMatchObject({ error: "notPossible" });
    const range = { first: sheet, last: sheet, reason: "Gone." };
    expect(await spoilSheets(nora, range)).toMatchObject({ error: "sheet" });
    expect(await noteArrival(nora, id, "delivered", today())).toEqual({ ok: true });
    expect(await noteArrival(nora, id, "delivered", today())).toMatchObject({
      error: "notPossible",
    });
    expect(await noteArrival(nora, id, "returned", today())).toEqual({ ok: true });
    const again = await newSheet();
    expect(await notePrint(nora, id, { sheet: again, reason: "Coffee." })).toEqual({ ok: true });
    expect(await dispatch(nora, id, post)).toEqual({ ok: true });
    expect(await events()).toEqual([
      "printed",
      "dispatched",
      "delivered",
      "returned",
      "printed",
      "dispatched",
    ]);
  });

  it("are of the office, without those of the profile", async () => {
    const member = await newOfficer("reviewer");
    await db().mandate.create({ data: { exporterId, userId: member.userId, kind: "owner" } });
    const sheet = await newSheet();
    expect(await notePrint(member, id, { sheet })).toMatchObject({ error: "ownProfile" });
    for (const officer of await outsiders()) {
      expect(await notePrint(officer, id, { sheet })).toMatchObject({ error: "notAllowed" });
      expect(await noteArrival(officer, id, "returned", today())).toMatchObject({
        error: "notAllowed",
      });
    }
    const pretender = { ...(await newOfficer("auditor")), roles: ["reviewer"] as const };
    expect(await notePrint(pretender, id, { sheet })).toMatchObject({ ok: false });
    expect(await stateOf(sheet)).toBe("stock");
  });
});

describe("the export report", () => {
  it("is an advance copy until the office has the paper; only that ends the duty", async () => {
    expect(await reportExport(owner, id, { on: today(), seen: "" })).toMatchObject({
      error: "noCopy",
    });
    for (const on of [addDays(today(), -1), addDays(today(), 1)]) {
      expect(await report(on)).toMatchObject({ error: "day" });
    }
    expect(await report()).toEqual({ ok: true });
    expect(await standing()).toBe("exported");
    expect(await publicWord()).toBe("valid");
    expect(await reportExport(owner, id, { on: today(), seen: "" })).toMatchObject({
      error: "seenNewer",
    });
    expect(await reportExport(owner, id, { on: today(), seen: today() })).toEqual({ ok: true });
    const paper = { on: today(), exportedOn: today() };
    const received = await Promise.all([
      receiveReport(nora, id, paper),
      receiveReport(marie, id, paper),
    ]);
    expect(received.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reportExport(owner, id, { on: today(), seen: today() })).toMatchObject({
      error: "notPossible",
    });
    expect(await events()).toEqual(["exported", "exported", "reportReceived"]);
    expect(await remaining()).toBe("30.00");
  });

  it("may come on paper alone, with the day that the paper says", async () => {
    expect(
      await receiveReport(nora, id, { on: today(), exportedOn: addDays(today(), 61) }),
    ).toMatchObject({ error: "exportDay" });
    expect(await receiveReport(nora, id, { on: today(), exportedOn: today() })).toEqual({
      ok: true,
    });
    expect(await events()).toEqual(["exported", "reportReceived"]);
    expect(await surrender(nora, id)).toMatchObject({ error: "notPossible" });
  });

  it("is made by whoever may submit for the exporter", async () => {
    const [preparer, submitter] = [
      await newRepresentative(exporterId, ["view", "prepare"]),
      await newRepresentative(exporterId, ["view", "prepare", "submit"]),
    ];
    const stranger = (await newExporter()).owner;
    await stampedCopy(submitter, id);
    const said = { on: today(), seen: "" };
    expect(await reportExport(stranger, id, said)).toMatchObject({ error: "notFound" });
    expect(await reportExport(preparer, id, said)).toMatchObject({ error: "notFound" });
    expect(await reportExport(submitter, id, said)).toEqual({ ok: true });
  });
});

describe("what takes a right away", () => {
  const propose = () => proposeInvalidation(nora, id, { reason, ...authority });
  const open = async () =>
    (await db().invalidationProposal.findFirst({ where: { certificateId: id, outcome: null } }))
      ?.id ?? "";

  it("needs two people: one proposes, a signatory who is another decides", async () => {
    const both = await newOfficer("reviewer", "signatory");
    expect(await proposeInvalidation(both, id, { reason, ...authority })).toEqual({ ok: true });
    expect(await propose()).toMatchObject({ error: "alreadyOpen" });
    const proposal = await open();
    expect(await acceptInvalidation(both, id, proposal)).toMatchObject({ error: "ownProposal" });
    expect(await acceptInvalidation(nora, id, proposal)).toMatchObject({ error: "notAllowed" });
    const long = { ...marie, authenticatedAt: new Date(0) };
    expect(await acceptInvalidation(long, id, proposal)).toMatchObject({ error: "stepUp" });
    expect(await publicWord()).toBe("valid");
    const decisions = await Promise.all([
      acceptInvalidation(marie, id, proposal),
      acceptInvalidation(await newOfficer("signatory"), id, proposal),
      refuseInvalidation(await newOfficer("signatory"), id, proposal, "No."),
      takeBackInvalidation(both, id, proposal),
    ]);
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("invalidates at once; the carats stay until it is known that the stones never left", async () => {
    await propose();
    expect(await acceptInvalidation(marie, id, await open())).toEqual({ ok: true });
    expect(await publicWord()).toBe("invalidated");
    expect(await remaining()).toBe("30.00");
    expect(await propose()).toMatchObject({ error: "notPossible" });
    expect(await surrender(nora, id)).toMatchObject({ error: "notPossible" });
    expect(await recordNeverExported(nora, id, "Seen in the vault.")).toEqual({ ok: true });
    expect(await recordNeverExported(nora, id, "Again.")).toMatchObject({ error: "notPossible" });
    expect(await remaining()).toBe("50.00");
    expect(await events()).toEqual(["invalidationProposed", "invalidated", "neverExported"]);
  });

  it("is refused with words, or taken back by who proposed it", async () => {
    await propose();
    expect(await refuseInvalidation(marie, id, await open(), "The mass is right.")).toEqual({
      ok: true,
    });
    await propose();
    expect(await takeBackInvalidation(marie, id, await open())).toMatchObject({
      error: "notOwnProposal",
    });
    expect(await takeBackInvalidation(nora, id, await open())).toEqual({ ok: true });
    expect(await acceptInvalidation(marie, id, randomUUID())).toMatchObject({ error: "noneOpen" });
    expect(await standing()).toBe("live");
  });
});

describe("a certificate that was not used", () => {
  it("is surrendered with its paper, and the carats go back", async () => {
    await sent(nora, id);
    expect(await surrender(nora, id)).toMatchObject({ error: "notPossible" });
    expect(await noteArrival(nora, id, "returned", today())).toEqual({ ok: true });
    const both = await Promise.all([surrender(nora, id), surrender(marie, id, "By courier.")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await standing(), await publicWord(), await remaining()]).toEqual([
      "surrendered",
      "surrendered",
      "50.00",
    ]);
    const sheet = await db().blankSheet.findFirstOrThrow({ where: { certificateId: id } });
    const range = { first: sheet.number, last: sheet.number, reason: "Shredded." };
    expect(await destroySheets(nora, range)).toEqual({ ok: true });
    await expect(stampedCopy(owner, id)).rejects.toThrow("locked");
  });

  it("is stated lost by the exporter, and recorded by the office", async () => {
    const statement = { on: today(), words: "The courier was robbed." };
    expect(await stateLoss((await newExporter()).owner, id, statement)).toMatchObject({
      error: "notFound",
    });
    expect(await stateLoss(owner, id, statement)).toEqual({ ok: true });
    expect(await stateLoss(owner, id, statement)).toMatchObject({ error: "notPossible" });
    expect(await publicWord()).toBe("valid");
    expect(await recordLoss(nora, id, { words: "Police file 12.", ...authority })).toEqual({
      ok: true,
    });
    expect([await standing(), await publicWord(), await remaining()]).toEqual([
      "lost",
      "lost",
      "30.00",
    ]);
    expect(await surrender(nora, id)).toMatchObject({ error: "notPossible" });
    expect(await recordNeverExported(nora, id, "In the vault.")).toEqual({ ok: true });
    expect(await remaining()).toBe("50.00");
    expect(await events()).toEqual(["lossStated", "lost", "neverExported"]);
  });

  it("expires; its carats go back once it is known that the stones never left", async () => {
    expect(await recordNeverExported(nora, id, "In the vault.")).toMatchObject({
      error: "notPossible",
    });
    await expire();
    expect([await standing(), await publicWord()]).toEqual(["expired", "expired"]);
    expect(await notePrint(nora, id, { sheet: await newSheet() })).toMatchObject({
      error: "notPossible",
    });
    expect(await recordNeverExported(nora, id, "In the vault.")).toEqual({ ok: true });
    expect(await remaining()).toBe("50.00");
    expect(await reportExport(owner, id, { on: today(), seen: "" })).toMatchObject({
      error: "notPossible",
    });
  });

  it("is reported late with a day on which it was valid", async () => {
    const { expiresOn } = await db().certificate.findUniqueOrThrow({ where: { id } });
    await expire();
    setClock(new Date(Date.now() + 70 * 86_400_000));
    expect(await report(addDays(isoDate(expiresOn), 1))).toMatchObject({ error: "day" });
    expect(await reportExport(owner, id, { on: isoDate(expiresOn), seen: "" })).toEqual({
      ok: true,
    });
    expect(await publicWord()).toBe("expired");
  });
});
