import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { linkToken } from "@/lib/auth/link-token";
import { db } from "@/lib/db";
import { acceptInvitation } from "@/lib/officers/commands/accept";
import { changeRoles, restore, suspend } from "@/lib/officers/commands/change";
import { invite } from "@/lib/officers/commands/invite";
import { findInvitation } from "@/lib/officers/queries/find";
import { officerRoles } from "@/lib/officers/schema";
import type { OfficerRole } from "@/prisma/generated/enums";
import { giveRoles } from "@/prisma/seed/give-roles";
import { adminInvite } from "@/scripts/first-administrator";
import { exporterViewer, newOfficer, newPerson, officerViewer } from "./factories/people";

/*
 * What the office's people may not do to one another, in plain SQL and the application's role: the
 * promises do not rest on the portal's code. And what any order of its commands keeps.
 */

const connect = (name: string) => new pg.Client({ connectionString: process.env[name] });
const app = connect("DATABASE_URL");
const second = connect("DATABASE_URL");
const owner = connect("DATABASE_OWNER_URL");
beforeAll(() => Promise.all([app.connect(), second.connect(), owner.connect()]));
afterAll(() => Promise.all([app.end(), second.end(), owner.end()]));

const emptyOffice = () => owner.query(`UPDATE "User" SET roles = '{}', "suspendedAt" = NULL`);
let ava: string;
let bea: string;
let rita: string;
beforeEach(async () => {
  await emptyOffice();
  ava = (await newOfficer("administrator")).userId;
  bea = (await newOfficer("administrator")).userId;
  rita = (await newOfficer("reviewer")).userId;
});

