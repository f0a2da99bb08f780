import { expect, it } from "vitest";
import { GET as context } from "@/app/ns/kpc/v1/route";
import { GET as schema } from "@/app/schema/kpc/1/route";
import { GET as vectors } from "@/app/vectors/kpc-1.json/route";
import { credentialOf } from "@/lib/certificates/credential/credential";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { sealFrom } from "@/lib/certificates/seal/address";
import { verifySeal } from "@/lib/certificates/seal/verify";
import { env } from "@/lib/env";

const mediaTypes = [
  ["/ns/kpc/v1", context, "application/ld+json"],
  ["/schema/kpc/1", schema, "application/schema+json"],
  ["/vectors/kpc-1.json", vectors, "application/json"],
] as const;

it.each(mediaTypes)("%s is for everybody, and kept for good", (_, ask, mediaType) => {
  const { status, headers } = ask();
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": mediaType,
    "cache-control": "public, max-age=31536000, immutable",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  });
  expect(headers.has("set-cookie")).toBe(false);
});

it("is where credentials say", async () => {
  const { PORTAL_URL: portalUrl } = env();
  const around = { portalUrl, certificateId: "0", sealSha256: new Uint8Array(32) };
  const credential = credentialOf({ ...ordinary(), statusIndex: 0 }, around);
  expect(credential["@context"]).toContain(`${portalUrl}/ns/kpc/v1`);
  const { $id } = (await schema().json()) as { $id: string };
  expect(credential.credentialSchema).toEqual([{ id: $id, type: "JsonSchema" }]);
  expect($id).toBe(`${portalUrl}/schema/kpc/1`);
});

it("gives out vectors that a check from anywhere can use", async () => {
  const { keys, now, good } = (await vectors().json()) as {
    keys: unknown;
    now: string;
    good: { address: string; facts: unknown }[];
  };
  const known = await keyListOf(keys);
  const [first] = good;
  const seal = sealFrom(new URL(first?.address ?? "").hash);
  if (!known || !seal) throw new Error("no vectors");
  const around = { keys: known, statusOf: () => null, now: new Date(now) };
  expect(await verifySeal(seal, around)).toMatchObject({
    integrity: "intact",
    issuer: "canada",
    facts: first?.facts,
  });
});
