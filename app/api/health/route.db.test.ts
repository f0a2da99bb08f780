import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startClamd } from "@/tests/stand-ins/clamd";
import { GET } from "./route";

let clamd: Awaited<ReturnType<typeof startClamd>>;
beforeAll(async () => {
  clamd = await startClamd();
  process.env["CLAMAV_HOST"] = `127.0.0.1:${clamd.at().port}`;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-26T12:00:00Z") });
});
afterAll(async () => {
  vi.useRealTimers();
  await clamd.stop();
});

const scanner = async () => {
  const answer = await GET();
  const body = (await answer.json()) as Record<string, unknown>;
  expect(answer.status).toBe(200);
  expect(body).toMatchObject({ database: "ok", storage: "ok" });
  return body["scanner"];
};
const later = () => vi.setSystemTime(Date.now() + 11_000);

it("says how the scanner does and how old its signatures are, and never fails for them", async () => {
  expect(await scanner()).toEqual({ state: "ok", signatures: "none", issuedAt: null });
  clamd.say("ClamAV 1.4.6/27832/Tue Nov 24 09:30:12 2026");
  // For ten seconds the answer holds.
  expect(await scanner()).toMatchObject({ signatures: "none" });
  later();
  const issuedAt = "2026-11-24T09:30:12.000Z";
  expect(await scanner()).toEqual({ state: "ok", signatures: "fresh", issuedAt });
  clamd.say("ClamAV 1.4.6/27829/Sat Nov 21 09:30:12 2026");
  later();
  expect(await scanner()).toMatchObject({ state: "ok", signatures: "old" });
  await clamd.stop();
  later();
  expect(await scanner()).toEqual({ state: "away" });
});
