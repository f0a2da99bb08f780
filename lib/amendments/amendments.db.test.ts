import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { confirmChange, refuseChange, takeBackChange } from "@/lib/amendments/commands/decide";
import { proposeEnd, proposeNew, proposeRows, switchOff } from "@/lib/amendments/commands/propose";
import { findChange } from "@/lib/amendments/queries/find-change";
import { findRow } from "@/lib/amendments/queries/find-row";
import { listKindRows } from "@/lib/amendments/queries/list-kind";
import { listKinds, listOpenChanges } from "@/lib/amendments/queries/overview";
import { listRows, listRowsOn } from "@/lib/amendments/queries/rows";
import { checkApplication } from "@/lib/applications/queries/check";
import { findReferenceChange } from "@/lib/applications/queries/reference-change";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { setClock, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { tellPeople } from "@/lib/jobs/tell-people";
import { destinationsOn } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";
import { runSeed } from "@/scripts/stack/seed";
import { goodAnswers, newDraft, newSubmitted } from "@/tests/factories/applications";
import {
  newExporter,
  newOfficer,
  newRepresentative,
  officerViewer,
} from "@/tests/factories/people";
import {
  addedRow,
  changedRow,
  participant,
  proposedChange,
  rowOf,
  why,
} from "@/tests/factories/reference";

let ava: OfficerViewer;
let bea: OfficerViewer;
beforeAll(async () => {
  ava = await newOfficer("administrator");
  bea = await newOfficer("administrator");
});
afterEach(() => setClock(null));

const answersTo = (destination: string) => {
  const good = goodAnswers();
  return {
    ...good,
    consignee: {
      destination,
      consignee: { ...good.consignee?.consignee, country: destination },
    },
  };
};
const rulesFound = async (...[viewer, id]: Parameters<typeof checkApplication>) =>
  new Set((await checkApplication(viewer, id))?.map(({ messageKey }) => messageKey));
const eventsOf = async (changeId: string) =>
  (
    await db().event.findMany({
      where: { data: { path: ["changeId"], equals: changeId } },
      orderBy: { id: "asc" },
    })
  ).map(({ kind }) => kind);

describe("a change", () => {
  it("changes nothing before another administrator confirms it, and everything then", async () => {
    await addedRow("participants", participant("QZ"));
    const changeId = await proposedChange(ava, "participants", "QZ", { nameEn: "Other" });
    expect(await rowOf("participants", "QZ")).toMatchObject({ nameEn: "Land QZ" });
    expect(await confirmChange(ava, changeId)).toEqual({ ok: false, error: "ownProposal" });
    expect(await confirmChange(await newOfficer("reviewer"), changeId)).toMatchObject({
      error: "notAllowed",
    });
    const old = await officerViewer(bea.userId, new Date(Date.now() - 86_400_000));
    expect(await confirmChange(old, changeId)).toEqual({ ok: false, error: "stepUp" });
    expect(await takeBackChange(bea, changeId)).toMatchObject({ error: "notOwnProposal" });
    const outcomes = await Promise.all([
      confirmChange(bea, changeId),
      refuseChange(bea, changeId, "No."),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: "decided" });
    const confirmed = outcomes[0].ok;
    expect(await rowOf("participants", "QZ")).toMatchObject({
      nameEn: confirmed ? "Other" : "Land QZ",
    });
    const decided = confirmed ? "reference.confirmed" : "reference.refused";
    expect(await eventsOf(changeId)).toEqual(["reference.proposed", decided]);
  });

  it("is taken back by whoever proposed it, and refused with a reason", async () => {
    const first = await proposedChange(ava, "participants", "QZ", { note: "One" });
    expect(await takeBackChange(ava, first)).toMatchObject({ ok: true });
    const second = await proposedChange(ava, "participants", "QZ", { note: "Two" });
    expect(await refuseChange(bea, second, "The order says otherwise.")).toMatchObject({
      ok: true,
    });
    expect(await rowOf("participants", "QZ")).toMatchObject({ note: null });
    const found = await findRow(ava, "participants", "QZ", todayInOttawa());
    expect(found?.history.slice(0, 2).map(({ outcome, answer }) => [outcome, answer])).toEqual([
      ["refused", "The order says otherwise."],
      ["taken_back", null],
    ]);
  });

  it("waits alone for its row, and is not of a row that has changed since", async () => {
    const changeId = await proposedChange(ava, "participants", "QZ", { note: "First" });
    await expect(proposedChange(bea, "participants", "QZ", { note: "Next" })).rejects.toThrow(
      "reference.open",
    );
    expect((await listOpenChanges(bea)).map(({ id }) => id)).toEqual([changeId]);
    const [open] = (await listKinds(bea)).filter(({ kind }) => kind === "participants");
    expect(open).toMatchObject({ waiting: 1, last: { by: expect.any(String) as string } });
    await confirmChange(bea, changeId);
    expect(await proposeNew(ava, "participants", participant("QZ"), why)).toMatchObject({
      error: "exists",
    });
    expect(
      await proposeNew(ava, "countries", { ...participant("QC"), participant: "ZZ" }, why),
    ).toMatchObject({ error: "wrongRows", troubles: [{ field: "participant" }] });
    expect(
      await proposeEnd(ava, "mines", "EKATI", { ...why, lastDay: "2026-12-31" }),
    ).toMatchObject({
      error: "notFound",
    });
  });
});

describe("the day from which a change holds", () => {
  it("is Ottawa's, to the minute, for the rules and for whoever looks at another day", async () => {
    await addedRow("participants", participant("QB"));
    const { exporterId, owner } = await newExporter();
    const draft = await newDraft(owner, exporterId, answersTo("QB"));
    await changedRow(
      "participants",
      "QB",
      { scheduleTo: "2026-12-31" },
      { effectiveFrom: "2027-01-01" },
    );
    await changedRow(
      "mines",
      "EKATI",
      { status: "closed", closed: "2027" },
      { effectiveFrom: "2027-01-01" },
    );
    await changedRow(
      "subheadings",
      "7102.10",
      { roughDiamond: "false" },
      { effectiveFrom: "2027-01-01" },
    );

    // One minute before midnight in Ottawa, and midnight: 05:00 in Greenwich.
    setClock(new Date("2027-01-01T04:59:00Z"));
    expect(todayInOttawa()).toBe("2026-12-31");
    expect(await rulesFound(owner, draft)).not.toContain("R05.notOnSchedule");
    setClock(new Date("2027-01-01T05:00:00Z"));
    expect(await rulesFound(owner, draft)).toContain("R05.notOnSchedule");

    for (const [day, listed, status, rough] of [
      ["2026-12-31", true, "operating", true],
      ["2027-01-01", false, "closed", false],
    ] as const) {
      const reference = await getReference(day);
      const codes = destinationsOn(reference, day).map(({ code }) => code);
      expect(codes.includes("QB")).toBe(listed);
      expect(reference.mines.find(({ code }) => code === "EKATI")?.status).toBe(status);
      const subheading = reference.subheadings.find(({ code }) => code === "7102.10");
      expect(subheading?.roughDiamond).toBe(rough);
      expect((await listRowsOn("mines", day)).get("EKATI")).toMatchObject({ status });
      const rows = await listKindRows(ava, "participants", {
        on: day,
        text: "land qb",
        locale: "en",
      });
      expect(rows.map(({ stands }) => stands)).toEqual([listed ? "holds" : "ended"]);
    }
    expect(
      await proposeEnd(ava, "participants", "QB", { ...why, lastDay: "2026-11-01" }),
    ).toMatchObject({ error: "wrongRows", troubles: [{ key: "reference.order" }] });
  });

  it("is that of a prohibition, a band, a requirement and a country too", async () => {
    await addedRow("participants", participant("QD"));
    const { exporterId, owner } = await newExporter();
    const draft = await newDraft(owner, exporterId, answersTo("QD"));
    const subheading = goodAnswers().goods?.hsLines?.[0]?.subheading ?? "";
    const basis = { basisEn: "SOR/2026-9", basisFr: "DORS/2026-9" };
    await addedRow("sanctions", {
      id: "QD-1",
      destination: "QD",
      subheading,
      ...basis,
      validFrom: "2027-02-01",
      validTo: null,
      liftedByPermit: "true",
    });
    await addedRow(
      "mines",
      { ...(await rowOf("mines", "DIAVIK")), code: "NEW_MINE", nameEn: "New", nameFr: "Neuve" },
      { effectiveFrom: "2027-02-01" },
    );
    await changedRow(
      "priceBands",
      "EKATI-7102.10",
      { high: "500.00" },
      { effectiveFrom: "2027-02-01" },
    );
    await changedRow("countries", "BE", { nameEn: "Kingdom" }, { effectiveFrom: "2027-02-01" });
    await changedRow(
      "documentRequirements",
      "imported-invoice",
      { nameEn: "a bill" },
      { effectiveFrom: "2027-02-01" },
    );
    for (const [day, found] of [
      ["2027-01-31", false],
      ["2027-02-01", true],
    ] as const) {
      setClock(new Date(`${day}T17:00:00Z`));
      expect((await rulesFound(owner, draft)).has("R07.prohibited")).toBe(found);
      const reference = await getReference(day);
      expect(reference.mines.some(({ code }) => code === "NEW_MINE")).toBe(found);
      const band = reference.priceBands.find(({ id }) => id === "EKATI-7102.10");
      expect(band?.high).toBe(found ? "500.00" : "400.00");
      const belgium = reference.countries.find(({ code }) => code === "BE");
      expect(belgium).toEqual({
        code: "BE",
        nameEn: found ? "Kingdom" : "Belgium",
        nameFr: "Belgique",
        participant: "EU",
      });
      const invoice = reference.documentRequirements.find(({ id }) => id === "imported-invoice");
      expect(invoice?.nameEn).toBe(found ? "a bill" : "the invoice");
    }
  });
});

describe("open files", () => {
  it("are counted before a change is confirmed, and their people told when it is", async () => {
    await addedRow("participants", participant("QE"));
    const { exporterId, owner } = await newExporter();
    const helper = await newRepresentative(exporterId);
    const draft = await newDraft(owner, exporterId, answersTo("QE"));
    const submitted = await newSubmitted(owner, exporterId, answersTo("QE"));
    const elsewhere = await newDraft(owner, exporterId);
    const changeId = await proposedChange(ava, "participants", "QE", { scheduleTo: "2027-03-01" });
    expect(await findReferenceChange(owner, draft)).toBeNull();
    const shown = await findChange(await newOfficer("auditor"), changeId);
    expect(shown).toMatchObject({ drafts: 1, submitted: [{ id: submitted }] });
    await confirmChange(bea, changeId);

    for (const id of [draft, submitted]) {
      expect(await findReferenceChange(owner, id)).toMatchObject({ changeId });
      const event = await db().event.findFirstOrThrow({
        where: { applicationId: id, kind: "application.referenceChanged" },
      });
      await tellPeople(event.id);
      await tellPeople(event.id);
      const mails = await db().mail.findMany({ where: { eventId: event.id } });
      const people = await db().user.findMany({
        where: { id: { in: [owner.userId, helper.userId] } },
      });
      expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
        people.map(({ email }) => email).sort(),
      );
      expect(mails[0]).toMatchObject({
        template: "referenceChanged",
        data: { referenceKind: "participants" },
      });
    }
    expect(await findReferenceChange(owner, elsewhere)).toBeNull();
    // Nobody is told of another name.
    const named = await changedRow("participants", "QE", { nameFr: "Autre" });
    expect(await eventsOf(named)).toEqual(["reference.proposed", "reference.confirmed"]);
  });
});

