import { calculateJwkThumbprint } from "jose";
import { expect, it } from "vitest";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { isLowS, toLowS } from "@/lib/certificates/seal/low-s";
import { fromHex } from "@/lib/certificates/seal/bytes";
import { fromBase64url, base64url, thumbprintOf } from "@/lib/certificates/seal/thumbprint";
import { KEYS } from "@/lib/certificates/seal/vectors/circumstances";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";

it("a thumbprint is that of RFC 7638", async () => {
  const { kty, crv, x, y } = testKeys.current;
  const { full, short } = await thumbprintOf(testKeys.current);
  expect(full).toBe(await calculateJwkThumbprint({ kty, crv, x, y }));
  expect(Buffer.from(full, "base64url").subarray(0, 8).toString("hex")).toBe(short);
  expect(base64url(fromBase64url(full))).toBe(full);
});

it("of an Ed25519 key too (RFC 8037)", async () => {
  const key = { kty: "OKP", crv: "Ed25519", x: testKeys.current.x } as const;
  expect((await thumbprintOf(key)).full).toBe(await calculateJwkThumbprint(key));
});

it("names keys by their thumbprints, whatever they call themselves", async () => {
  const [first] = KEYS.keys;
  const list = await keyListOf({ keys: [{ ...first, kid: "somebody-else" }] });
  expect([...(list?.keys() ?? [])]).toEqual([(await thumbprintOf(testKeys.current)).short]);
});

it("leaves out keys for something else, and private parts", async () => {
  const [first] = KEYS.keys;
  const list = await keyListOf({
    keys: [
      { ...first, d: testKeys.current.d },
      { ...KEYS.keys[1], purpose: "credential" },
      { ...KEYS.keys[2], alg: "ES384" },
      { kty: "OKP", crv: "Ed25519", x: "AA", purpose: "log" },
      "no key",
    ],
  });
  expect(list?.size).toBe(1);
  const [key] = list?.values() ?? [];
  expect(key?.publicJwk).not.toHaveProperty("d");
});

it.each([null, {}, { keys: "none" }, []])("%j is no list", async (jwks) => {
  expect(await keyListOf(jwks)).toBeNull();
});

it("a signature has one low form", () => {
  const r = "00".repeat(31) + "01";
  const half = "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8";
  const above = "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a9";
  expect(isLowS(fromHex(r + half))).toBe(true);
  expect(isLowS(fromHex(r + above))).toBe(false);
  expect(toLowS(fromHex(r + half))).toEqual(fromHex(r + half));
  expect(toLowS(fromHex(r + above))).toEqual(fromHex(r + half));
});
