import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findApplication } from "@/lib/applications/queries/find";
import { createApplication } from "@/lib/applications/commands/create";
import { enterFromPaper } from "@/lib/applications/commands/enter-from-paper";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { db, transaction, type Tx, violatedConstraint } from "@/lib/db";
import { gainsOf } from "@/lib/exporters/merge-figures";
import { findMerge, findSides, listOpenMerges } from "@/lib/exporters/queries/merge";
import { findImporter, searchExporters } from "@/lib/exporters/queries/search";
import { tellPeople } from "@/lib/jobs/tell-people";
import { register } from "@/lib/imports/commands/register";
import { startThread } from "@/lib/messages/commands/start-thread";
import { inState } from "@/e2e/support/scene";
import { randomUUID } from "node:crypto";
import { newSent } from "@/tests/factories/announcements";
import { drawingAnswers, newDraft, newSubmitted, submit } from "@/tests/factories/applications";
import { newBookEntry } from "@/tests/factories/book";
import { balanceOf, goodPaper, newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { asOwner } from "@/tests/factories/owner";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newRepresentative,
  officerViewer,
} from "@/tests/factories/people";
import { untilSomebodyWaits } from "@/tests/factories/waits";
import { confirmMerge, dropMerge, proposeMerge } from "./merge";

let ava: OfficerViewer;
let marie: OfficerViewer;
let from: { exporterId: string; owner: ExporterViewer };
let into: { exporterId: string; owner: ExporterViewer };

beforeAll(async () => {
  [ava, marie] = [await newOfficer("administrator"), await newOfficer("signatory")];
});
beforeEach(async () => {
  from = await newExporter({ legalName: "Boreal Rough Limited" });
  into = await newExporter({ legalName: "Boreal Rough Ltd." });
});

const reason = "The same business, registered twice.";
const refusal = (error: string) => ({ ok: false, error });

/** The promise of the database that refuses it. */
const refusedBy = (work: (tx: Tx) => Promise<unknown>) =>
  transaction(work).then(() => "nothing", violatedConstraint);

async function propose(by = ava): Promise<string> {
  const proposed = await proposeMerge(by, from.exporterId, into.exporterId, reason);
  if (!proposed.ok) throw new Error(proposed.error);
  return proposed.value.mergeId;
}
async function merge(): Promise<string> {
  const mergeId = await propose();
  expect(await confirmMerge(marie, mergeId)).toEqual({
    ok: true,
    value: { intoId: into.exporterId },
  });
  return mergeId;
}

