import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { findKept, forgetKept, formOf, keepForEnded, sweepKept } from "@/lib/auth/kept-text";
import { readSessionToken } from "@/lib/auth/session-cookie";
import { endSession, findSession, startSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { newPerson } from "@/tests/factories/people";
import { newProof } from "@/tests/factories/proof";
import { asOwner } from "@/tests/factories/owner";

vi.mock("@/lib/auth/session-cookie", () => ({ readSessionToken: vi.fn() }));

const form = "/applications/7/consignee";
const hour = 3_600_000;
let me: { userId: string };
let token: string;

beforeEach(async () => {
  me = { userId: (await newPerson()).userId };
  token = randomUUID();
  await startSession(token, me.userId, new Date(Date.now() + 8 * hour), newProof());
});

function formData(fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, text] of Object.entries(fields)) data.append(name, text);
  return data;
}

async function press(fields: Record<string, string>, sentWith = token, where = form) {
  vi.mocked(readSessionToken).mockResolvedValue(sentWith);
  await keepForEnded({ form: where, formData: formData(fields), locale: "en" });
}

const kept = async (somebody = me) => (await findKept(somebody, form))?.values ?? null;
const rows = () => db().keptText.count({ where: { userId: me.userId } });
async function age(hours: number) {
  const at = new Date(Date.now() - hours * hour);
  await db().keptText.updateMany({ where: { userId: me.userId }, data: { keptAt: at } });
  const ended = `UPDATE "EndedSession" SET "endedAt" = $1 WHERE "userId" = $2`;
  await asOwner(ended, [at, me.userId]);
}

describe("text typed when the session had ended", () => {
  it("is kept for whoever's session it was, and for nobody else", async () => {
    await endSession(token);
    await press({ city: "Anvers" });
    expect(await kept()).toEqual({ city: "Anvers" });
    const other = { userId: (await newPerson()).userId };
    expect(await kept(other)).toBeNull();
    expect(await forgetKept(other, form)).toBe(false);
    expect(await findKept(me, "/applications/8/consignee")).toBeNull();
    expect(await forgetKept(me, form)).toBe(true);
    expect(await kept()).toBeNull();
  });

  it("is kept however the session ended", async () => {
    const ways = {
      idle: async () => {
        const lastSeenAt = new Date(Date.now() - (env().SESSION_IDLE_SECONDS + 1) * 1000);
        await db().session.updateMany({ where: { userId: me.userId }, data: { lastSeenAt } });
        expect(await findSession(token)).toBeNull();
      },
      "at its longest": async () => {
        const expires = new Date(Date.now() - 1000);
        await db().session.updateMany({ where: { userId: me.userId }, data: { expires } });
        expect(await findSession(token)).toBeNull();
      },
      revoked: () => db().session.deleteMany({ where: { userId: me.userId } }),
    };
    for (const [way, end] of Object.entries(ways)) {
      token = randomUUID();
      await startSession(token, me.userId, new Date(Date.now() + hour), newProof());
      await end();
      await press({ city: way });
      expect(await kept(), way).toEqual({ city: way });
    }
  });

  it("is not kept of a session that goes on, nor of a made-up cookie, nor for whom the page was not drawn", async () => {
    await press({ city: "Anvers" });
    await press({ city: "Anvers" }, "made-up");
    expect(await kept()).toBeNull();
    await endSession(token);
    const drawnFor = randomUUID();
    await keepForEnded({ form, formData: formData({ city: "Anvers" }), locale: "en", drawnFor });
    expect(await kept()).toBeNull();
    expect(await findSession(token)).toBeNull();
  });

  it("is what somebody typed, the newest, without secrets and what a page draws anew", async () => {
    await endSession(token);
    await press({ city: "Ghent" });
    await press({
      city: "Anvers\0",
      base: "{}",
      version: "3",
      pageForm: "yes",
      $ACTION_1: "x",
      intent: "next",
      kept: "yes",
      password: "x",
      otp: "1",
      creationToken: "x",
      person: "x",
      rough_diamonds: "yes",
      "rough_diamonds.version": "1",
    });
    expect(await kept()).toEqual({ city: "Anvers", base: "{}", version: "3", pageForm: "yes" });
    expect(await rows()).toBe(1);
    await forgetKept(me, form);
    await press({ base: "{}", version: "3", pageForm: "yes", city: " " });
    expect(await kept()).toBeNull();
  });

  it("is what was pressed, where a page that saved itself before is heard later", async () => {
    await endSession(token);
    const saveItself = (city: string) => {
      const sent = { form, formData: formData({ city }), locale: "en" as const };
      return keepForEnded({ ...sent, drawnFor: me.userId });
    };
    vi.mocked(readSessionToken).mockResolvedValue(token);
    await saveItself("An");
    await press({ city: "Anvers" });
    await saveItself("Anver");
    expect(await kept()).toEqual({ city: "Anvers" });
    await age(0.1);
    await saveItself("Ghent");
    await saveItself("Ghent, changed");
    expect(await kept()).toEqual({ city: "Ghent, changed" });
  });

  it("is at most 64 kB a form, and of the twenty newest forms", async () => {
    await endSession(token);
    await press({ notes: "é".repeat(33_000) });
    expect(await kept()).toBeNull();
    await press({ notes: "é".repeat(31_000) });
    expect(await kept()).not.toBeNull();
    for (let i = 0; i < 20; i += 1) await press({ city: "Anvers" }, token, `/office/${i}`);
    expect(await rows()).toBe(20);
    expect(await kept()).toBeNull();
  });

  it("is gone after 24 hours, and so is whose the session was", async () => {
    await endSession(token);
    await press({ city: "Anvers" });
    await age(23);
    await sweepKept();
    expect(await kept()).toEqual({ city: "Anvers" });
    await age(24.1);
    expect(await kept()).toBeNull();
    await press({ city: "Too late" });
    expect(await kept()).toBeNull();
    await sweepKept();
    expect(await rows()).toBe(0);
    expect(await db().endedSession.count({ where: { userId: me.userId } })).toBe(0);
  });
});

describe("an ended session", () => {
  it("is noted by the database alone", async () => {
    const forged = db().endedSession.create({
      data: { tokenHash: "0".repeat(64), userId: me.userId },
    });
    await expect(forged).rejects.toThrow(/permission denied/);
    await endSession(token);
    const moved = db().endedSession.updateMany({ where: { userId: me.userId }, data: me });
    await expect(moved).rejects.toThrow(/permission denied/);
  });
});

it.each([
  ["/en/applications/7/consignee?from=summary", "/applications/7/consignee"],
  ["/fr/demandes/7/destinataire", "/applications/7/consignee"],
  ["/fr/profil/nouveau", "/profile/new"],
  ["/en", "/"],
])("the form of %s is %s in both languages", (address, name) => {
  expect(formOf(address)).toBe(name);
});
