import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import {
  exporterViewer,
  newExporter,
  newPerson,
  newRepresentative,
} from "@/tests/factories/people";
import { profile } from "@/tests/factories/profile";
import { createExporter } from "./create";
import { saveExporter } from "./save";
import { findExporter } from "@/lib/exporters/queries/find";

it("makes one profile of one press, however often it is sent, and its maker owns it", async () => {
  const person = await newPerson();
  const token = randomUUID();
  const made = await Promise.all(
    Array.from({ length: 10 }, () => createExporter(person, profile(), token)),
  );
  const [first] = made;
  expect(first?.ok).toBe(true);
  expect(made).toEqual(made.map(() => first));
  const { standings } = await exporterViewer(person.userId);
  expect(standings).toMatchObject([
    { kind: "owner", permissions: ["view", "prepare", "submit"], legalName: "Boreal Rough Ltd." },
  ]);
  const events = await db().event.findMany({
    where: { actorId: person.userId },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ kind }) => kind)).toEqual(["exporter.created"]);
});

it("is not made again by its owner who came back to the form, even twice at once", async () => {
  const person = await newPerson();
  const input = profile({ businessNumber: "123456782" });
  const made = await Promise.all(
    Array.from({ length: 5 }, () => createExporter(person, input, randomUUID())),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  expect(made.find(({ ok }) => !ok)).toEqual({ ok: false, error: "alreadyYours" });
  const other = await newPerson();
  expect(await createExporter(other, input, randomUUID())).toMatchObject({ ok: true });
});

it("is changed by its owner, one at a time, and says which facts changed", async () => {
  const { exporterId, owner } = await newExporter();
  const moved = profile({ city: "Hay River", businessNumber: "123456782" });
  const outcomes = await Promise.all([
    saveExporter(owner, exporterId, moved, 1),
    saveExporter(owner, exporterId, profile({ city: "Inuvik" }), 1),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: "changedMeanwhile" });
  const found = await findExporter(owner, exporterId);
  expect(found).toMatchObject({ version: 2, mayChange: true });
  expect(["Hay River", "Inuvik"]).toContain(found?.city);
  const event = await db().event.findFirstOrThrow({
    where: { exporterId, kind: "exporter.changed" },
  });
  expect((event.data as { fields: string[] }).fields).toContain("city");
  expect((event.data as { fields: string[] }).fields).not.toContain("legalName");
});

it("is read, not changed, by a representative", async () => {
  const { exporterId } = await newExporter();
  const helper = await newRepresentative(exporterId);
  expect(await findExporter(helper, exporterId)).toMatchObject({ mayChange: false });
  const refused = await saveExporter(helper, exporterId, profile(), 1);
  expect(refused).toEqual({ ok: false, error: "notFound" });
});