describe("a merge", () => {
  it("moves what is the duplicate's, and leaves what was submitted and issued as it was", async () => {
    const imported = await newImportCertificate({ exporterId: from.exporterId, carats: "100.00" });
    const used = await newSubmitted(
      from.owner,
      from.exporterId,
      drawingAnswers(imported.id, "30.00"),
    );
    await issueSubmitted(used);
    const draft = await newDraft(from.owner, from.exporterId);
    const announced = await newSent(from.owner, from.exporterId);
    await newBookEntry(from.exporterId);
    const frozen = () =>
      Promise.all([
        db().submission.findMany({ where: { applicationId: used } }),
        db().certificate.findMany({ where: { applicationId: used } }),
        db().event.findMany({ where: { applicationId: used }, orderBy: { id: "asc" } }),
        db().ledgerEntry.findMany({ where: { importCertificateId: imported.id } }),
        db().importHold.findMany({ where: { importCertificateId: imported.id } }),
      ]);
    const before = await frozen();
    const balance = await balanceOf(imported.id);

    await merge();

    expect(await frozen()).toEqual(before);
    expect(await balanceOf(imported.id)).toEqual(balance);
    const kept = await db().exporter.findUniqueOrThrow({
      where: { id: into.exporterId },
      select: {
        applications: { select: { id: true } },
        imports: { select: { id: true } },
        announcements: { select: { id: true } },
        book: { select: { id: true } },
      },
    });
    expect(new Set(kept.applications.map(({ id }) => id))).toEqual(new Set([used, draft]));
    expect(kept.imports).toEqual([{ id: imported.id }]);
    expect(kept.announcements).toEqual([{ id: announced }]);
    expect(kept.book.length).toBeGreaterThan(0);
    const left = await db().exporter.findUniqueOrThrow({
      where: { id: from.exporterId },
      select: {
        mergedIntoId: true,
        legalName: true,
        _count: {
          select: {
            applications: true,
            imports: true,
            announcements: true,
            book: true,
            mandates: true,
          },
        },
      },
    });
    expect(left).toEqual({
      mergedIntoId: into.exporterId,
      legalName: "Boreal Rough Limited",
      _count: { applications: 0, imports: 0, announcements: 0, book: 0, mandates: 0 },
    });

    // The work goes on: the rest of the carats is drawn under the kept profile.
    const again = await exporterViewer(from.owner.userId);
    const next = await newSubmitted(again, into.exporterId, drawingAnswers(imported.id, "70.00"));
    expect(next).toBeTruthy();
    expect(await balanceOf(imported.id)).toEqual({
      remaining: "0.00",
      reserved: "70.00",
      consumed: "30.00",
    });
  });

  it("gives nobody more than the page names, and nobody more than they had", async () => {
    const [viewOnly, both, lapsed] = [
      await newRepresentative(from.exporterId, ["view"]),
      await newRepresentative(from.exporterId),
      await newRepresentative(from.exporterId),
    ];
    await db().mandate.updateMany({
      where: { userId: lapsed.userId },
      data: { endsOn: new Date("2026-01-01") },
    });
    // Acts for both: more for the duplicate than for the kept profile.
    await db().mandate.create({
      data: {
        exporterId: into.exporterId,
        userId: both.userId,
        kind: "representative",
        permissions: ["view"],
        acceptedAt: new Date(),
      },
    });
    const draft = await newDraft(into.owner, into.exporterId);
    const people = { viewOnly, both, lapsed, owner: from.owner };
    const reads = async (userId: string) =>
      (await findApplication(await exporterViewer(userId), draft)) !== null;
    const readBefore: string[] = [];
    for (const [name, { userId }] of Object.entries(people)) {
      if (await reads(userId)) readBefore.push(name);
    }
    expect(readBefore).toEqual(["both"]);
    const sides = await findSides(ava, from.exporterId, into.exporterId);
    if (!sides) throw new Error("no sides");
    const named = gainsOf(sides.from, sides.into);
    expect(sides.into.drafts).toBe(1);

    await merge();

    const gained: string[] = [];
    for (const [name, { userId }] of Object.entries(people)) {
      if ((await reads(userId)) && !readBefore.includes(name)) gained.push(name);
    }
    expect(gained).toEqual(["viewOnly", "owner"]);
    expect(new Set(named.map(({ person }) => person.userId))).toEqual(
      new Set([viewOnly.userId, from.owner.userId]),
    );
    const standing = async ({ userId }: ExporterViewer) => {
      const { standings } = await exporterViewer(userId);
      return standings.map(({ exporterId, kind, permissions }) => ({
        kept: exporterId === into.exporterId,
        kind,
        permissions,
      }));
    };
    const as = (kind: string, ...permissions: string[]) => [{ kept: true, kind, permissions }];
    expect(await standing(viewOnly)).toEqual(as("representative", "view"));
    expect(await standing(both)).toEqual(as("representative", "view"));
    expect(await standing(lapsed)).toEqual([]);
    expect(await standing(from.owner)).toEqual(as("representative", "view", "prepare", "submit"));
    expect(await standing(into.owner)).toEqual(as("owner", "view", "prepare", "submit"));
    // Who owned the duplicate is still known, and counts for whoever is of the office.
    expect(
      await db().mandate.count({
        where: { exporterId: into.exporterId, userId: from.owner.userId, kind: "owner" },
      }),
    ).toBe(1);
  });

  it("is told on both profiles and to the owners of both, once", async () => {
    const mergeId = await merge();
    const events = await db().event.findMany({
      where: { exporterId: { in: [from.exporterId, into.exporterId] }, kind: "exporter.merged" },
      orderBy: { id: "asc" },
    });
    expect(events).toMatchObject([
      { exporterId: from.exporterId, data: { mergeId, side: "from" } },
      { exporterId: into.exporterId, data: { mergeId, side: "into" } },
    ]);
    for (const { id } of events) {
      await tellPeople(id);
      await tellPeople(id);
    }
    const mails = await db().mail.findMany({
      where: { eventId: { in: events.map(({ id }) => id) } },
    });
    const emails = await db().user.findMany({
      where: { id: { in: [from.owner.userId, into.owner.userId] } },
      select: { id: true, email: true },
    });
    const addressOf = (userId: string) => emails.find(({ id }) => id === userId)?.email;
    expect(mails.map(({ template, recipient }) => ({ template, recipient }))).toEqual([
      { template: "profileMerged", recipient: addressOf(from.owner.userId) },
      { template: "profileGrown", recipient: addressOf(into.owner.userId) },
    ]);
    expect(mails[0]?.data).toMatchObject({
      exporter: "Boreal Rough Ltd.",
      merged: "Boreal Rough Limited",
    });
  });
});

