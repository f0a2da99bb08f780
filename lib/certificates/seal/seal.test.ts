import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { anyRecord } from "@/lib/certificates/seal/any-record";
import { decodeCbor, encodeCbor } from "@/lib/certificates/seal/cbor";
import { claimsFrom, factsFrom } from "@/lib/certificates/seal/claims";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { factsOf } from "@/lib/certificates/seal/sealed-facts";
import { sealListHash, sealListMark } from "@/lib/certificates/seal/seal-list";
import { sealRecord } from "@/lib/certificates/seal/sign";
import { digitsOf, sealFrom } from "@/lib/certificates/seal/address";
import { goodRecords } from "@/lib/certificates/seal/vectors/good";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { verifySeal } from "@/lib/certificates/seal/verify";
import { err } from "@/lib/result";

const signer = await localSigner(testKeys.current);
const { kty, crv, x, y } = testKeys.current;
const keys = await keyListOf({
  keys: [{ kty, crv, x, y, alg: "ES256", purpose: "seal", nbf: 0, exp: 253_402_300_799 }],
});

describe("any record", () => {
  it("seals, goes through its address and verifies", async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async (record) => {
        const sealed = await sealRecord(record, signer);
        if (!sealed.ok) throw new Error(sealed.error);
        const verdicts = await verifySeal(sealFrom(digitsOf(sealed.value)) ?? new Uint8Array(), {
          keys: keys ?? new Map(),
          now: new Date(record.issued),
          statusOf: () => null,
        });
        expect(verdicts).toMatchObject({ integrity: "intact", issuer: "canada" });
        expect(verdicts.facts).toEqual(await factsOf(record));
        expect(verdicts.facts?.expires).toBe(expiry(record.issued));
      }),
    );
  });

  it("is the same after it was encoded and decoded", async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async (record) => {
        const facts = await factsOf(record);
        const bytes = encodeCbor(claimsFrom(facts));
        expect(factsFrom(decodeCbor(bytes))).toEqual({ ok: true, value: facts });
        expect(encodeCbor(decodeCbor(bytes))).toEqual(bytes);
      }),
    );
  });
});

/** Written otherwise than in the code: by the calendar. */
function expiry(issued: string): string {
  const day = new Date(`${issued}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 60);
  return day.toISOString().slice(0, 10);
}

it("any bytes are refused without an exception", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 700 }), async (bytes) => {
      const { integrity } = await verifySeal(bytes, {
        keys: keys ?? new Map(),
        now: new Date(),
        statusOf: () => null,
      });
      expect(integrity).not.toBe("intact");
    }),
    { numRuns: 2000 },
  );
});

it("signs nothing that no check page would take for a certificate", async () => {
  const [good] = goodRecords;
  if (!good) throw new Error("There are good records.");
  let asked = 0;
  const counting = {
    ...signer,
    sign: (bytes: Uint8Array<ArrayBuffer>) => {
      asked++;
      return signer.sign(bytes);
    },
  };
  const wrong = { ...good.record, totals: { ...good.record.totals, carats: "1.00" } };
  expect(await sealRecord(wrong, counting)).toEqual(err("notSealable"));
  expect(asked).toBe(0);
  expect((await sealRecord(good.record, counting)).ok).toBe(true);
  expect(asked).toBe(1);
});

it("has no seal where the signer is away", async () => {
  const [good] = goodRecords;
  const away = { ...signer, sign: () => Promise.resolve(err("signerAway")) };
  if (!good) throw new Error("There are good records.");
  expect(await sealRecord(good.record, away)).toEqual(err("signerAway"));
});

it("the hash of many seals does not depend on their order", async () => {
  // printf 'A1\nB2\nÉ3' | sha256sum
  const hash = "06e2ccd8258c6c607f55aa169d3a3b1c95a308c00c5e39982a73b8238ef5fc32";
  expect(await sealListHash(["É3", "B2", "A1"])).toBe(hash);
  expect(await sealListHash(["A1", "É3", "B2"])).toBe(hash);
  expect(sealListMark(hash)).toBe(hash.slice(0, 8).toUpperCase());
});
