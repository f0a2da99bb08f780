// The seals in another implementation of COSE and of CBOR, which knows nothing of ours.
import { Sign1 } from "@auth0/cose";
import { Decoder } from "cbor-x";
import { expect, it } from "vitest";
import { fromHex, toHex } from "@/lib/certificates/seal/bytes";
import type { PrivateKey } from "@/lib/certificates/keys/jwk";
import vectors from "@/lib/certificates/seal/vectors/kpc-1.json";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";

const publicPart = ({ kty, crv, x, y }: PrivateKey) =>
  crypto.subtle.importKey(
    "jwk",
    { kty, crv, x, y },
    { name: "ECDSA", namedCurve: "P-256" },
    false,
    ["verify"],
  );

it.each(vectors.good)("verifies elsewhere: $name", async ({ seal, issuer }) => {
  const theirs = Sign1.decode(fromHex(seal));
  const by = issuer === "specimen" ? testKeys.specimen : testKeys.current;
  const key = await publicPart(by);
  await expect(theirs.verify(key)).resolves.toBeUndefined();

  const other = await publicPart(testKeys.stranger);
  await expect(theirs.verify(other)).rejects.toThrow();
});

it.each(vectors.good)("says the same to another decoder: $name", ({ seal, facts }) => {
  const theirs = Sign1.decode(fromHex(seal));
  const decoder = new Decoder({ mapsAsObjects: false });
  const outer = decoder.decode(theirs.payload) as Map<number, unknown>;
  const kpc = outer.get(-65537) as Map<number, unknown>;
  expect(outer.get(1)).toBe("CA");
  expect(new Date(Number(outer.get(6)) * 1000).toISOString()).toBe(`${facts.issued}T00:00:00.000Z`);
  expect(Number(outer.get(4)) - Number(outer.get(6))).toBe(61 * 86_400);
  expect(kpc.get(0)).toBe(1);
  expect(kpc.get(1)).toBe(facts.number);
  expect(kpc.get(2)).toEqual(facts.origin);
  expect([kpc.get(3), kpc.get(4)]).toEqual([facts.destination, facts.consigneeCountry]);
  expect(kpc.get(5)).toEqual([facts.exporter.name, facts.exporter.place]);
  expect(kpc.get(6)).toEqual([facts.consignee.name, facts.consignee.place]);
  expect(kpc.get(7)).toEqual(
    facts.lines.map((line) => [
      line.hs,
      Math.round(Number(line.carats) * 100),
      Math.round(Number(line.usd) * 100),
      line.source,
    ]),
  );
  expect([kpc.get(8), kpc.get(9)]).toEqual(
    [facts.totals.carats, facts.totals.usd].map((total) => Math.round(Number(total) * 100)),
  );
  expect(kpc.get(10)).toBe(facts.parcels);
  const { seals } = facts;
  if (Array.isArray(seals)) {
    expect(kpc.get(11)).toEqual(seals);
    expect(kpc.has(17)).toBe(false);
  } else {
    expect(kpc.get(11)).toBe(facts.containers);
    expect(toHex(kpc.get(17) as Uint8Array)).toBe(seals.sha256);
  }
  expect([kpc.get(12), kpc.get(13)]).toEqual([facts.authorizedBy, facts.statusIndex]);
  expect(kpc.get(16)).toBe("replaces" in facts ? facts.replaces : undefined);
});
