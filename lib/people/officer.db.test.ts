import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dormantAfterDays, officerStanding } from "@/lib/people/officer";
import { findPerson } from "@/lib/people/queries";
import { newOfficer } from "@/tests/factories/people";

const owner = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const day = 86_400_000;
const limit = dormantAfterDays * day;
const at = new Date("2026-11-26T12:00:00Z");
const ago = (ms: number) => new Date(at.getTime() - ms);

/** Moments in milliseconds before now; null was never. */
const cases: [
  signIn: number | null,
  since: number | null,
  suspended: boolean,
  expected: ReturnType<typeof officerStanding>,
][] = [
  [limit - 60_000, null, false, "active"],
  [limit + 60_000, null, false, "dormant"],
  [null, limit - 60_000, false, "active"],
  [null, limit + 60_000, false, "dormant"],
  [limit + day, limit - 60_000, false, "active"],
  [limit - 60_000, limit + day, false, "active"],
  [limit + 60_000, limit + day, false, "dormant"],
  [null, null, false, "dormant"],
  [0, 0, true, "suspended"],
  [limit + day, limit + day, true, "suspended"],
];

describe.each(cases)(
  "signed in %s ms ago, officer since %s, suspended %s",
  (...[signIn, since, suspended, expected]) => {
    it(`is ${expected ?? "nobody"}, and the database agrees`, async () => {
      const facts = (from: (ms: number) => Date) => ({
        lastSignInAt: signIn === null ? null : from(signIn),
        officerSince: since === null ? null : from(since),
        suspendedAt: suspended ? from(0) : null,
      });
      expect(officerStanding({ roles: ["reviewer"], ...facts(ago) }, at)).toBe(expected);

      const { userId } = await newOfficer("reviewer");
      const now = facts((ms) => new Date(Date.now() - ms));
      await owner.query(
        `UPDATE "User" SET "lastSignInAt" = $2, "officerSince" = $3, "suspendedAt" = $4 WHERE id = $1`,
        [userId, now.lastSignInAt, now.officerSince, now.suspendedAt],
      );
      const { rows } = await owner.query<{ holds: boolean | null }>(
        `SELECT holds_role(u, 'reviewer') AS holds FROM "User" u WHERE id = $1`,
        [userId],
      );
      expect(rows[0]?.holds ?? false).toBe(expected === "active");
      const person = await findPerson(userId);
      expect(person?.officerStanding).toBe(expected);
      expect(person?.roles).toEqual(expected === "active" ? ["reviewer"] : []);
    });
  },
);

it("begins to rest at the very millisecond", () => {
  const facts = { roles: ["reviewer"] as const, officerSince: null, suspendedAt: null };
  expect(officerStanding({ ...facts, lastSignInAt: ago(limit - 1) }, at)).toBe("active");
  expect(officerStanding({ ...facts, lastSignInAt: ago(limit) }, at)).toBe("dormant");
});

it("is nothing for somebody without a role", () => {
  const facts = { officerSince: ago(0), suspendedAt: ago(0), lastSignInAt: ago(0) };
  expect(officerStanding({ roles: [], ...facts }, at)).toBeNull();
});
