import { expect, it } from "vitest";
import { credentialKeysOf } from "@/lib/certificates/keys/credential-keys";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { ordinary } from "@/lib/certificates/record/fixtures";
import { factsOf } from "@/lib/certificates/seal/sealed-facts";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import type { SealableRecord } from "@/lib/certificates/seal/sealed-facts";
import { credentialOf } from "@/lib/certificates/credential/credential";
import { encodeList, signList } from "@/lib/certificates/status/signed-list";
import { verifyList } from "@/lib/certificates/status/verify-list";
import { signVcJwt } from "@/lib/certificates/credential/vc-jwt";
import { checkCredential } from "./credential";
import type { Trust } from "./trust";

const portalUrl = "https://kp-pk.example.ca";
const now = new Date("2026-11-24T12:00:00Z");
const { kty, crv, x, y } = testKeys.current;
const credentialKeys = await credentialKeysOf({
  keys: [{ kty, crv, x, y, alg: "ES256", purpose: "credential", nbf: 0, exp: 4e9 }],
});
const signer = await localSigner(testKeys.current);
const listOf = async (purpose: "revocation" | "message", bits: number) => {
  const encodedList = encodeList(purpose, bits ? [[7, bits]] : []);
  const jwt = await signList({ purpose, encodedList, signedAt: now, portalUrl }, signer);
  return verifyList(jwt, purpose, { keys: credentialKeys, portalUrl });
};
const trust = async (revoked = 0): Promise<Trust> => ({
  keys: new Map(),
  credentialKeys,
  lists: { revocation: await listOf("revocation", revoked), message: await listOf("message", 0) },
  server: "answered",
  portalUrl,
});

const record: SealableRecord = { ...ordinary(), statusIndex: 7 };
async function credential(of = record, by = signer): Promise<string> {
  const around = { portalUrl, certificateId: "x", sealSha256: new Uint8Array(32) };
  const jwt = await signVcJwt(credentialOf(of, around), by);
  if (!jwt.ok) throw new Error(jwt.error);
  return jwt.value;
}

it("a credential says what the seal says", async () => {
  const outcome = await checkCredential(await credential(), await trust(), now);
  expect(outcome).toMatchObject({ said: "valid", of: "credential" });
  expect(outcome.verdicts.facts).toMatchObject(await factsOf(record));
  const many = { ...record, seals: Array.from({ length: 30 }, (_, i) => `CA ${i}`) };
  const { verdicts } = await checkCredential(await credential(many), await trust(), now);
  expect(verdicts.facts).toMatchObject(await factsOf(many));
});

it("is looked up in the lists and ends with the certificate", async () => {
  const said = async (around: Promise<Trust>, at = now) =>
    (await checkCredential(await credential(), await around, at)).said;
  expect(await said(trust(1))).toBe("revoked");
  expect(await said(trust(), new Date("2027-01-23T00:00:00Z"))).toBe("expired");
});

it("is not believed when it was altered, is another's or is no certificate's", async () => {
  const said = async (jwt: string) => (await checkCredential(jwt, await trust(), now)).said;
  const [head, body = "", signature] = (await credential()).split(".");
  const heavier = Buffer.from(body, "base64url").toString().replaceAll("12480.35", "12480.36");
  expect(await said(`${head}.${Buffer.from(heavier).toString("base64url")}.${signature}`)).toBe(
    "false",
  );
  const stranger = await localSigner(testKeys.stranger);
  expect(await said(await credential(record, stranger))).toBe("unknownKey");
  const purpose = "message";
  const encodedList = encodeList(purpose, []);
  const list = await signList({ purpose, encodedList, signedAt: now, portalUrl }, signer);
  expect(await said(list)).toBe("false");
  expect(await said("x")).toBe("false");
});
