import { expect, it } from "vitest";
import { digitsOf, sealAddress, sealFrom } from "@/lib/certificates/seal/address";
import { fromHex, toHex } from "@/lib/certificates/seal/bytes";
import { conclusionOf } from "@/lib/certificates/seal/conclusion";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { factsOf } from "@/lib/certificates/seal/sealed-facts";
import { verifySeal } from "@/lib/certificates/seal/verify";
import { badSeals } from "@/lib/certificates/seal/vectors/bad";
import { badAddresses } from "@/lib/certificates/seal/vectors/bad-addresses";
import {
  KEYS,
  LIVE,
  statusOf,
  type Circumstances,
} from "@/lib/certificates/seal/vectors/circumstances";
import { goodRecords } from "@/lib/certificates/seal/vectors/good";
import vectors from "@/lib/certificates/seal/vectors/kpc-1.json";
import { standings } from "@/lib/certificates/seal/vectors/standings";

const keys = (await keyListOf(vectors.keys)) ?? new Map();
const live = vectors as unknown as Circumstances;
const around = { keys, now: new Date(vectors.now), statusOf: statusOf(live) };
const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

it("the kept file has what the sources say", () => {
  expect(vectors.keys).toEqual(KEYS);
  expect({ now: vectors.now, status: vectors.status }).toEqual(LIVE);
  expect(vectors.good.map(({ name, record }) => ({ name, record }))).toEqual(
    goodRecords.map(({ name, record }) => ({ name, record })),
  );
  expect(namesOf(vectors.bad)).toEqual(namesOf(badSeals));
  expect(new Set(namesOf(vectors.bad)).size).toBe(vectors.bad.length);
  expect(vectors.bad.map(({ integrity }) => integrity)).toEqual(
    badSeals.map(({ integrity }) => integrity),
  );
  expect(vectors.badAddresses).toEqual(badAddresses);
  expect(vectors.standings).toEqual(standings);
});

it.each(vectors.good)("good: $name", async ({ seal, address, issuer, facts, record }) => {
  const bytes = fromHex(seal);
  const verdicts = await verifySeal(bytes, around);
  expect(verdicts).toMatchObject({ integrity: "intact", issuer });
  expect(verdicts.facts).toEqual(facts);
  expect(await factsOf(record as Parameters<typeof factsOf>[0])).toEqual(facts);
  expect(conclusionOf(verdicts)).toBe(issuer === "specimen" ? "specimen" : "valid");
  const { origin, hash } = new URL(address);
  expect(sealAddress(origin, bytes)).toBe(address);
  expect(toHex(sealFrom(hash) ?? new Uint8Array())).toBe(seal);
});

it.each(vectors.bad)("bad: $name", async ({ seal, integrity, issuer }) => {
  const verdicts = await verifySeal(fromHex(seal), around);
  expect(verdicts).toMatchObject({ integrity, issuer, status: "notChecked" });
  expect(verdicts.facts === null).toBe(integrity !== "intact");
  expect(conclusionOf(verdicts)).toBe(
    { unknownKey: "unknownKey", revokedKey: "revokedKey" }[issuer] ?? "false",
  );
});

it.each(vectors.badAddresses)("bad address: $name", ({ fragment }) => {
  expect(sealFrom(fragment)).toBeNull();
});

const [first] = vectors.good;
it.each(vectors.standings)("standing: $name", async ({ now, standing, freshness, ...list }) => {
  const verdicts = await verifySeal(fromHex(first?.seal ?? ""), {
    keys,
    now: new Date(now),
    statusOf: statusOf({ ...list, now } as Circumstances),
  });
  if (verdicts.status === "notChecked") throw new Error("The status of a good seal is checked.");
  expect(verdicts.status.standing).toBe(standing);
  expect(verdicts.status.list?.freshness ?? null).toBe(freshness);
  const inForce = freshness === "recent" ? "valid" : "notRecent";
  expect(conclusionOf(verdicts)).toBe(standing === "inForce" ? inForce : standing);
});

it("a key that was revoked counts for what the log had before", async () => {
  const seal = fromHex(vectors.bad.find(({ issuer }) => issuer === "revokedKey")?.seal ?? "");
  const issuerAt = async (logIndex: number) =>
    (await verifySeal(seal, { ...around, logIndex })).issuer;
  expect(await issuerAt(999)).toBe("canada");
  expect(await issuerAt(1000)).toBe("revokedKey");
});

it("one seal has one address", () => {
  const digits = digitsOf(fromHex("00ff"));
  expect(digits).toBe("65791");
  expect(sealFrom(digits)).toEqual(fromHex("00ff"));
});
