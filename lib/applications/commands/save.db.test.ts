import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers, ConsigneeAnswers } from "@/lib/applications/answers";
import { saveSection } from "@/lib/applications/commands/save";
import { namedClashes, seenWith } from "@/lib/applications/clashes";
import type { Row } from "@/lib/applications/merge-rows";
import { findApplication } from "@/lib/applications/queries/find";
import type { Viewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { goodAnswers, newDraft, newSubmitted, versionOf } from "@/tests/factories/applications";
import { newExporter, newRepresentative } from "@/tests/factories/people";
import type { Prisma } from "@/prisma/generated/client";

/* Several people save one application at the same time. */

async function newPair(answers: Answers = goodAnswers()) {
  const { exporterId, owner } = await newExporter();
  const other = await newRepresentative(exporterId);
  const id = await newDraft(owner, exporterId, answers, []);
  return { owner, other, id, exporterId, version: await versionOf(id) };
}

const stored = async (viewer: Viewer, id: string) =>
  (await findApplication(viewer, id))?.answers ?? {};

describe("two people who save at the same moment", () => {
  it("are not told of each other in different sections", async () => {
    const { owner, other, id, version } = await newPair();
    const consignee = { destination: "IL" };
    const goods = { ...goodAnswers().goods, parcels: "7" };
    const outcomes = await Promise.all([
      saveSection(owner, id, "delivery", { to: "exporter" }, version),
      saveSection(other, id, "consignee", consignee, version),
      saveSection(other, id, "goods", goods, version),
    ]);
    expect(outcomes.map((saved) => saved.ok && saved.value.clashes.length)).toEqual([0, 0, 0]);
    expect(await stored(owner, id)).toMatchObject({
      delivery: { to: "exporter" },
      consignee,
      goods,
    });
    expect(await versionOf(id)).toBe(version + 3);
  });

  it("are told in the same answer, and the first stays stored", async () => {
    const { owner, other, id, version } = await newPair({});
    const outcomes = await Promise.all([
      saveSection(owner, id, "delivery", { to: "applicant" }, version),
      saveSection(other, id, "delivery", { to: "exporter" }, version),
    ]);
    const clashes = outcomes.map((saved) => (saved.ok ? saved.value.clashes : []));
    expect(clashes.filter((found) => found.length === 1)).toHaveLength(1);
    const first = clashes[0]?.length === 0 ? "applicant" : "exporter";
    expect((await stored(owner, id)).delivery).toEqual({ to: first });
    // The loser saw both, and says again what theirs is.
    const loser = clashes[0]?.length === 0 ? "exporter" : "applicant";
    const now = await versionOf(id);
    await saveSection(owner, id, "delivery", { to: loser }, now, { to: first });
    expect((await stored(owner, id)).delivery).toEqual({ to: loser });
  });

  it("wait for a change that is only being made, and keep it", async () => {
    const { owner, id, version } = await newPair();
    const theirs = { ...goodAnswers(), delivery: { to: "exporter" as const } };
    const value = { ...goodAnswers().consignee, destination: "IL" };
    const started = await transaction(async (tx) => {
      const answers = theirs as unknown as Prisma.InputJsonObject;
      const data = { answers, version: { increment: 1 } };
      await tx.application.update({ where: { id }, data });
      return [saveSection(owner, id, "consignee", value, version)];
    });
    expect((await Promise.all(started))[0]?.ok).toBe(true);
    const now = await stored(owner, id);
    expect([now.delivery, now.consignee]).toEqual([{ to: "exporter" }, value]);
  });
});

it("leaves no trace of a save that changes nothing", async () => {
  const { owner, other, id, version } = await newPair();
  const same = goodAnswers().goods ?? {};
  const saved = await saveSection(other, id, "goods", same, version, same);
  expect(saved).toMatchObject({ ok: true, value: { version, clashes: [] } });
  expect(await versionOf(id)).toBe(version);
  expect(
    await db().applicationEditor.count({ where: { applicationId: id, userId: other.userId } }),
  ).toBe(0);
  expect((await saveSection(owner, id, "goods", same, version)).ok).toBe(true);
  expect(await db().event.count({ where: { applicationId: id, actorId: other.userId } })).toBe(0);
});

it("knows of each section when it changed last", async () => {
  const { owner, id, version } = await newPair();
  await saveSection(owner, id, "delivery", { to: "exporter" }, version);
  const { sectionVersions } = await db().application.findUniqueOrThrow({ where: { id } });
  expect(sectionVersions).toEqual({
    applicant: 2,
    delivery: version + 1,
    consignee: 4,
    origin: 5,
    goods: 6,
  });
});

it("saves nothing in what was submitted", async () => {
  const { exporterId, owner } = await newExporter();
  const id = await newSubmitted(owner, exporterId);
  const version = await versionOf(id);
  const saved = await saveSection(owner, id, "delivery", { to: "exporter" }, version);
  expect(saved).toEqual({ ok: false, error: "locked" });
  expect(await versionOf(id)).toBe(version);
});

const fields = ["destination", "consignee.name", "consignee.city", "consignee.region"] as const;
const leaf = (answers: Row, field: string) =>
  field.split(".").reduce<unknown>((value, name) => (value as Row | undefined)?.[name], answers) as
    string | undefined;

function typedIn(answers: Row, field: string, value: string): Row {
  const [first = "", second] = field.split(".");
  if (!second) return { ...answers, [first]: value };
  return { ...answers, [first]: { ...(answers[first] as Row | undefined), [second]: value } };
}

/** Somebody who types, saves without looking at the others, and chooses their own where it clashes. */
async function editor(viewer: Viewer, id: string, name: string, steps: readonly number[]) {
  let seen: Row = {};
  let typed: Row = {};
  let waiting = {};
  const told = new Set<string>();
  const kept: string[] = [];
  for (const [i, step] of steps.entries()) {
    const field = fields[step] ?? "destination";
    const value = `${name}${i}`;
    typed = typedIn(typed, field, value);
    const base = seenWith(seen, waiting) as ConsigneeAnswers;
    const saved = await saveSection(viewer, id, "consignee", typed as ConsigneeAnswers, 1, base);
    if (!saved.ok) throw new Error(saved.error);
    const { clashes, answers } = saved.value;
    if (clashes.every((clash) => clash.field !== field)) kept.push(value);
    for (const { theirs, mine } of clashes) {
      if (typeof theirs === "string") told.add(theirs);
      if (typeof mine === "string") told.add(mine);
    }
    seen = typed;
    waiting = namedClashes(clashes, answers as Row);
  }
  return { kept, told, last: typed };
}

it("loses no update on a real database, in 30 interleavings", async () => {
  const run = fc.array(fc.nat(3), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(run, run, async (first, second) => {
      const { owner, other, id } = await newPair({});
      const [one, two] = await Promise.all([
        editor(owner, id, "A", first),
        editor(other, id, "B", second),
      ]);
      const now = ((await stored(owner, id)).consignee ?? {}) as Row;
      for (const [own, others] of [
        [one, two],
        [two, one],
      ] as const) {
        for (const field of fields) {
          const mine = leaf(own.last, field);
          if (mine === undefined) continue;
          // What I typed last is stored, or the clash was told to one of us.
          const there = leaf(now, field);
          const spoken = own.told.has(mine) || others.told.has(mine);
          expect(there === mine || spoken, `${field}: ${mine}`).toBe(true);
        }
      }
      expect(await versionOf(id)).toBeLessThanOrEqual(1 + first.length + second.length);
    }),
    { numRuns: 30 },
  );
});

it("does not grow without end, however often rows are added to what was not seen", async () => {
  const { owner, id } = await newPair({});
  const rows = () =>
    Array.from({ length: 50 }, () => ({
      id: crypto.randomUUID(),
      category: "exploration" as const,
    }));
  for (const origins of [rows(), rows(), rows()]) {
    await saveSection(owner, id, "origin", { origins }, 1, {});
  }
  expect((await stored(owner, id)).origin?.origins).toHaveLength(60);
});
