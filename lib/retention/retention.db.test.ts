import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approveDisposals } from "@/lib/retention/commands/approve";
import { endHold, setHold } from "@/lib/retention/commands/hold";
import { listDue, listRules } from "@/lib/retention/queries/find-retention";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { openDocument } from "@/lib/documents/queries";
import { dispose, proposeDisposals } from "@/lib/jobs/dispose";
import { storeNamed } from "@/lib/storage/stores";
import { newDraft, newSubmitted } from "@/tests/factories/applications";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";

/* What is past its time goes when somebody approved it, and never while it is on hold. */

const day = 86_400_000;
const inDays = (days: number) => setClock(new Date(Date.now() + days * day));

let keeper: OfficerViewer;
beforeAll(async () => {
  keeper = await newOfficer("administrator");
});
beforeEach(() => {
  setClock(null);
});

async function issued() {
  const { owner, exporterId } = await newExporter();
  const applicationId = await newSubmitted(owner, exporterId);
  await issueSubmitted(applicationId);
  const file = await db().application.findUniqueOrThrow({
    where: { id: applicationId },
    include: { documents: true },
  });
  const [document] = file.documents;
  if (!document) throw new Error("the application has no document");
  return { owner, exporterId, applicationId, number: file.number ?? "", document };
}

async function proposalOf(where: { documentId: string } | { applicationId: string }) {
  return db().disposal.findFirst({ where });
}
async function approved(where: { documentId: string } | { applicationId: string }) {
  const proposal = await proposalOf(where);
  if (!proposal) throw new Error("nothing was proposed");
  return approveDisposals(keeper, [proposal.id]);
}
const isStored = async ({ store, key }: { store: string; key: string }) => {
  try {
    await (await storeNamed(store).read(key)).cancel();
    return true;
  } catch {
    return false;
  }
};

describe("documents of a closed application", () => {
  it("are proposed seven years on, go when approved, and leave their entry", async () => {
    const { owner, applicationId, document } = await issued();
    await proposeDisposals();
    expect(await proposalOf({ documentId: document.id })).toBeNull();
    inDays(7 * 365 + 2);
    await proposeDisposals();
    await proposeDisposals();
    expect(await proposalOf({ documentId: document.id })).toMatchObject({ approvedAt: null });
    await dispose();
    expect(await isStored(document)).toBe(true);
    expect(await approved({ documentId: document.id })).toMatchObject({
      ok: true,
      value: { count: 1 },
    });
    expect(await approved({ documentId: document.id })).toMatchObject({
      ok: true,
      value: { count: 0 },
    });
    await dispose();
    await dispose();
    expect(await isStored(document)).toBe(false);
    expect(await openDocument(owner, document.id)).toBeNull();
    const told = await db().event.findMany({ where: { applicationId, kind: "document.disposed" } });
    expect(told).toMatchObject([
      { actorRole: "system", data: { documentId: document.id, sha256: document.sha256 } },
    ]);
    // The certificate and what was decided stay.
    expect(await db().certificate.count({ where: { applicationId } })).toBe(1);
  });

  it("stay while a hold is open, also one that was set after the approval", async () => {
    const { number, exporterId, document } = await issued();
    const reason = "The court asked for it.";
    inDays(7 * 365 + 2);
    await proposeDisposals();
    await approved({ documentId: document.id });
    const set = await setHold(keeper, { number, reason });
    if (!set.ok) throw new Error(set.error);
    expect(await setHold(keeper, { number, reason })).toEqual({ ok: false, error: "same" });
    await dispose();
    expect(await isStored(document)).toBe(true);
    const row = (await listDue(keeper)).rows.find(({ name }) => name === document.name);
    expect(row).toMatchObject({ onHold: true });
    // The database refuses it whatever asks.
    const removed = db().document.update({
      where: { id: document.id },
      data: { bytesRemovedAt: new Date() },
    });
    await expect(removed).rejects.toThrow("on hold");
    const ends = await Promise.all([1, 2].map(() => endHold(keeper, set.value.holdId, "Over.")));
    expect(ends.map((end) => (end.ok ? "ended" : end.error)).sort()).toEqual(["ended", "ended"]);
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    await dispose();
    expect(await isStored(document)).toBe(false);
    const told = await db().event.findMany({
      where: { exporterId, kind: { in: ["hold.set", "hold.ended"] } },
      orderBy: { id: "asc" },
    });
    expect(told.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ["hold.set", keeper.userId],
      ["hold.ended", keeper.userId],
    ]);
  });

  it("are not proposed while their profile is on hold", async () => {
    const { exporterId, document } = await issued();
    expect(
      await setHold(keeper, { number: exporterId, reason: "An investigation." }),
    ).toMatchObject({ ok: true });
    inDays(7 * 365 + 2);
    await proposeDisposals();
    expect(await proposalOf({ documentId: document.id })).toBeNull();
  });
});

describe("a draft that nobody went on with", () => {
  it("goes a year on, with its files; one that was taken up again is kept", async () => {
    const { owner, exporterId } = await newExporter();
    const [left, again] = [await newDraft(owner, exporterId), await newDraft(owner, exporterId)];
    inDays(366);
    await proposeDisposals();
    await approved({ applicationId: left });
    await approved({ applicationId: again });
    await db().application.update({
      where: { id: again },
      data: { version: { increment: 1 }, updatedAt: new Date(Date.now() + 367 * day) },
    });
    await dispose();
    expect(await db().application.findUniqueOrThrow({ where: { id: left } })).toMatchObject({
      status: "cancelled",
      answers: {},
    });
    expect(await db().application.findUniqueOrThrow({ where: { id: again } })).toMatchObject({
      status: "draft",
    });
    inDays(368);
    await proposeDisposals();
    expect(await proposalOf({ applicationId: again })).toBeNull();
    const documents = await db().document.findMany({ where: { applicationId: left } });
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) expect(await isStored(document)).toBe(false);
    expect(
      await db().event.count({ where: { applicationId: left, kind: "application.disposed" } }),
    ).toBe(1);
  });
});

it("keeps certificates and the trail for good, says the rule of today", async () => {
  const rules = new Map((await listRules(keeper)).map(({ code, days }) => [code, days]));
  expect(rules.get("certificate")).toBeNull();
  expect(rules.get("audit")).toBeNull();
  expect(rules.get("application_documents")).toBe(2555);
});