describe("after it", () => {
  it("the duplicate is chosen no more, and receives nothing, whoever asks", async () => {
    const invited = await db().mandateInvitation.create({
      data: {
        exporterId: from.exporterId,
        email: `${randomUUID()}@test.example`,
        kind: "representative",
        permissions: ["view"],
        invitedById: from.owner.userId,
        tokenHash: randomUUID().replaceAll("-", "").padEnd(64, "0"),
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    });
    await merge();
    expect(await createApplication(from.owner, from.exporterId, randomUUID())).toEqual(
      refusal("notFound"),
    );
    expect(await findImporter(marie, from.exporterId)).toBeNull();
    const { rows } = await searchExporters(marie, "Boreal Rough Limited");
    expect(rows.map(({ id }) => id)).not.toContain(from.exporterId);
    expect(
      await db().mandateInvitation.findUniqueOrThrow({ where: { id: invited.id } }),
    ).toMatchObject({ outcome: "cancelled", endedById: marie.userId });
    const late = (tx: Tx) =>
      tx.application.create({
        data: {
          exporterId: from.exporterId,
          answers: {},
          creationToken: randomUUID(),
          createdById: from.owner.userId,
        },
      });
    expect(await refusedBy(late)).toBe("Exporter_not_merged");
    const changed = (tx: Tx) =>
      tx.exporter.update({
        where: { id: from.exporterId },
        data: { city: "Elsewhere" },
      });
    expect(await refusedBy(changed)).toBe("Exporter_merged_stays");
  });

  it.each<[string, (nora: OfficerViewer, exporterId: string) => Promise<unknown>]>([
    [
      "conversation",
      (nora, exporterId) =>
        startThread(nora, {
          ...{ exporterId, about: "general", matterId: null },
          ...{ subject: "A question", text: "Is it twice?", creationToken: randomUUID() },
        }),
    ],
    [
      "application from paper",
      (nora, exporterId) =>
        enterFromPaper(
          nora,
          exporterId,
          { receivedOn: todayInOttawa(), language: "fr" },
          randomUUID(),
        ),
    ],
    [
      "entry of the register",
      (nora, exporterId) => register(nora, { exporterId }, goodPaper(), randomUUID()),
    ],
  ])("takes no %s that an officer makes at that moment", async (_what, make) => {
    const nora = await newOfficer("reviewer");
    const mergeId = await propose();
    const by = { decidedById: marie.userId, decidedAt: new Date() };
    const { made } = await transaction(async (tx) => {
      const data = { outcome: "confirmed", ...by } as const;
      await tx.exporterMerge.update({ where: { id: mergeId }, data });
      const made = make(nora, from.exporterId);
      await untilSomebodyWaits();
      return { made };
    });
    expect(await made).toMatchObject(refusal("notFound"));
  });

  it("is decided, for good", async () => {
    const mergeId = await merge();
    expect(await confirmMerge(marie, mergeId)).toEqual(refusal("noneOpen"));
    expect(await dropMerge(ava, mergeId)).toEqual(refusal("noneOpen"));
    expect(await listOpenMerges(ava)).not.toContainEqual(expect.objectContaining({ id: mergeId }));
    expect(await findMerge(marie, mergeId)).toMatchObject({
      outcome: "confirmed",
      proposer: ava.name,
      decider: marie.name,
    });
    const again = (tx: Tx) =>
      tx.exporterMerge.updateMany({
        where: { id: mergeId },
        data: { outcome: "dropped" },
      });
    expect(await refusedBy(again)).toBe("ExporterMerge_decided_once");
    for (const statement of [
      `UPDATE "ExporterMerge" SET reason = 'x'`,
      `DELETE FROM "ExporterMerge"`,
      `UPDATE "Exporter" SET "mergedIntoId" = NULL`,
      `UPDATE "Application" SET "exporterId" = '${from.exporterId}'`,
    ]) {
      await expect(db().$executeRawUnsafe(statement), statement).rejects.toThrow(/denied/);
    }
    await expect(asOwner(`DELETE FROM "ExporterMerge"`)).rejects.toThrow("append-only");
  });
});

describe("is refused", () => {
  it("to whoever may not, and without a second person", async () => {
    for (const role of ["reviewer", "signatory", "auditor"] as const) {
      const officer = await newOfficer(role);
      expect(await proposeMerge(officer, from.exporterId, into.exporterId, reason), role).toEqual(
        refusal("notAllowed"),
      );
    }
    const mergeId = await propose();
    for (const role of ["reviewer", "auditor"] as const) {
      expect(await confirmMerge(await newOfficer(role), mergeId)).toEqual(refusal("notAllowed"));
      expect(await dropMerge(await newOfficer(role), mergeId)).toEqual(refusal("notAllowed"));
    }
    expect(await confirmMerge(ava, mergeId)).toEqual(refusal("ownProposal"));
    const hourAgo = new Date(Date.now() - 3_600_000);
    expect(await confirmMerge(await officerViewer(marie.userId, hourAgo), mergeId)).toEqual(
      refusal("stepUp"),
    );
    // Not by the portal's code alone.
    const others = {
      ExporterMerge_by_two: ava.userId,
      ExporterMerge_by_office: (await newOfficer("reviewer")).userId,
    };
    for (const [promise, decidedById] of Object.entries(others)) {
      const confirmed = (tx: Tx) =>
        tx.exporterMerge.updateMany({
          where: { id: mergeId },
          data: { outcome: "confirmed", decidedById, decidedAt: new Date() },
        });
      expect(await refusedBy(confirmed)).toBe(promise);
    }
    expect(await dropMerge(ava, mergeId)).toMatchObject({ ok: true });
    const ids = { fromId: from.exporterId, intoId: into.exporterId };
    const proposed = (tx: Tx) =>
      tx.exporterMerge.create({
        data: { ...ids, reason, proposedById: marie.userId, proposedAt: new Date() },
        select: { id: true },
      });
    expect(await refusedBy(proposed)).toBe("ExporterMerge_by_office");
  });

  it("of a profile with itself, of none, and twice at once", async () => {
    expect(await proposeMerge(ava, from.exporterId, from.exporterId, reason)).toEqual(
      refusal("itself"),
    );
    expect(await proposeMerge(ava, from.exporterId, randomUUID(), reason)).toEqual(
      refusal("notFound"),
    );
    const presses = await Promise.all(
      [1, 2, 3].map(() => proposeMerge(ava, from.exporterId, into.exporterId, reason)),
    );
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(presses.filter((each) => !each.ok && each.error === "alreadyOpen")).toHaveLength(2);
  });

  it("in chains", async () => {
    await merge();
    const third = await newExporter();
    const chain = refusal("chain");
    expect(await proposeMerge(ava, from.exporterId, third.exporterId, reason)).toEqual(chain);
    expect(await proposeMerge(ava, third.exporterId, from.exporterId, reason)).toEqual(chain);
    expect(await proposeMerge(ava, into.exporterId, third.exporterId, reason)).toEqual(chain);
    expect(await proposeMerge(ava, third.exporterId, into.exporterId, reason)).toMatchObject({
      ok: true,
    });
  });

  it("while the office decides on a file of the duplicate, when it is proposed and when it is confirmed", async () => {
    const reviewer = await newOfficer("reviewer");
    const open = refusal("openApplications");
    for (const state of ["submitted", "in_review", "returned", "recommended"] as const) {
      const profile = await newExporter();
      await inState[state]({ ...profile, reviewer });
      expect(await proposeMerge(ava, profile.exporterId, into.exporterId, reason), state).toEqual(
        open,
      );
      // What the kept profile has there does not matter.
      const other = await newExporter();
      expect(await proposeMerge(ava, other.exporterId, profile.exporterId, reason)).toMatchObject({
        ok: true,
      });
    }
    const mergeId = await propose();
    await newSubmitted(from.owner, from.exporterId);
    expect(await confirmMerge(marie, mergeId)).toEqual(open);
    expect(await dropMerge(marie, mergeId)).toMatchObject({ ok: true });
  });

  it("to somebody who belongs or belonged to one of the two", async () => {
    const mergeId = await propose();
    const officer = await newOfficer("administrator");
    await db().mandate.create({
      data: {
        exporterId: from.exporterId,
        userId: officer.userId,
        kind: "representative",
        permissions: ["view"],
        acceptedAt: new Date("2025-01-01"),
        endedAt: new Date("2025-02-01"),
      },
    });
    expect(await confirmMerge(officer, mergeId)).toEqual(refusal("ownProfile"));
    expect(await dropMerge(ava, mergeId)).toMatchObject({ ok: true });
    expect(await proposeMerge(officer, from.exporterId, into.exporterId, reason)).toEqual(
      refusal("ownProfile"),
    );
  });
});

describe("at the same moment", () => {
  it("as a submission: one of the two, and nothing in between", async () => {
    for (let n = 0; n < 4; n += 1) {
      const profile = await newExporter();
      const draft = await newDraft(profile.owner, profile.exporterId);
      const proposed = await proposeMerge(ava, profile.exporterId, into.exporterId, reason);
      if (!proposed.ok) throw new Error(proposed.error);
      const [sent, merged] = await Promise.all([
        submit(profile.owner, draft),
        confirmMerge(marie, proposed.value.mergeId),
      ]);
      expect([sent.ok, merged.ok].filter(Boolean)).toHaveLength(1);
      const { status, exporterId } = await db().application.findUniqueOrThrow({
        where: { id: draft },
      });
      expect({ status, exporterId }).toEqual(
        merged.ok
          ? { status: "draft", exporterId: into.exporterId }
          : { status: "submitted", exporterId: profile.exporterId },
      );
      if (!merged.ok) expect(merged).toEqual(refusal("openApplications"));
      if (!sent.ok) expect(sent).toEqual(refusal("notFound"));
    }
  });

  it("as a new draft, and as another confirmation: nothing is left behind, and it happens once", async () => {
    const mergeId = await propose();
    const john = await newOfficer("signatory");
    const [, one, two] = await Promise.all([
      createApplication(from.owner, from.exporterId, randomUUID()),
      confirmMerge(marie, mergeId),
      confirmMerge(john, mergeId),
    ]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    expect(await db().application.count({ where: { exporterId: from.exporterId } })).toBe(0);
    expect(
      await db().event.count({ where: { kind: "exporter.merged", exporterId: from.exporterId } }),
    ).toBe(1);
  });
});
