import { expect, it } from "vitest";
import { didDocumentOf, keySetOf, type ListedKey } from "@/lib/certificates/keys/key-set";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { thumbprintOf } from "@/lib/certificates/seal/thumbprint";

const { kty, crv, x, y } = testKeys.current;
const { full, short } = await thumbprintOf(testKeys.current);
const key: ListedKey = {
  thumbprint: full,
  publicJwk: { kty, crv, x, y },
  purpose: "seal",
  notBefore: "2026-11-23",
  notAfter: "2027-11-22",
  revokedAt: null,
  revokedFromLogSize: null,
};
const revoked: ListedKey = {
  ...key,
  revokedAt: new Date("2027-01-05T12:00:00Z"),
  revokedFromLogSize: 0,
};

it("is the list that the check page reads, from the first second to the last", async () => {
  const list = await keyListOf(JSON.parse(JSON.stringify(keySetOf([key]))));
  expect(list?.get(short)).toEqual({
    kid: full,
    alg: "ES256",
    purpose: "seal",
    publicJwk: { kty, crv, x, y },
    notBefore: Date.UTC(2026, 10, 23) / 1000,
    notAfter: Date.UTC(2027, 10, 23) / 1000,
  });
});

it("says from which size of the log on a revoked key counts for nothing, 0 included", async () => {
  const list = await keyListOf(keySetOf([revoked]));
  expect(list?.get(short)?.revokedFromLogSize).toBe(0);
});

it("names every key in the document of the issuer, and what still asserts", () => {
  const log: ListedKey = {
    ...key,
    publicJwk: { kty: "OKP", crv: "Ed25519", x },
    thumbprint: "L".repeat(43),
    purpose: "log",
  };
  const document = didDocumentOf("http://localhost:3000", [key, log]);
  const did = "did:web:localhost%3A3000";
  expect(document.id).toBe(did);
  expect(document.verificationMethod.map(({ id }) => id)).toEqual([
    `${did}#${full}`,
    `${did}#${"L".repeat(43)}`,
  ]);
  expect(document.assertionMethod).toEqual([`${did}#${full}`]);
  const after = didDocumentOf("https://kp-pk.example.ca", [revoked]);
  expect(after.assertionMethod).toEqual([]);
  expect(after.verificationMethod[0]).toMatchObject({ revoked: "2027-01-05T12:00:00.000Z" });
});