const administrators = async () => {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM "User" u WHERE holds_role(u, 'administrator')`,
  );
  return rows.map(({ id }) => id);
};
const change = (
  userId: string,
  roles: readonly OfficerRole[],
  byId: string | null,
  { suspended = false, invitationId = null as string | null, on = app } = {},
) =>
  on.query(
    `INSERT INTO "OfficerChange" ("userId", roles, suspended, reason, "byId", "invitationId")
     VALUES ($1, $2::"OfficerRole"[], $3, 'because', $4, $5)`,
    [userId, roles, suspended, byId, invitationId],
  );
const invitation = async (
  email: string,
  roles: readonly OfficerRole[],
  byId: string | null,
  on = app,
) => {
  const id = randomUUID();
  await on.query(
    `INSERT INTO "OfficerInvitation" (id, email, roles, "invitedById", "tokenHash", "expiresAt")
     VALUES ($1, $2, $3::"OfficerRole"[], $4, $5, now() + interval '14 days')`,
    [id, email, roles, byId, id.padEnd(64, "0").slice(0, 64)],
  );
  return id;
};
const refuses = (work: Promise<unknown>, constraint: string) =>
  expect(work).rejects.toMatchObject({ code: "23514", constraint });
const emailOf = async (id: string) =>
  (await db().user.findUniqueOrThrow({ where: { id } })).email ?? "";
const byAdministrator = "OfficerChange_by_administrator";

describe("the application's role", () => {
  it("makes nobody an officer by making the person", async () => {
    for (const [column, value] of [
      ["roles", "{administrator}"],
      ['"officerSince"', "2026-01-01"],
    ]) {
      const insert = `INSERT INTO "User" (id, ${column}) VALUES (gen_random_uuid(), $1)`;
      await refuses(app.query(insert, [value]), "User_arrives_without_role");
    }
  });

  it("changes roles in an active administrator's name only", async () => {
    await refuses(change(rita, ["administrator"], null), byAdministrator);
    await refuses(change(rita, ["administrator"], rita), byAdministrator);
    await refuses(change(ava, ["reviewer"], randomUUID()), byAdministrator);
    await change(bea, ["administrator"], ava, { suspended: true });
    await refuses(change(rita, ["signatory"], bea), byAdministrator);
    await owner.query(
      `UPDATE "User" SET "officerSince" = now() - interval '91 days', "suspendedAt" = NULL WHERE id = $1`,
      [bea],
    );
    await refuses(change(rita, ["signatory"], bea), byAdministrator);
    await change(rita, ["signatory"], ava);
  });

  it("never lets administrators raise themselves", async () => {
    await refuses(change(ava, ["administrator", "signatory"], ava), "OfficerChange_not_own_rise");
    const id = await invitation(await emailOf(ava), ["signatory"], ava);
    await refuses(
      change(ava, ["administrator", "signatory"], ava, { invitationId: id }),
      "OfficerChange_not_own_rise",
    );
    await change(ava, [], ava);
  });

  it("never removes the last administrator, whichever way", async () => {
    await change(bea, [], ava);
    for (const [roles, suspended] of [
      [[], false],
      [["reviewer"], false],
      [["administrator"], true],
    ] as const) {
      const leaves = roles.includes("reviewer" as never) ? [] : roles;
      await refuses(change(ava, leaves, ava, { suspended }), "OfficerChange_leaves_administrator");
    }
    expect(await administrators()).toEqual([ava]);
  });

  it("lets one win of two administrators who remove each other at once", async () => {
    await app.query("BEGIN");
    await second.query("BEGIN");
    await change(bea, [], ava);
    const other = change(ava, [], bea, { on: second });
    await app.query("COMMIT");
    await refuses(other, byAdministrator);
    await second.query("ROLLBACK");
    expect(await administrators()).toEqual([ava]);
  });

  it("joins nobody but by the invitation that is theirs", async () => {
    const person = (await newPerson()).userId;
    const asInvited = "OfficerChange_as_invited";
    const own = await invitation(await emailOf(person), ["reviewer"], ava);
    const join = (roles: OfficerRole[], invitationId: string, by: string | null = ava) =>
      change(person, roles, by, { invitationId });
    await refuses(join(["administrator"], own), asInvited);
    await refuses(join(["reviewer", "signatory"], own), asInvited);
    await refuses(join(["reviewer"], own, bea), asInvited);
    await refuses(join(["reviewer"], own, null), asInvited);
    await refuses(join(["reviewer"], randomUUID()), asInvited);
    await refuses(
      join(["reviewer"], await invitation(await emailOf(rita), ["reviewer"], ava)),
      asInvited,
    );
    const cancelled = await invitation(await emailOf(person), ["reviewer"], ava);
    await app.query(`UPDATE "OfficerInvitation" SET outcome = 'cancelled' WHERE id = $1`, [
      cancelled,
    ]);
    await refuses(join(["reviewer"], cancelled), asInvited);
    await join(["reviewer"], own);
    await expect(join(["reviewer"], own)).rejects.toMatchObject({ code: "23505" });
  });

  it("invites in an active administrator's name only", async () => {
    const first = "OfficerInvitation_first_from_server";
    await refuses(invitation("a@test.example", ["reviewer"], null), first);
    await refuses(invitation("a@test.example", ["reviewer"], null, owner), first);
    await refuses(
      invitation("a@test.example", ["reviewer"], rita),
      "OfficerInvitation_by_administrator",
    );
    await emptyOffice();
    await refuses(invitation("a@test.example", ["administrator"], null), first);
  });

  it("publishes texts in an active administrator's name only", async () => {
    const publish = (byId: string | null) =>
      app.query(
        `INSERT INTO "PortalText" (kind, version, "textEn", "textFr", "validFrom", "publishedById")
         VALUES ('privacy', 99, 'a', 'b', now(), $1)`,
        [byId],
      );
    await refuses(publish(null), "PortalText_by_administrator");
    await refuses(publish(rita), "PortalText_by_administrator");
    await publish(ava);
    await expect(publish(bea)).rejects.toMatchObject({ code: "23505" });
  });
});

describe("the first administrator", () => {
  const command = async (email?: string) => {
    const said: string[] = [];
    const listen = (chunk: unknown) => said.push(String(chunk)) > 0;
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockImplementation(listen),
    );
    try {
      await adminInvite(email, process.env["STORAGE_DIR"] ?? "", process.env);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    const failed = process.exitCode === 1;
    process.exitCode = 0;
    return { said: said.join(""), failed };
  };

  it("is invited by the command on the server, while there is no other", async () => {
    const person = await newPerson();
    const email = await emailOf(person.userId);
    expect(await command(email)).toMatchObject({
      failed: true,
      said: expect.stringContaining("There is an active administrator already") as string,
    });
    expect(await command("nobody")).toMatchObject({ failed: true });
    await emptyOffice();
    const { said, failed } = await command(email.toUpperCase());
    expect(failed).toBe(false);
    const token = /\/en\/office-invitation\/(\S+)/.exec(said)?.[1] ?? "";
    expect(await findInvitation(person, token)).toMatchObject({
      state: "open",
      roles: ["administrator"],
      inviter: "",
    });
    const event = await db().event.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(event).toMatchObject({ kind: "officer.invited", actorRole: "system" });
    const jobs = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'tellPeople'`;
    expect(jobs[0]?.count).toBeGreaterThan(0);

    // Of two first ones only one becomes it.
    const late = await newPerson();
    const other = await command(await emailOf(late.userId));
    expect(await acceptInvitation(person, token)).toMatchObject({ ok: true });
    expect(await administrators()).toEqual([person.userId]);
    const lateToken = /\/en\/office-invitation\/(\S+)/.exec(other.said)?.[1] ?? "";
    expect(await acceptInvitation(late, lateToken)).toEqual({ ok: false, error: "inviterGone" });
  });
});

