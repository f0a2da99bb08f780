import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { canonicalJson } from "@/lib/canonical-json";
import { credentialOf } from "@/lib/certificates/credential/credential";
import { contextDocument, schemaDocument } from "@/lib/certificates/credential/published";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { longest, ordinary } from "@/lib/certificates/record/fixtures";
import { sha256, toHex, utf8 } from "@/lib/certificates/seal/bytes";
import { p256Key } from "@/lib/certificates/seal/thumbprint";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { signVcJwt } from "@/lib/certificates/credential/vc-jwt";
import { err } from "@/lib/result";

const portalUrl = "https://kp-pk.example.ca";
const around = {
  portalUrl,
  certificateId: "0190a5c0-0000-7000-8000-000000000001",
  sealSha256: new Uint8Array(32).fill(7),
};
const record = { ...ordinary(), statusIndex: 1234 };
const signer = await localSigner(testKeys.current);
const publicJwk = p256Key.parse(testKeys.current);

async function signed(): Promise<string> {
  const jwt = await signVcJwt(credentialOf(record, around), signer);
  if (!jwt.ok) throw new Error(jwt.error);
  return jwt.value;
}

describe("a certificate's credential", () => {
  it("is what jose verifies", async () => {
    const jwt = await signed();
    expect(decodeProtectedHeader(jwt)).toEqual({
      alg: "ES256",
      kid: await calculateJwkThumbprint(publicJwk),
      typ: "vc+jwt",
      cty: "vc",
    });
    const key = await importJWK(publicJwk, "ES256");
    const { payload } = await compactVerify(jwt, key, { algorithms: ["ES256"] });
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(credentialOf(record, around));
    const [head = "", body = "", signature = ""] = jwt.split(".");
    const altered = Buffer.from(
      Buffer.from(body, "base64url").toString().replace("12480", "92480"),
    );
    await expect(
      compactVerify([head, altered.toString("base64url"), signature].join("."), key),
    ).rejects.toThrow(/signature/);
  });

  it("is what WebCrypto verifies, without a library", async () => {
    const [head = "", body = "", signature = ""] = (await signed()).split(".");
    const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("jwk", publicJwk, algorithm, false, ["verify"]);
    const verify = (text: string) =>
      crypto.subtle.verify(algorithm, key, Buffer.from(signature, "base64url"), utf8(text));
    expect(await verify(`${head}.${body}`)).toBe(true);
    expect(await verify(`${head}.${body.slice(0, -1)}`)).toBe(false);
  });

  it("is of the certificate's time, of its issuer and in both lists", () => {
    const credential = credentialOf(record, around);
    expect(credential).toMatchObject({
      issuer: { id: "did:web:kp-pk.example.ca" },
      validFrom: "2026-11-23T00:00:00Z",
      validUntil: "2027-01-23T00:00:00Z",
      credentialSubject: { assessmentLevel: "authority-mandate", attestationType: "certification" },
    });
    expect(credential.credentialStatus).toMatchObject([
      { statusPurpose: "revocation", statusListIndex: "1234" },
      { statusPurpose: "message", statusListIndex: "1234", statusSize: 3 },
    ]);
  });

  it("has the whole record, but neither the check code nor the seal", () => {
    const { checkCode = "", ...rest } = record;
    const credential = credentialOf(record, around);
    expect(credential.credentialSubject.conformityAssessment[0]?.kpc).toEqual(rest);
    expect(JSON.stringify(credential)).not.toContain(checkCode);
    const hash = Buffer.from(around.sealSha256);
    expect(credential.relatedResource).toEqual([
      {
        id: `ni:///sha-256;${hash.toString("base64url")}`,
        digestSRI: `sha256-${hash.toString("base64")}`,
        mediaType: "application/cose",
      },
    ]);
  });

  it("is not made where the key cannot be reached", async () => {
    const away = { ...signer, sign: () => Promise.resolve(err("signerAway")) };
    expect(await signVcJwt(credentialOf(record, around), away)).toEqual(err("signerAway"));
  });
});

describe("what is published of it", () => {
  const schema = z.fromJSONSchema(schemaDocument(portalUrl) as z.core.JSONSchema.JSONSchema);

  it.each([
    ["an ordinary certificate", ordinary()],
    ["the longest", longest()],
  ])("is a schema that fits %s", (_, from) => {
    const credential = credentialOf({ ...from, statusIndex: 0 }, around);
    expect(schema.safeParse(JSON.parse(JSON.stringify(credential))).error).toBeUndefined();
  });

  it("refuses a record with a member too many, a wrong figure or none", () => {
    for (const change of [{ colour: "D" }, { totals: { carats: 1, usd: "1.00" } }, { seals: [] }]) {
      const credential = credentialOf(record, around);
      Object.assign(credential.credentialSubject.conformityAssessment[0]?.kpc ?? {}, change);
      expect(schema.safeParse(credential).success).toBe(false);
    }
  });

  it("stays as it was published: another shape gets another number", async () => {
    const hash = async (document: unknown) => toHex(await sha256(utf8(canonicalJson(document))));
    expect(await hash(contextDocument(portalUrl))).toBe(
      "12f0b6d651ea3a686d15297e0926bef99569bbcc072f678eaaa1e99e381285de",
    );
    expect(await hash(schemaDocument(portalUrl))).toBe(
      "d568283d619f4296e97064930707214e37d1d9e231fb4fe47d66c2fecf4dd0f4",
    );
  });
});
