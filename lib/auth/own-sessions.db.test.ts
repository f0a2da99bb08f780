import { randomUUID } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import { readSessionToken } from "@/lib/auth/session-cookie";
import { findSession, startSession } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { newPerson } from "@/tests/factories/people";
import { newProof } from "@/tests/factories/proof";
import { endOtherSessions, endOwnSession, listSessions } from "./own-sessions";

vi.mock("@/lib/auth/session-cookie", () => ({ readSessionToken: vi.fn() }));

let viewer: Viewer;
let tokens: string[];

async function open(userId: string, userAgent: string): Promise<string> {
  const token = randomUUID();
  const hour = new Date(Date.now() + 3_600_000);
  await startSession(token, userId, hour, newProof({ userAgent }));
  return token;
}

/** Somebody in three browsers; the request comes from the first. */
beforeEach(async () => {
  viewer = await newPerson();
  tokens = [];
  for (const name of ["one", "two", "three"]) tokens.push(await open(viewer.userId, name));
  vi.mocked(readSessionToken).mockResolvedValue(tokens[0]);
});

const names = async () => (await listSessions(viewer)).map(({ userAgent }) => userAgent);

it("lists the browsers of one person, this one first", async () => {
  await open((await newPerson()).userId, "somebody else's");
  expect(await names()).toEqual(["one", "three", "two"]);
  const [here, ...others] = await listSessions(viewer);
  expect(here?.here).toBe(true);
  expect(others.map((session) => session.here)).toEqual([false, false]);
});

it("leaves out what has ended by itself", async () => {
  const { userId } = viewer;
  const gone = new Date(Date.now() - (env().SESSION_IDLE_SECONDS + 1) * 1000);
  await db().session.updateMany({ where: { userId, userAgent: "two" }, data: { expires: gone } });
  await db().session.updateMany({
    where: { userId, userAgent: "three" },
    data: { lastSeenAt: gone },
  });
  expect(await names()).toEqual(["one"]);
});

it("ends one, of the viewer's own only", async () => {
  const two = (await listSessions(viewer)).find(({ userAgent }) => userAgent === "two");
  await endOwnSession(await newPerson(), two?.id ?? "");
  await endOwnSession(viewer, "nonsense");
  expect(await names()).toHaveLength(3);
  await endOwnSession(viewer, two?.id ?? "");
  expect(await names()).toEqual(["one", "three"]);
  expect(await findSession(tokens[1] ?? "")).toBeNull();
});

it("ends all others at once", async () => {
  const stranger = await newPerson();
  const theirs = await open(stranger.userId, "theirs");
  await Promise.all([endOtherSessions(viewer), endOtherSessions(viewer)]);
  expect(await names()).toEqual(["one"]);
  expect(await findSession(theirs)).not.toBeNull();
  const ended = await db().event.findMany({
    where: { actorId: viewer.userId, kind: "session.ended" },
  });
  expect(ended.map(({ data }) => data)).toEqual([{ by: "person" }, { by: "person" }]);
});
