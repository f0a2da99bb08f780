import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import type { Purpose } from "@/lib/certificates/status/lists";
import { encodeList, signList } from "@/lib/certificates/status/signed-list";
import { loadTrust } from "./load-trust";

/* What is asked of the server, and what a device keeps. */

const portalUrl = "https://kp-pk.example.ca";
const keysAt = `${portalUrl}/.well-known/jwks.json`;
const signer = await localSigner(testKeys.current);
const published = (
  { kty, crv, x, y }: { kty: string; crv: string; x: string; y: string },
  purpose: string,
) => ({
  ...{ kty, crv, x, y, purpose, alg: "ES256", nbf: 0, exp: 4e9 },
});
const keySet = JSON.stringify({
  keys: [published(testKeys.current, "credential"), published(testKeys.past, "seal")],
});
const list = (purpose: Purpose, at: string, by = signer) =>
  signList(
    { purpose, encodedList: encodeList(purpose, []), signedAt: new Date(at), portalUrl },
    by,
  );

/** The server: what it says at each address; null: it cannot be asked. */
let server: Record<string, string | null>;
const kept = new Map<string, string>();
const cache = {
  match: (address: string) => {
    const text = kept.get(address);
    return Promise.resolve(text === undefined ? undefined : new Response(text));
  },
  put: async (address: string, answer: Response) => void kept.set(address, await answer.text()),
};
const asked: [string, RequestInit][] = [];

async function give(at: string, by = signer): Promise<void> {
  server = { [keysAt]: keySet };
  for (const purpose of ["revocation", "message"] as const) {
    server[`${portalUrl}/status/${purpose}`] = await list(purpose, at, by);
  }
}

beforeEach(() => {
  kept.clear();
  asked.length = 0;
  vi.stubGlobal("caches", { open: () => Promise.resolve(cache) });
  vi.stubGlobal("fetch", (address: string, init: RequestInit) => {
    asked.push([address, init]);
    const text = server[address];
    if (text === null) return Promise.reject(new TypeError("no network"));
    return Promise.resolve(new Response(text ?? "", { status: text === undefined ? 404 : 200 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

const signedAt = async () => (await loadTrust(portalUrl)).lists.revocation?.signedAt.toISOString();
const away = () => {
  for (const address of Object.keys(server)) server[address] = null;
};

it("asks for three things that are the same for everybody, without cookies or referrer", async () => {
  await give("2026-11-24T12:00:00Z");
  const trust = await loadTrust(portalUrl);
  expect(trust.server).toBe("answered");
  expect(trust.keys?.size).toBe(1);
  expect(asked.map(([address]) => address).sort()).toEqual([
    keysAt,
    `${portalUrl}/status/message`,
    `${portalUrl}/status/revocation`,
  ]);
  for (const [, init] of asked) {
    expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
  }
});

it("takes what was kept when the server cannot be asked, and says so", async () => {
  await give("2026-11-24T12:00:00Z");
  await loadTrust(portalUrl);
  away();
  const trust = await loadTrust(portalUrl);
  expect(trust.server).toBe("away");
  expect(trust.keys?.size).toBe(1);
  expect(trust.lists.message?.signedAt).toEqual(new Date("2026-11-24T12:00:00Z"));
});

it("has nothing where nothing was ever given", async () => {
  await give("2026-11-24T12:00:00Z");
  away();
  expect(await loadTrust(portalUrl)).toMatchObject({
    keys: null,
    lists: { revocation: null, message: null },
  });
});

it("lets nobody bring an older list back", async () => {
  await give("2026-11-24T12:00:00Z");
  await loadTrust(portalUrl);
  await give("2026-11-23T12:00:00Z");
  expect(await signedAt()).toBe("2026-11-24T12:00:00.000Z");
  await give("2026-11-24T12:15:00Z");
  expect(await signedAt()).toBe("2026-11-24T12:15:00.000Z");
});

it("neither takes nor keeps what Canada did not sign", async () => {
  await give("2026-11-24T12:00:00Z", await localSigner(testKeys.stranger));
  const trust = await loadTrust(portalUrl);
  expect(trust).toMatchObject({ server: "refused", lists: { revocation: null, message: null } });
  expect([...kept.keys()]).toEqual([keysAt]);
  server[keysAt] = "<html>";
  expect((await loadTrust(portalUrl)).keys?.size).toBe(1);
});

it("works in a browser that keeps nothing", async () => {
  vi.stubGlobal("caches", { open: () => Promise.reject(new Error("SecurityError")) });
  await give("2026-11-24T12:00:00Z");
  expect(await signedAt()).toBe("2026-11-24T12:00:00.000Z");
});
