import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Answers } from "@/lib/applications/answers";
import { copyApplication } from "@/lib/applications/commands/copy";
import { cancelApplication } from "@/lib/applications/commands/withdraw";
import { saveSection } from "@/lib/applications/commands/save";
import { findCopy } from "@/lib/applications/queries/copy";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { reject } from "@/lib/reviews/commands/reject";
import { inState } from "@/e2e/support/scene";
import {
  drawingAnswers,
  goodAnswers,
  newDraft,
  newSubmitted,
  pdf,
  submit,
  versionOf,
} from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";

let exporterId: string;
let owner: ExporterViewer;
beforeAll(async () => {
  ({ exporterId, owner } = await newExporter());
});

async function copyOf(sourceId: string, viewer = owner): Promise<string> {
  const copied = await copyApplication(viewer, sourceId, randomUUID());
  if (!copied.ok) throw new Error(copied.error);
  return copied.value.applicationId;
}
const found = (id: string) =>
  db().application.findUniqueOrThrow({
    where: { id },
    include: { documents: true, editors: true, events: true, holds: true },
  });
const ofState = {
  draft: () => newDraft(owner, exporterId),
  submitted: () => newSubmitted(owner, exporterId),
  async issued() {
    const id = await newSubmitted(owner, exporterId);
    await issueSubmitted(id);
    return id;
  },
  async returned() {
    return inState.returned({ exporterId, owner, reviewer: await newOfficer("reviewer") });
  },
  async rejected() {
    const id = await inState.recommendedRejection({
      exporterId,
      owner,
      reviewer: await newOfficer("reviewer"),
    });
    const reasons = "The papers are of another shipment.";
    const rejected = await reject(await newOfficer("signatory"), id, {
      reasons,
      ground: "not_accurate",
    });
    expect(rejected).toMatchObject({ ok: true });
    return id;
  },
  async cancelled() {
    const id = await newDraft(owner, exporterId);
    expect(await cancelApplication(owner, id)).toMatchObject({ ok: true });
    return id;
  },
};

describe("an application is copied in every state", () => {
  test.each(Object.keys(ofState) as (keyof typeof ofState)[])("%s", async (state) => {
    const sourceId = await ofState[state]();
    const before = await found(sourceId);
    const copy = await found(await copyOf(sourceId));
    expect(copy).toMatchObject({
      status: "draft",
      number: null,
      version: 1,
      submissionVersion: 0,
      copiedFromId: sourceId,
      exporterId,
      documents: [],
      holds: [],
      editors: [{ userId: owner.userId }],
      events: [{ kind: "application.created", data: { copiedFromId: sourceId } }],
    });
    const answers = copy.answers as Answers;
    expect(answers.consignee).toEqual((before.answers as Answers).consignee);
    expect(answers.goods?.seals).toBeUndefined();
    expect(await found(sourceId)).toEqual(before);
  });
});

test("filled in again, a copy is submitted, and its source stays as it was", async () => {
  const sourceId = await newSubmitted(owner, exporterId);
  const before = await found(sourceId);
  const id = await copyOf(sourceId);
  expect((await findCopy(owner, id))?.leftOut.map(({ fact }) => fact)).toEqual([
    "seals",
    "documents",
  ]);
  expect(await submit(owner, id)).toMatchObject({ ok: false, error: "blocked" });
  const { goods } = (await found(id)).answers as Answers;
  const seals = goodAnswers().goods?.seals?.map((seal) => `${seal}-B`) ?? [];
  await saveSection(owner, id, "goods", { ...goods, seals }, await versionOf(id));
  await addDocument(owner, { applicationId: id }, "invoice", await cameIn("a.pdf", pdf));
  expect(await findCopy(owner, id)).toMatchObject({ leftOut: [], source: { id: sourceId } });
  expect(await submit(owner, id)).toMatchObject({ ok: true });
  expect(await found(sourceId)).toEqual(before);
  expect(await findCopy(owner, id), "nothing is left out of what was submitted").toBeNull();
});

test("a copy draws on no import certificate until it says so itself", async () => {
  const certificate = await newImportCertificate({ exporterId });
  const sourceId = await newSubmitted(owner, exporterId, drawingAnswers(certificate.id, "5.00"));
  const left = () =>
    db().importBalance.findUniqueOrThrow({ where: { importCertificateId: certificate.id } });
  const before = await left();
  const id = await copyOf(sourceId);
  expect(await left()).toEqual(before);
  expect((await findCopy(owner, id))?.leftOut.map(({ fact }) => fact)).toEqual([
    "imports",
    "lineAmounts",
    "seals",
    "documents",
  ]);
});

test("one press is one draft, however often and by however many it is sent at once", async () => {
  const sourceId = await newDraft(owner, exporterId);
  const token = randomUUID();
  const presses = await Promise.all(
    Array.from({ length: 8 }, () => copyApplication(owner, sourceId, token)),
  );
  const ids = new Set(presses.map((press) => (press.ok ? press.value.applicationId : press.error)));
  expect(ids.size).toBe(1);
  expect(await db().application.count({ where: { copiedFromId: sourceId } })).toBe(1);
  const [id = ""] = ids;
  expect((await found(id)).events).toHaveLength(1);
  const another = await newDraft(owner, exporterId);
  expect(await copyApplication(owner, another, token)).toEqual({ ok: false, error: "notFound" });
});

test("nobody copies what is not theirs to see or to prepare", async () => {
  const sourceId = await newSubmitted(owner, exporterId);
  const count = () => db().application.count({ where: { copiedFromId: sourceId } });
  const notFound = { ok: false, error: "notFound" };
  const stranger = await newExporter();
  const reader = await newRepresentative(exporterId, ["view"]);
  const officer = await newOfficer("reviewer");
  for (const viewer of [stranger.owner, reader, officer]) {
    expect(await copyApplication(viewer, sourceId, randomUUID())).toEqual(notFound);
  }
  expect(await copyApplication(owner, sourceId, "no token")).toEqual(notFound);
  expect(await copyApplication(owner, randomUUID(), randomUUID())).toEqual(notFound);
  expect(await copyApplication(owner, "nonsense", randomUUID())).toEqual(notFound);
  expect(await count()).toBe(0);
  const id = await copyOf(sourceId, await newRepresentative(exporterId, ["view", "prepare"]));
  expect(await findCopy(reader, id)).not.toBeNull();
  expect(await findCopy(stranger.owner, id)).toBeNull();
  expect(await findCopy(owner, sourceId)).toBeNull();
});

test("a mandate that ended after the request began copies nothing", async () => {
  const sourceId = await newDraft(owner, exporterId);
  const representative = await newRepresentative(exporterId);
  await db().mandate.updateMany({
    where: { exporterId, userId: representative.userId },
    data: { endedAt: new Date() },
  });
  expect(await copyApplication(representative, sourceId, randomUUID())).toEqual({
    ok: false,
    error: "notFound",
  });
});

test("the database refuses a copy in another profile", async () => {
  const sourceId = await newDraft(owner, exporterId);
  const other = await newExporter();
  const data = {
    exporterId: other.exporterId,
    copiedFromId: sourceId,
    answers: {},
    creationToken: randomUUID(),
    createdById: other.owner.userId,
  };
  await expect(db().application.create({ data })).rejects.toThrow(/copied within its profile/);
});
