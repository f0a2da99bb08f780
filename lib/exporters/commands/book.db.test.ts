import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { mostEntries, type Keepable } from "@/lib/exporters/book";
import { keepInBook } from "@/lib/exporters/keep-in-book";
import { removeFromBook } from "@/lib/exporters/commands/remove-from-book";
import { findBookEntry, listBook } from "@/lib/exporters/queries/book";
import { goodAnswers, newDraft, newSubmitted, submit } from "@/tests/factories/applications";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";

let exporterId: string;
let owner: ExporterViewer;
beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
});

const facility = (facilityName: string): Keepable => ({
  kind: "facility",
  data: { facilityName, facilityPlace: "Timmins ON" },
});
const keep = (to: string, names: readonly string[], at = new Date()) =>
  transaction((tx) => keepInBook(tx, to, names.map(facility), at));
const namesOf = async (viewer: ExporterViewer, of: string) =>
  (await listBook(viewer, of, "facility")).map((entry) =>
    entry.kind === "facility" ? entry.data.facilityName : "",
  );
const named = (name: string): Answers => {
  const good = goodAnswers();
  const consignee = { ...good.consignee?.consignee, name };
  return { ...good, consignee: { ...good.consignee, consignee } };
};
const consignees = async (viewer: ExporterViewer, of: string) =>
  (await listBook(viewer, of, "consignee")).map((entry) =>
    entry.kind === "consignee" ? entry.data.consignee.name : "",
  );

test("a submission keeps its consignee; the last used is first, and each is there once", async () => {
  await newSubmitted(owner, exporterId, named("First BV"));
  await newSubmitted(owner, exporterId, named("Second BV"));
  expect(await consignees(owner, exporterId)).toEqual(["Second BV", "First BV"]);
  await newSubmitted(owner, exporterId, named("First BV"));
  expect(await consignees(owner, exporterId)).toEqual(["First BV", "Second BV"]);
});

test("a draft and a submission that was refused keep nothing", async () => {
  const other = await newExporter();
  const id = await newDraft(other.owner, other.exporterId, named("Never BV"), []);
  expect(await submit(other.owner, id)).toMatchObject({ ok: false, error: "blocked" });
  expect(await listBook(other.owner, other.exporterId)).toEqual([]);
});

test("many submissions at once keep one entry of what they share", async () => {
  const other = await newExporter();
  const drafts = [];
  for (let i = 0; i < 4; i += 1) {
    drafts.push(await newDraft(other.owner, other.exporterId, named("Shared BV")));
  }
  const results = await Promise.all(drafts.map((id) => submit(other.owner, id)));
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(await consignees(other.owner, other.exporterId)).toEqual(["Shared BV"]);
});

test("the oldest make room, within their kind only", async () => {
  const other = await newExporter();
  await newSubmitted(other.owner, other.exporterId, named("Kept BV"));
  const names = Array.from({ length: mostEntries }, (_, i) => `Plant ${i}`);
  await keep(other.exporterId, names, new Date("2026-01-02"));
  await keep(other.exporterId, ["Old plant"], new Date("2026-01-01"));
  expect(await namesOf(other.owner, other.exporterId)).not.toContain("Old plant");
  await keep(other.exporterId, ["New plant"], new Date("2026-01-03"));
  const kept = await namesOf(other.owner, other.exporterId);
  expect(kept).toHaveLength(mostEntries);
  expect(kept[0]).toBe("New plant");
  expect(await consignees(other.owner, other.exporterId)).toEqual(["Kept BV"]);
});

test("an entry is found for an application of its own profile, by who may see it", async () => {
  await keep(exporterId, ["Plant A"]);
  const [entry] = await listBook(owner, exporterId, "facility");
  const id = entry?.id ?? "";
  const draft = await newDraft(owner, exporterId, {}, []);
  expect(await findBookEntry(owner, draft, id)).toMatchObject({
    kind: "facility",
    data: { facilityName: "Plant A", facilityPlace: "Timmins ON" },
  });
  const other = await newExporter();
  const otherDraft = await newDraft(other.owner, other.exporterId, {}, []);
  expect(await findBookEntry(other.owner, otherDraft, id)).toBeNull();
  expect(await findBookEntry(other.owner, draft, id)).toBeNull();
  expect(await findBookEntry(await newOfficer("reviewer"), draft, id)).toBeNull();
  expect(await findBookEntry(owner, draft, "nonsense")).toBeNull();
  // Somebody who acts for both never takes a name from one client to the other.
  const both = {
    ...owner,
    standings: [...owner.standings, ...other.owner.standings],
  };
  expect(await findBookEntry(both, draft, id)).not.toBeNull();
  expect(await findBookEntry(both, otherDraft, id)).toBeNull();
});

test("who may prepare removes an entry, once; others find none", async () => {
  await keep(exporterId, ["Plant B"]);
  const [entry] = await listBook(owner, exporterId, "facility");
  const id = entry?.id ?? "";
  const other = await newExporter();
  const reader = await newRepresentative(exporterId, ["view"]);
  const notFound = { ok: false, error: "notFound" };
  expect(await listBook(reader, exporterId)).not.toEqual([]);
  expect(await removeFromBook(reader, exporterId, id)).toEqual(notFound);
  expect(await removeFromBook(other.owner, exporterId, id)).toEqual(notFound);
  expect(await removeFromBook(other.owner, other.exporterId, id)).toEqual(notFound);
  expect(await removeFromBook(await newOfficer("reviewer"), exporterId, id)).toEqual(notFound);
  expect(await removeFromBook(owner, exporterId, randomUUID())).toEqual(notFound);
  const ended = await newRepresentative(exporterId);
  await db().mandate.updateMany({
    where: { exporterId, userId: ended.userId },
    data: { permissions: ["view"] },
  });
  expect(await removeFromBook(ended, exporterId, id)).toEqual(notFound);
  const presses = await Promise.all([1, 2, 3].map(() => removeFromBook(owner, exporterId, id)));
  expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await namesOf(owner, exporterId)).not.toContain("Plant B");
  const told = await db().event.findMany({ where: { exporterId, kind: "book.removed" } });
  expect(told).toMatchObject([{ data: { entryId: id, entryKind: "facility" } }]);
});