describe("a participant that an order takes off the Schedule", () => {
  it("is off at once on one administrator's word, told to open files, and back when refused", async () => {
    await addedRow("participants", participant("QF"));
    const { exporterId, owner } = await newExporter();
    const draft = await newDraft(owner, exporterId, answersTo("QF"));
    // What waits does not hold it up.
    await proposedChange(bea, "participants", "QF", { note: "waits" });
    const today = todayInOttawa();
    const order = { order: "SOR/2026-500", registeredOn: today, reason: "Registered today." };
    const auditor = await newOfficer("auditor");
    expect(await switchOff(auditor, "QF", order)).toMatchObject({ error: "notAllowed" });
    expect(await switchOff(ava, "QF", { ...order, registeredOn: "2999-01-01" })).toMatchObject({
      error: "registeredLater",
    });
    const off = await switchOff(ava, "QF", order);
    if (!off.ok) throw new Error(JSON.stringify(off));
    const { changeId } = off.value;
    expect(await rulesFound(owner, draft)).toContain("R05.notOnSchedule");
    expect(await findReferenceChange(owner, draft)).toMatchObject({ changeId, from: today });
    expect(await eventsOf(changeId)).toEqual([
      "reference.proposed",
      "application.referenceChanged",
    ]);
    expect(await takeBackChange(ava, changeId)).toMatchObject({ error: "holdsAlready" });
    expect(await confirmChange(ava, changeId)).toMatchObject({ error: "ownProposal" });
    expect(await switchOff(bea, "QF", order)).toMatchObject({ error: "alreadyOff" });

    expect(await refuseChange(bea, changeId, "Another country.")).toMatchObject({ ok: true });
    expect(await rulesFound(owner, draft)).not.toContain("R05.notOnSchedule");
    expect(await rowOf("participants", "QF")).toMatchObject({ scheduleTo: null });
    expect((await eventsOf(changeId)).slice(2)).toEqual([
      "reference.refused",
      "application.referenceChanged",
    ]);

    const again = await switchOff(ava, "QF", order);
    if (!again.ok) throw new Error(JSON.stringify(again));
    expect(await confirmChange(bea, again.value.changeId)).toMatchObject({ ok: true });
    expect(await rulesFound(owner, draft)).toContain("R05.notOnSchedule");
  });
});

