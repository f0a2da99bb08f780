import { expect, test, vi } from "vitest";
import { endOf } from "@/lib/auth/session-end";

vi.mock("@/lib/env", () => ({ env: () => ({ SESSION_IDLE_SECONDS: 1200 }) }));

const now = new Date("2026-11-25T12:00:00.900Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const session = (seenAgo: number, expiresIn: number) => ({
  userId: "u",
  lastSeenAt: after(-seenAgo),
  expires: after(expiresIn),
});

test.each([
  ["just seen", 0, 28_800, { secondsLeft: 1200, warnIn: 1080, extendable: true }],
  ["seen a while ago and not written since", 59, 28_800, { secondsLeft: 1141, warnIn: 1021 }],
  ["in its last two minutes", 1100, 28_800, { secondsLeft: 100, warnIn: 0, extendable: true }],
  ["near its longest", 10, 600, { secondsLeft: 600, warnIn: 480, extendable: false }],
  ["between both limits", 1150, 60, { secondsLeft: 50, warnIn: 0, extendable: true }],
  ["at its end", 1200, 28_800, { secondsLeft: 0, warnIn: 0 }],
  ["over", 5000, -5, { secondsLeft: 0, warnIn: 0 }],
] as const)("a session %s", (_, seenAgo, expiresIn, end) => {
  expect(endOf(session(seenAgo, expiresIn), now)).toMatchObject(end);
});

test("never promises more than is left", () => {
  expect(endOf(session(0.6, 28_800), now)).toMatchObject({ at: after(1199.4), secondsLeft: 1199 });
});
