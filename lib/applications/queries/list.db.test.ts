import { beforeAll, expect, it } from "vitest";
import { cancelApplication } from "@/lib/applications/commands/withdraw";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { newDraft, newSubmitted } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { listApplications, type ListView } from "./list";

let owner: ExporterViewer;
let exporterId: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  ids["issued"] = await newSubmitted(owner, exporterId);
  await issueSubmitted(ids["issued"]);
  ids["cancelled"] = await newDraft(owner, exporterId, {}, []);
  await cancelApplication(owner, ids["cancelled"]);
  ids["submitted"] = await newSubmitted(owner, exporterId);
  ids["draft"] = await newDraft(owner, exporterId, undefined, []);
});

it.each([
  ["all", ["draft", "submitted", "cancelled", "issued"]],
  ["pending", ["draft"]],
  ["submitted", ["submitted"]],
  ["completed", ["issued"]],
  ["cancelled", ["cancelled"]],
] satisfies [ListView, string[]][])("shows %s: %j", async (view, names) => {
  const { rows, next } = await listApplications(owner, { view });
  expect(rows.map(({ id }) => id)).toEqual(names.map((name) => ids[name]));
  expect(next).toBeNull();
});

it("sums up a draft from its answers and the others from what was submitted", async () => {
  const { rows } = await listApplications(owner, { view: "all" });
  const facts = { destination: "AE", carats: "2917.23", valueUsd: "1764284.35" };
  expect(rows[0]).toMatchObject({ ...facts, number: null });
  expect(rows[1]).toMatchObject(facts);
  expect(rows[2]).toMatchObject({ destination: null, carats: null });
  expect(rows[3]?.certificate?.number).toMatch(/^CA\d{8}$/);
});

it("shows the office what was submitted and nothing that never was", async () => {
  const officer = await newOfficer("reviewer");
  const { rows } = await listApplications(officer, { view: "all" });
  expect(rows.map(({ id }) => id)).toEqual([ids["submitted"], ids["issued"]]);
});

it("goes through 60 applications of the same instant, each once", async () => {
  const other = await newExporter();
  const updatedAt = new Date("2026-11-01T12:00:00Z");
  await db().application.createMany({
    data: Array.from({ length: 60 }, () => ({
      exporterId: other.exporterId,
      answers: {},
      creationToken: crypto.randomUUID(),
      createdById: other.owner.userId,
      updatedAt,
    })),
  });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await listApplications(other.owner, { view: "all", ...(after ? { after } : {}) });
    seen.push(...page.rows.map(({ id }) => id));
    expect(page.rows.length).toBeLessThanOrEqual(25);
    after = page.next;
  } while (after);
  expect(seen).toHaveLength(60);
  expect(new Set(seen).size).toBe(60);
});

it("shows the first page where the cursor was tampered with", async () => {
  const first = await listApplications(owner, { view: "all" });
  for (const after of [
    "x",
    "zzzzzzzzzzzzzzzz.x",
    "1.1",
    "'; DROP",
    "-1.0a0e5c1e-0000-4000-8000-000000000001",
    `${(8.64e15).toString(36)}.0a0e5c1e-0000-4000-8000-000000000001`,
  ]) {
    const page = await listApplications(owner, { view: "all", after });
    expect(page.rows.length === first.rows.length || page.rows.length === 0, after).toBe(true);
  }
});
