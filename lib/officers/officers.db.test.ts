import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { linkToken } from "@/lib/auth/link-token";
import { findSession, startSession } from "@/lib/auth/sessions";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { acceptInvitation } from "@/lib/officers/commands/accept";
import { changeRoles, restore, suspend } from "@/lib/officers/commands/change";
import { cancelInvitation, invite } from "@/lib/officers/commands/invite";
import { findInvitation, findOfficer } from "@/lib/officers/queries/find";
import { listInvitations, listOfficers } from "@/lib/officers/queries/list";
import { findPerson } from "@/lib/people/queries";
import { claim } from "@/lib/reviews/commands/claim";
import { newSubmitted } from "@/tests/factories/applications";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newPerson,
  officerViewer,
} from "@/tests/factories/people";
import { newProof } from "@/tests/factories/proof";

const owner = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let ava: OfficerViewer;
let bea: OfficerViewer;
beforeEach(async () => {
  // Nobody else is left in the office.
  await owner.query(`UPDATE "User" SET roles = '{}', "suspendedAt" = NULL`);
  ava = await newOfficer("administrator");
  bea = await newOfficer("administrator");
});

const seenOf = async (userId: string) => (await findOfficer(ava, userId))?.seen ?? "";
const rolesOf = async (userId: string) => (await findPerson(userId))?.roles;
const emailOf = async (userId: string) => (await findPerson(userId))?.email ?? "";
const counts = async () => ({
  changes: await db().officerChange.count(),
  invitations: await db().officerInvitation.count(),
  open: await db().officerInvitation.count({ where: { outcome: null } }),
  events: await db().event.count(),
});
const long = (viewer: OfficerViewer) =>
  officerViewer(viewer.userId, new Date(Date.now() - 3_600_000));

async function invited(email: string, ...roles: Parameters<typeof invite>[1]["roles"]) {
  const sent = await invite(ava, { email, roles });
  if (!sent.ok) throw new Error(sent.error);
  const { invitationId: id } = sent.value;
  return { id, token: linkToken(id) };
}

