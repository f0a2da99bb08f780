import { statementsOf } from "@/tests/statements";
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { saveExporter } from "@/lib/exporters/commands/save";
import { inState } from "@/e2e/support/scene";
import { newDraft, newSubmitted } from "@/tests/factories/applications";
import { newBusinessNumber } from "@/tests/factories/business-number";
import { newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";
import { profile } from "@/tests/factories/profile";
import { findExporterDossier } from "./queries/find-exporter";
import { findPersonDossier } from "./queries/find-person";
import { exporterPage, listExporters } from "./queries/list-exporters";

const mark = randomUUID().slice(0, 6);
let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;
let issued: string;

beforeAll(async () => {
  nora = await newOfficer("reviewer");
  ({ owner, exporterId } = await newExporter({ legalName: `Taïga ${mark} Ltd.` }));
  issued = await newSubmitted(owner, exporterId);
  await issueSubmitted(issued);
  await inState.returned({ owner, exporterId, reviewer: nora });
  await newDraft(owner, exporterId);
  await newImportCertificate({ exporterId, carats: "100.00", remaining: "60.00" });
  const gone = await newRepresentative(exporterId, ["view", "prepare"]);
  await db().mandate.updateMany({ where: { userId: gone.userId }, data: { endedAt: new Date() } });
  await saveExporter(
    owner,
    exporterId,
    profile({ legalName: `Taïga ${mark} Ltd.`, city: "Inuvik" }),
    1,
  );
  await db().officeNote.create({
    data: { exporterId, text: "Ask for the second page.", byId: nora.userId },
  });
});

describe("an exporter's page", () => {
  it("tells what was sent, what came of it, and nothing of drafts", async () => {
    const found = await findExporterDossier(nora, exporterId);
    const { carats, valueUsd } = await db().application.findUniqueOrThrow({
      where: { id: issued },
    });
    expect(found?.figures).toMatchObject({
      states: { issued: 1, returned: 1 },
      sent: 2,
      returnedShare: 50,
      years: [
        {
          certificates: 1,
          carats: carats?.toFixed(2),
          usd: valueUsd?.toFixed(2),
          average: valueUsd?.div(carats ?? 1).toFixed(2),
        },
      ],
    });
    expect(found?.figures.medianMinutes).toBeGreaterThanOrEqual(0);
    expect(found?.sent).toHaveLength(2);
    expect(found?.sent.map(({ status }) => status)).not.toContain("draft");
    expect(found?.imports).toMatchObject([
      { registered: "100.00", held: "40.00", remaining: "60.00" },
    ]);
    expect(found?.notes).toMatchObject([{ text: "Ask for the second page.", by: nora.name }]);
    expect(found?.mandates.map(({ kind, inForce }) => ({ kind, inForce }))).toEqual([
      { kind: "owner", inForce: true },
      { kind: "representative", inForce: false },
    ]);
    expect(found?.history.map(({ kind }) => kind)).toEqual([
      "exporter.changed",
      "exporter.created",
    ]);
    expect(found).toMatchObject({ mergedIntoId: null, openMergeId: null, ownProfile: false });
  });

  it("asks the database six things, however much there is", async () => {
    await findExporterDossier(nora, exporterId);
    const asked = await statementsOf(() => findExporterDossier(nora, exporterId));
    expect(asked).toHaveLength(6);
  });

  it("is of nothing where there is none", async () => {
    expect(await findExporterDossier(nora, randomUUID())).toBeNull();
    expect(await findExporterDossier(nora, "nonsense")).toBeNull();
    const empty = await newExporter();
    const found = await findExporterDossier(nora, empty.exporterId);
    expect(found?.figures).toMatchObject({
      sent: 0,
      returnedShare: null,
      years: [],
      medianMinutes: null,
    });
  });
});

it("lists exporters by name, page by page, and finds them without accents", async () => {
  const number = newBusinessNumber();
  const ids: string[] = [];
  for (let n = 0; n < exporterPage + 2; n += 1) {
    const legalName = `Lac ${mark} ${String(n).padStart(2, "0")}`;
    ids.push(
      (await newExporter({ legalName, ...(n === 0 ? { businessNumber: number } : {}) })).exporterId,
    );
  }
  const first = await listExporters(nora, { text: `lac ${mark}`, after: "" });
  expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, exporterPage));
  const second = await listExporters(nora, { text: `lac ${mark}`, after: first.next ?? "" });
  expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(exporterPage));
  expect(second.next).toBeNull();
  const [byNumber] = (await listExporters(nora, { text: number, after: "" })).rows;
  expect(byNumber).toMatchObject({ id: ids[0], applications: 0, lastSubmittedAt: null });
  const [taiga] = (await listExporters(nora, { text: `TAIGA ${mark}`, after: "" })).rows;
  // The draft is none of the office's business.
  expect(taiga).toMatchObject({ id: exporterId, applications: 2 });
  expect(await statementsOf(() => listExporters(nora, { text: "", after: "" }))).toHaveLength(1);
});

it("shows a person to administrators and auditors alone, and notes each reading", async () => {
  const auditor = await newOfficer("auditor");
  expect(await findPersonDossier(nora, owner.userId)).toBeNull();
  const found = await findPersonDossier(auditor, owner.userId);
  expect(found).toMatchObject({ name: owner.name, sessions: 0, officer: null, mergedInto: null });
  expect(found?.mandates).toMatchObject([
    { kind: "owner", inForce: true, exporter: { id: exporterId } },
  ]);
  expect(found?.history.map(({ kind }) => kind)).toContain("exporter.created");
  expect(await findPersonDossier(auditor, randomUUID())).toBeNull();
  const noted = await db().event.findMany({ where: { actorId: auditor.userId } });
  expect(noted).toMatchObject([{ kind: "person.read", personId: owner.userId }]);
});
