import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { databaseAdapter } from "@/lib/auth/adapter";
import { carryingProof, keepProof, type SignInProof } from "@/lib/auth/sign-in-proof";
import {
  endSession,
  extendSession,
  findSession,
  lookAtSession,
  startSession,
} from "@/lib/auth/sessions";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { giveRoles } from "@/prisma/seed/give-roles";
import { asOwner } from "@/tests/factories/owner";
import { newProof } from "@/tests/factories/proof";

const proof = newProof({ sid: "s1", idToken: "id-token", userAgent: "A browser" });
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
let userId: string;
let token: string;

beforeEach(async () => {
  userId = (await db().user.create({ data: { firstName: "Maya" } })).id;
  token = randomUUID();
  await startSession(token, userId, inHours(8), proof);
});

const seenSecondsAgo = (seconds: number) =>
  db().session.updateMany({
    where: { userId },
    data: { lastSeenAt: new Date(Date.now() - seconds * 1000) },
  });
const lastSeen = async () => (await db().session.findFirst({ where: { userId } }))?.lastSeenAt;
const events = () =>
  db().event.findMany({ where: { actorId: userId }, select: { kind: true, data: true } });

describe("a session", () => {
  it("is found by its token, which the database does not hold", async () => {
    expect(await findSession(token)).toMatchObject({ userId });
    expect(await findSession(`${token}x`)).toBeNull();
    const row = await db().session.findFirst({ where: { userId } });
    expect(JSON.stringify(row)).not.toContain(token);
    const { partner: provider, ...shown } = proof;
    expect(row).toMatchObject({ provider, ...shown });
  });

  it("ends when nobody was there for the idle limit, and stays while somebody is", async () => {
    await seenSecondsAgo(env().SESSION_IDLE_SECONDS - 5);
    expect(await findSession(token)).not.toBeNull();
    expect(Date.now() - ((await lastSeen())?.getTime() ?? 0)).toBeLessThan(5_000);
    await seenSecondsAgo(env().SESSION_IDLE_SECONDS + 1);
    expect(await findSession(token)).toBeNull();
    expect(await lastSeen()).toBeUndefined();
  });

  it("does not write at every look", async () => {
    await seenSecondsAgo(20);
    const before = await lastSeen();
    await findSession(token);
    expect(await lastSeen()).toEqual(before);
  });

  it("lasts longer at once when its person says so, and not when they only ask", async () => {
    await seenSecondsAgo(20);
    const before = await lastSeen();
    expect(await lookAtSession(token)).toMatchObject({ userId, lastSeenAt: before });
    expect(await lastSeen()).toEqual(before);
    const extended = await extendSession(token);
    expect(Date.now() - (extended?.lastSeenAt.getTime() ?? 0)).toBeLessThan(5_000);
    expect(await lastSeen()).toEqual(extended?.lastSeenAt);
    await seenSecondsAgo(env().SESSION_IDLE_SECONDS - 5);
    const late = await lastSeen();
    expect(await lookAtSession(token)).not.toBeNull();
    expect(await lastSeen()).toEqual(late);
  });

  it.each([
    ["looked at", lookAtSession],
    ["extended", extendSession],
  ])("that is over is not %s", async (_, ask) => {
    await seenSecondsAgo(env().SESSION_IDLE_SECONDS + 1);
    expect(await ask(token)).toBeNull();
    expect(await lastSeen()).toBeUndefined();
    expect(await ask(`${token}x`)).toBeNull();
  });

  it("is not extended beyond its absolute limit", async () => {
    const expires = new Date(Date.now() + 30_000);
    await db().session.updateMany({ where: { userId }, data: { expires } });
    expect(await extendSession(token)).toMatchObject({ expires });
    await db().session.updateMany({ where: { userId }, data: { expires: new Date() } });
    expect(await extendSession(token)).toBeNull();
  });

  it("ends at its absolute limit however busy it is", async () => {
    await db().session.updateMany({ where: { userId }, data: { expires: new Date() } });
    expect(await findSession(token)).toBeNull();
  });

  it("that nobody came back to is gone when the next one starts", async () => {
    await db().session.updateMany({ where: { userId }, data: { expires: new Date() } });
    const other = await db().user.create({ data: {} });
    await startSession(randomUUID(), other.id, inHours(8), proof);
    expect(await lastSeen()).toBeUndefined();
  });

  it("is over at once for everybody when it is ended, and is recorded once", async () => {
    const ends = await Promise.all([1, 2, 3].map(() => endSession(token)));
    expect(ends.filter(Boolean)).toEqual([{ userId, partner: "gckey", idToken: "id-token" }]);
    expect(await findSession(token)).toBeNull();
    expect(await events()).toEqual([
      { kind: "session.started", data: { acr: "urn:gckey:loa2" } },
      { kind: "session.ended", data: { by: "person" } },
    ]);
  });
});