describe("an invitation", () => {
  it("makes an officer of whoever accepts it, at their next request", async () => {
    const rita = await newPerson();
    const { id, token } = await invited(await emailOf(rita.userId), "reviewer");
    const opened = await findInvitation(rita, token);
    expect(opened).toMatchObject({ state: "open", roles: ["reviewer"], inviter: ava.name });
    expect(await rolesOf(rita.userId)).toEqual([]);
    expect(await acceptInvitation(rita, token)).toMatchObject({ ok: true });
    expect(await rolesOf(rita.userId)).toEqual(["reviewer"]);
    expect(await findInvitation(rita, token)).toMatchObject({ state: "accepted" });
    const events = await db().event.findMany({
      where: { kind: { startsWith: "officer." } },
      orderBy: { id: "desc" },
      take: 2,
    });
    expect(events.map(({ kind }) => kind)).toEqual(["officer.joined", "officer.invited"]);
    const row = await db().officerInvitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("is used once, however many press at once", async () => {
    const rita = await newPerson();
    const { token } = await invited(await emailOf(rita.userId), "reviewer");
    const presses = await Promise.all([1, 2, 3].map(() => acceptInvitation(rita, token)));
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(presses.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, error: "ended" }));
    expect(await db().officerChange.count({ where: { userId: rita.userId } })).toBe(1);
  });

  it("is for whoever confirmed its address, and shows others nothing", async () => {
    const rita = await newPerson();
    const { token } = await invited(await emailOf(rita.userId), "signatory");
    const other = await newPerson();
    expect(await findInvitation(other, token)).toEqual({ state: "otherAddress" });
    const refused = { ok: false, error: "otherAddress" };
    expect(await acceptInvitation(other, token)).toEqual(refused);
    await owner.query(`UPDATE "User" SET "emailVerified" = NULL WHERE id = $1`, [rita.userId]);
    expect(await acceptInvitation(rita, token)).toEqual(refused);
    expect(await rolesOf(rita.userId)).toEqual([]);
    expect(await findInvitation(other, "made-up")).toBeNull();
    expect(await acceptInvitation(other, "made-up")).toEqual({ ok: false, error: "notFound" });
  });

  it("ends after 14 days, by being cancelled, and with the power of whoever sent it", async () => {
    const rita = await newPerson();
    const email = await emailOf(rita.userId);
    const first = await invited(email, "reviewer");
    await owner.query(`UPDATE "OfficerInvitation" SET "expiresAt" = now() WHERE id = $1`, [
      first.id,
    ]);
    expect(await acceptInvitation(rita, first.token)).toEqual({ ok: false, error: "expired" });
    expect(await findInvitation(rita, first.token)).toMatchObject({ state: "expired" });

    // The expired one does not stand in the way; an open one does.
    const second = await invited(email, "reviewer");
    expect(await invite(bea, { email, roles: ["auditor"] })).toEqual({
      ok: false,
      error: "alreadyInvited",
    });
    expect(await cancelInvitation(bea, second.id)).toMatchObject({ ok: true });
    expect(await cancelInvitation(bea, second.id)).toEqual({ ok: false, error: "ended" });
    expect(await cancelInvitation(bea, "not an id")).toEqual({ ok: false, error: "ended" });
    expect(await acceptInvitation(rita, second.token)).toEqual({ ok: false, error: "ended" });

    const third = await invited(email, "reviewer");
    await suspend(bea, ava.userId, "left", await seenOf(ava.userId));
    expect(await acceptInvitation(rita, third.token)).toEqual({ ok: false, error: "inviterGone" });
    expect(await findInvitation(rita, third.token)).toMatchObject({ state: "open" });
    expect(await rolesOf(rita.userId)).toEqual([]);
  });

  it("of two for one address at once is one", async () => {
    const email = `two-${randomUUID()}@test.example`;
    const both = await Promise.all(
      [ava, bea].map((who) => invite(who, { email, roles: ["auditor"] })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("does not end a suspension, nor raise whoever sent it", async () => {
    const rita = await newOfficer("reviewer");
    const { token } = await invited(await emailOf(rita.userId), "auditor");
    await suspend(ava, rita.userId, "away", await seenOf(rita.userId));
    const asPerson = await exporterViewer(rita.userId);
    expect(await acceptInvitation(asPerson, token)).toMatchObject({ ok: true });
    expect(await findPerson(rita.userId)).toMatchObject({
      roles: [],
      officerStanding: "suspended",
    });

    const own = { email: await emailOf(ava.userId), roles: ["signatory" as const] };
    expect(await invite(ava, own)).toEqual({ ok: false, error: "ownAddress" });
  });
});

describe("roles", () => {
  it("change with a reason, which stays with who said so", async () => {
    const { userId } = await newOfficer("reviewer");
    const change = {
      roles: ["reviewer", "auditor"] as ("reviewer" | "auditor")[],
      reason: "Helps",
    };
    expect(await changeRoles(ava, userId, change, await seenOf(userId))).toMatchObject({
      ok: true,
    });
    expect(await rolesOf(userId)).toEqual(["reviewer", "auditor"]);
    const officer = await findOfficer(bea, userId);
    expect(officer?.history[0]).toMatchObject({ reason: "Helps", by: ava.name, suspended: false });
    expect(officer?.history).toHaveLength(2);
    expect(await changeRoles(ava, userId, change, officer?.seen ?? "")).toEqual({
      ok: false,
      error: "sameRoles",
    });
  });

  it("are not changed on what another administrator has overtaken", async () => {
    const { userId } = await newOfficer("reviewer");
    const seen = await seenOf(userId);
    const both = await Promise.all([
      changeRoles(ava, userId, { roles: ["auditor"], reason: "a" }, seen),
      changeRoles(bea, userId, { roles: ["signatory"], reason: "b" }, seen),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: "changed" });
    expect(await rolesOf(userId)).toEqual(both[0].ok ? ["auditor"] : ["signatory"]);
  });

  it("are never raised by their owner, and may be given up", async () => {
    const seen = await seenOf(ava.userId);
    const more = { roles: ["administrator" as const, "signatory" as const], reason: "I want" };
    expect(await changeRoles(ava, ava.userId, more, seen)).toEqual({ ok: false, error: "ownRise" });
    expect(
      await changeRoles(ava, ava.userId, { roles: [], reason: "I leave" }, seen),
    ).toMatchObject({ ok: true });
    expect((await findOfficer(bea, ava.userId))?.state).toBe("former");
  });

  it("leave an administrator, also when two remove each other at once", async () => {
    const [seenAva, seenBea] = [await seenOf(ava.userId), await seenOf(bea.userId)];
    const both = await Promise.all([
      changeRoles(ava, bea.userId, { roles: [], reason: "out" }, seenBea),
      suspend(bea, ava.userId, "out", seenAva),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: "notAllowed" });
    const left = both[0].ok ? ava : bea;
    const seen = (await findOfficer(left, left.userId))?.seen ?? "";
    const refused = { ok: false, error: "lastAdministrator" };
    expect(await suspend(left, left.userId, "out", seen)).toEqual(refused);
    expect(await changeRoles(left, left.userId, { roles: [], reason: "x" }, seen)).toEqual(refused);
    expect(await rolesOf(left.userId)).toEqual(["administrator"]);
  });
});

describe("a suspension", () => {
  it("ends the open sessions at once, leaves the files, and is taken back with the same roles", async () => {
    const rita = await newOfficer("reviewer");
    const { exporterId, owner: exporter } = await newExporter();
    const file = await newSubmitted(exporter, exporterId);
    await claim(rita, file);
    const tokens = [randomUUID(), randomUUID()];
    for (const token of tokens) {
      await startSession(token, rita.userId, new Date(Date.now() + 3_600_000), newProof());
    }
    expect(await suspend(ava, rita.userId, "gone", await seenOf(rita.userId))).toMatchObject({
      ok: true,
    });
    for (const token of tokens) expect(await findSession(token)).toBeNull();
    expect(await rolesOf(rita.userId)).toEqual([]);
    const ended = await db().event.findMany({
      where: { kind: "session.ended", actorId: rita.userId },
    });
    expect(ended.map(({ data }) => data)).toEqual([{ by: "office" }, { by: "office" }]);
    const { holderId } = await db().application.findUniqueOrThrow({ where: { id: file } });
    expect(holderId).toBe(rita.userId);

    expect(await restore(ava, rita.userId, "back", await seenOf(rita.userId))).toMatchObject({
      ok: true,
    });
    expect(await rolesOf(rita.userId)).toEqual(["reviewer"]);
    expect(await restore(ava, rita.userId, "again", await seenOf(rita.userId))).toEqual({
      ok: false,
      error: "sameStanding",
    });
  });

  it("is not needed for who is dormant: restoring wakes them", async () => {
    const rita = await newOfficer("reviewer");
    await owner.query(
      `UPDATE "User" SET "lastSignInAt" = now() - interval '91 days', "officerSince" = now() - interval '91 days' WHERE id = $1`,
      [rita.userId],
    );
    expect(await findPerson(rita.userId)).toMatchObject({ roles: [], officerStanding: "dormant" });
    await restore(ava, rita.userId, "back from leave", await seenOf(rita.userId));
    expect(await rolesOf(rita.userId)).toEqual(["reviewer"]);
  });
});

test("without an administrator's role, or with factors shown long ago, nothing is written", async () => {
  const rita = await newOfficer("reviewer");
  const seen = await seenOf(rita.userId);
  const { id } = await invited(`somebody-${randomUUID()}@test.example`, "reviewer");
  const before = await counts();
  const attempts = (viewer: OfficerViewer) => [
    invite(viewer, { email: "new@test.example", roles: ["reviewer"] }),
    cancelInvitation(viewer, id),
    changeRoles(viewer, rita.userId, { roles: ["signatory"], reason: "x" }, seen),
    suspend(viewer, rita.userId, "x", seen),
    restore(viewer, rita.userId, "x", seen),
  ];
  for (const viewer of [rita, await newOfficer("auditor"), await newOfficer("signatory")]) {
    const refused = await counts();
    expect(await Promise.all(attempts(viewer))).toEqual(
      Array(5).fill({ ok: false, error: "notAllowed" }),
    );
    expect(await counts()).toEqual(refused);
  }
  const now = await counts();
  expect(await Promise.all(attempts(await long(ava)))).toEqual(
    Array(5).fill({ ok: false, error: "stepUp" }),
  );
  expect(await counts()).toEqual(now);
  expect(now.invitations).toBe(before.invitations);
});

test("only administrators and auditors see who the officers are", async () => {
  const rita = await newOfficer("reviewer");
  const auditor = await newOfficer("auditor");
  const person = await newPerson();
  await invited(`somebody-${randomUUID()}@test.example`, "reviewer");
  const everybody = { state: "current", text: "" } as const;
  for (const viewer of [ava, auditor]) {
    const ids = (await listOfficers(viewer, everybody)).map(({ id }) => id);
    expect(ids).toContain(rita.userId);
    expect(ids).not.toContain(person.userId);
    expect(await findOfficer(viewer, rita.userId)).not.toBeNull();
    expect(await findOfficer(viewer, person.userId)).toBeNull();
    expect(await findOfficer(viewer, "not an id")).toBeNull();
    expect((await listInvitations(viewer)).length).toBeGreaterThan(0);
  }
  for (const viewer of [rita, await newOfficer("signatory")]) {
    expect(await listOfficers(viewer, everybody)).toEqual([]);
    expect(await listInvitations(viewer)).toEqual([]);
    expect(await findOfficer(viewer, rita.userId)).toBeNull();
  }
  expect(
    await listOfficers(ava, { state: "current", text: await emailOf(rita.userId) }),
  ).toHaveLength(1);
  expect(await listOfficers(ava, { state: "suspended", text: "" })).toEqual([]);
  expect(await changeRoles(ava, person.userId, { roles: ["reviewer"], reason: "x" }, "0")).toEqual({
    ok: false,
    error: "notFound",
  });
});