describe("any order of inviting, accepting, changing, suspending and restoring", () => {
  const three = fc.nat({ max: 2 });
  const step = fc.record({
    does: fc.constantFrom("invite", "accept", "accept", "change", "suspend", "restore"),
    by: fc.constantFrom(0, 0, 1, 1, 2),
    to: three,
    roles: fc.uniqueArray(fc.constantFrom(...officerRoles), { minLength: 1 }),
    /** Which of the open invitations is accepted. */
    which: fc.nat({ max: 5 }),
  });

  it("keeps an administrator once there was one, and nobody raises themselves", async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 25 }), async (steps) => {
        await emptyOffice();
        const people = [
          (await newPerson()).userId,
          (await newPerson()).userId,
          (await newPerson()).userId,
        ];
        const idOf = (who: number) => people[who] ?? "";
        await giveRoles(idOf(0), ["administrator"]);
        await giveRoles(idOf(1), ["administrator", "reviewer"]);
        await giveRoles(idOf(2), ["signatory"]);
        const open: { id: string; to: string; by: string }[] = [];
        for (const { does, by, to, roles, which } of steps) {
          const [actor, target] = [idOf(by), idOf(to)];
          const viewer = await officerViewer(actor);
          const before = await heldBy(people);
          const newest = await db().officerChange.findFirst({
            where: { userId: target },
            orderBy: { id: "desc" },
          });
          const seen = String(newest?.id ?? 0);
          let own: string | null = actor;
          let outcome: { ok: boolean };
          if (does === "invite") {
            const sent = await invite(viewer, { email: await emailOf(target), roles });
            if (sent.ok) open.push({ id: sent.value.invitationId, to: target, by: actor });
            outcome = sent;
          } else if (does === "accept") {
            const chosen = open[which % Math.max(open.length, 1)];
            if (!chosen) continue;
            // What the inviter decided is nobody's own doing, unless they invited themselves.
            own = chosen.by === chosen.to ? chosen.to : null;
            outcome = await acceptInvitation(await exporterViewer(chosen.to), linkToken(chosen.id));
          } else if (does === "change") {
            outcome = await changeRoles(viewer, target, { roles, reason: "x" }, seen);
          } else {
            const act = does === "suspend" ? suspend : restore;
            outcome = await act(viewer, target, "x", seen);
          }
          if (outcome.ok) kinds.add(does);
          expect(await administrators()).not.toEqual([]);
          const after = await heldBy(people);
          if (own) {
            for (const role of after.get(own) ?? []) expect(before.get(own)).toContain(role);
          }
        }
      }),
      { numRuns: 15 },
    );
    // Otherwise nothing was tried.
    for (const kind of ["accept", "change", "invite"]) expect(kinds).toContain(kind);
  }, 120_000);

  async function heldBy(people: readonly string[]) {
    const rows = await db().user.findMany({
      where: { id: { in: [...people] } },
      select: { id: true, roles: true, suspendedAt: true },
    });
    return new Map(rows.map(({ id, roles, suspendedAt }) => [id, suspendedAt ? [] : roles]));
  }
});