describe("a sign-in", () => {
  const today = Date.now();
  const days = (count: number) => new Date(today - count * 24 * 3_600_000);
  const lastSignIn = async () =>
    (await db().user.findUniqueOrThrow({ where: { id: userId } })).lastSignInAt;

  it("is noted as the last", async () => {
    await db().user.update({ where: { id: userId }, data: { lastSignInAt: days(400) } });
    await startSession(randomUUID(), userId, inHours(8), proof);
    expect((await lastSignIn())?.getTime()).toBeGreaterThan(days(1).getTime());
  });

  it("does not wake an officer who was away for 90 days", async () => {
    await giveRoles(userId, ["reviewer"]);
    const setBoth = (at: Date) =>
      asOwner('UPDATE "User" SET "lastSignInAt" = $2, "officerSince" = $2 WHERE id = $1', [
        userId,
        at,
      ]);
    await setBoth(days(91));
    await startSession(randomUUID(), userId, inHours(8), proof);
    expect(await lastSignIn()).toEqual(days(91));
    await setBoth(days(89));
    await startSession(randomUUID(), userId, inHours(8), proof);
    expect((await lastSignIn())?.getTime()).toBeGreaterThan(days(1).getTime());
  });
});

describe("the adapter", () => {
  const arriving = (): SignInProof => ({ ...proof, subject: randomUUID(), language: "fr" });
  const adapter = databaseAdapter();
  const account = (subject: string) => ({ provider: "gckey", providerAccountId: subject });

  it("makes a person with the credential at the first arrival, and finds them at the next", async () => {
    const mine = arriving();
    const made = await carryingProof(null, async () => {
      keepProof(mine);
      return adapter.createUser?.({ id: "", email: "", emailVerified: null });
    });
    expect(await adapter.getUserByAccount?.(account(mine.subject))).toMatchObject({ id: made?.id });
    expect(await db().user.findUnique({ where: { id: made?.id ?? "" } })).toMatchObject({
      language: "fr",
      email: null,
      roles: [],
    });
  });

  it("opens no session that no sign-in proved", async () => {
    const open = () =>
      adapter.createSession?.({ sessionToken: randomUUID(), userId, expires: inHours(8) });
    await expect(Promise.resolve().then(open)).rejects.toThrow("without a proved sign-in");
    await expect(carryingProof(null, async () => open())).rejects.toThrow(
      "without a proved sign-in",
    );
  });

  it("keeps the proofs of sign-ins at the same time apart", async () => {
    await Promise.all(
      ["a", "b", "c"].map((sid) =>
        carryingProof(null, async () => {
          keepProof({ ...arriving(), sid });
          await new Promise((resolve) => setTimeout(resolve, 10));
          await adapter.createSession?.({ sessionToken: sid, userId, expires: inHours(8) });
        }),
      ),
    );
    const sids = await db().session.findMany({ where: { userId }, select: { sid: true } });
    expect(sids.map(({ sid }) => sid).sort()).toEqual(["a", "b", "c", "s1"]);
  });
});