describe("the reference files", () => {
  const owner = process.env["DATABASE_OWNER_URL"] ?? "";
  const load = () =>
    runSeed("prisma/seed/reference.ts", { DATABASE_URL: owner, DATABASE_OWNER_URL: owner }, {});

  it("leave alone what administrators have changed", async () => {
    await changedRow("participants", "AO", { note: "Kept by the office." });
    const fra = await proposedChange(ava, "participants", "AM", { note: "Refused." });
    await refuseChange(bea, fra, "No.");
    await load();
    expect(await rowOf("participants", "AO")).toMatchObject({ note: "Kept by the office." });
    expect(await rowOf("participants", "AM")).toMatchObject({ note: null });
    expect((await listRows("priceBands")).get("EKATI-7102.10")).toMatchObject({ high: "500.00" });
  });
});

describe("a file of a thousand rows", () => {
  it("is proposed as one change and confirmed as one", async () => {
    const rows = Array.from({ length: 1000 }, (_, n) => ({
      id: `bulk-${n}`,
      nameEn: `Stones ${n}`,
      nameFr: `Pierres ${n}`,
      mine: null,
      category: "exploration",
      subheading: null,
      low: "1.00",
      high: `${n + 2}.00`,
      basisEn: "estimate",
      basisFr: "estimation",
      validFrom: "2027-05-01",
      validTo: null,
    }));
    const proposed = await proposeRows(ava, "priceBands", rows, why);
    if (!proposed.ok) throw new Error(JSON.stringify(proposed));
    const { changeId } = proposed.value;
    expect((await listRows("priceBands")).has("bulk-999")).toBe(false);
    expect(await confirmChange(bea, changeId)).toMatchObject({ ok: true });
    expect((await listRows("priceBands")).get("bulk-999")).toEqual(rows[999]);
    expect(await proposeRows(ava, "priceBands", rows, why)).toMatchObject({ error: "unchanged" });
    const wrong = [...rows.slice(0, 2), { ...rows[2], id: "bulk-x", mine: "NOWHERE" }];
    expect(await proposeRows(ava, "priceBands", wrong, why)).toMatchObject({ error: "wrongRows" });
  });
});
