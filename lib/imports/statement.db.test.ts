import { beforeAll, describe, expect, it } from "vitest";
import { pullBack } from "@/lib/applications/commands/withdraw";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { claim } from "@/lib/reviews/commands/claim";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { drawingAnswers, newSubmitted } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { findStatement, findWholeStatement } from "./queries/statement";
import { statementFilter } from "./statement";

const all = statementFilter.parse({});
let owner: ExporterViewer;
let officer: OfficerViewer;
let exporterId: string;

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  officer = await newOfficer("reviewer");
});

async function read(viewer: ExporterViewer | OfficerViewer, id: string, filter = all) {
  const statement = await findStatement(viewer, id, filter);
  if (!statement) throw new Error("no statement");
  return statement;
}

describe("a statement", () => {
  let id: string;
  let signatory: string;

  beforeAll(async () => {
    ({ id } = await newImportCertificate({ exporterId, carats: "100.00" }));
    const submit = (carats: string) => newSubmitted(owner, exporterId, drawingAnswers(id, carats));
    const issued = await issueSubmitted(await submit("40.00"));
    signatory = issued.signatory.name;
    await pullBack(owner, await submit("10.50"));
    const returned = await submit("20.25");
    await claim(officer, returned);
    const notice = {
      requests: [{ section: "goods" as const, reason: "One seal is missing." }],
      dueOn: addDays(todayInOttawa(), 9),
    };
    expect(await returnForChanges(officer, returned, notice)).toMatchObject({ ok: true });
  });

  it("has every movement in order with what was left after it, in carats and US dollars", async () => {
    const { entries } = await read(officer, id);
    expect(
      entries.map(({ kind, moved, left }) => [kind, moved.carats, left.carats, left.usd]),
    ).toEqual([
      ["registered", "100.00", "100.00", "80000.00"],
      ["reserved", "-40.00", "60.00", "48000.00"],
      ["consumed", "0.00", "60.00", "48000.00"],
      ["reserved", "-10.50", "49.50", "39600.00"],
      ["released", "10.50", "60.00", "48000.00"],
      ["reserved", "-20.25", "39.75", "31800.00"],
    ]);
    expect(entries[2]?.spent).toEqual({ carats: "40.00", usd: "32000.00" });
    expect(entries[4]).toMatchObject({ reason: "pulledBack", by: [owner.name] });
    expect(entries.map(({ held }) => held)).toEqual([null, null, null, null, null, "returned"]);
  });

  it("adds up at its head", async () => {
    const { registered, exported, held, left, steps } = await read(officer, id);
    expect(registered).toEqual({ carats: "100.00", usd: "80000.00" });
    expect(exported).toEqual({ carats: "40.00", usd: "32000.00", certificates: 1 });
    expect(held).toEqual({ carats: "20.25", usd: "16200.00", applications: 1 });
    expect(left).toEqual({ carats: "39.75", usd: "31800.00" });
    expect(steps.map((step) => step.left).at(-1)).toBe(left.carats);
  });

  it("opens to officers what is their business only, and names officers to officers only", async () => {
    const asked = await read(officer, id);
    expect(asked.entries.map(({ application }) => application?.open)).toEqual([
      undefined,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(asked.entries[2]?.by).toEqual([signatory]);
    expect(asked.entries[2]?.certificate?.number).toMatch(/^CA\d{8}$/);
    const own = await read(owner, id);
    expect(own.entries[0]?.by).toBeNull();
    expect(own.entries[2]?.by).toBeNull();
    expect(own.entries[1]?.by).toEqual([owner.name]);
    expect(own.entries[3]?.application?.open).toBe(true);
    expect(JSON.stringify(own)).not.toContain(signatory);
  });

  it("is narrowed to a kind without another balance", async () => {
    const { entries, count } = await read(officer, id, statementFilter.parse({ kind: "released" }));
    expect(count).toBe(1);
    expect(entries.map(({ left }) => left.carats)).toEqual(["60.00"]);
  });

  it("is nobody else's", async () => {
    const other = await newExporter();
    expect(await findStatement(other.owner, id, all)).toBeNull();
    expect(await findWholeStatement(other.owner, id, "", 10)).toBeNull();
    expect(await findStatement(officer, "not an id", all)).toBeNull();
  });
});

it("has its newest entries on the last of its pages, and brings the balance forward", async () => {
  const { id } = await newImportCertificate({ exporterId, carats: "100.00", remaining: "90.00" });
  const hold = await db().importHold.findFirstOrThrow({ where: { importCertificateId: id } });
  const entry = {
    importCertificateId: id,
    applicationId: hold.applicationId,
    actorId: owner.userId,
  };
  for (let n = 0; n < 60; n += 1) {
    const kind = n % 2 ? ("released" as const) : ("reserved" as const);
    await db().ledgerEntry.create({ data: { ...entry, kind, carats: "1.01", valueUsd: "-3.00" } });
  }
  const last = await read(officer, id);
  expect(last).toMatchObject({ page: 2, pages: 2, count: 62 });
  expect(last.entries).toHaveLength(12);
  expect(last.broughtForward).toEqual({ carats: "90.00", usd: "72000.00" });
  const first = await read(officer, id, statementFilter.parse({ page: "1" }));
  expect(first.entries.at(-1)?.left).toEqual(last.broughtForward);
  expect(first.broughtForward).toBeNull();
  expect((await read(officer, id, statementFilter.parse({ page: "99" }))).page).toBe(2);
  // A value that moves against its carats is an entry of its own sign.
  expect(last.entries[0]?.moved).toEqual({ carats: "-1.01", usd: "3.00" });
  const whole = await findWholeStatement(owner, id, "", 61);
  expect(whole).toMatchObject({ cut: true });
  expect(whole?.entries).toHaveLength(61);
});
