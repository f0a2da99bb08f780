import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import * as current from "@/lib/auth/current";
import { startSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { newOfficer } from "@/tests/factories/people";
import { newProof } from "@/tests/factories/proof";

/*
 * Nobody without a session becomes a viewer, so that none of the functions of docs/authorization.md can be
 * asked: every guard leads to the sign-in, also with the cookie of a session that is over.
 */

const { token } = vi.hoisted(() => ({ token: { value: undefined as string | undefined } }));
vi.mock("@/lib/auth/session-cookie", async (actual) => ({
  ...(await actual<object>()),
  readSessionToken: () => Promise.resolve(token.value),
}));
vi.mock("next-auth", () => ({ default: () => ({ handlers: {} }) }));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers()) }));
vi.mock("next-intl/server", () => ({ getLocale: () => Promise.resolve("en") }));

const guards = Object.entries(current).filter(([name]) => name.startsWith("require"));
const rolesFor = { requireStep: [["terms"], null] } as Record<string, unknown[]>;

let userId: string;
beforeAll(async () => {
  ({ userId } = await newOfficer("administrator"));
});
beforeEach(() => {
  token.value = undefined;
});

async function open(expires = new Date(Date.now() + 3_600_000)): Promise<string> {
  const opened = randomUUID();
  await startSession(opened, userId, expires, newProof());
  return opened;
}

const cookies: Record<string, () => Promise<string | undefined>> = {
  "no cookie": () => Promise.resolve(undefined),
  "a session that never was": () => Promise.resolve(randomUUID()),
  "a session past its end": () => open(new Date(Date.now() - 1000)),
  async "a session that was idle too long"() {
    const idle = await open();
    const lastSeenAt = new Date(Date.now() - (env().SESSION_IDLE_SECONDS + 1) * 1000);
    await db().session.updateMany({ where: { userId }, data: { lastSeenAt } });
    return idle;
  },
};

it.each(Object.keys(cookies))("with %s every guard leads to the sign-in", async (kind) => {
  expect(guards.length).toBeGreaterThan(5);
  for (const [name, guard] of guards) {
    token.value = await cookies[kind]?.();
    const asked = (guard as (...args: unknown[]) => Promise<unknown>)(...(rolesFor[name] ?? []));
    await expect(asked, name).rejects.toMatchObject({
      digest: expect.stringMatching(/^NEXT_REDIRECT;\w+;\/en\/sign-in\b/) as string,
    });
    expect(await current.currentPerson(), name).toBeNull();
  }
});

it("with a session that lasts they know who asks", async () => {
  token.value = await open();
  expect(await current.currentPerson()).toMatchObject({ id: userId, roles: ["administrator"] });
  expect(await current.requireOfficer("administrator")).toMatchObject({ kind: "officer", userId });
});
