import { describe, expect, it } from "vitest";
import { credentialKeysOf } from "@/lib/certificates/keys/credential-keys";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { readVcJwt } from "@/lib/certificates/credential/read-vc-jwt";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { listAddress, type Purpose } from "@/lib/certificates/status/lists";
import { encodeList, signList } from "@/lib/certificates/status/signed-list";
import { statusIn, verifyList } from "@/lib/certificates/status/verify-list";
import { err } from "@/lib/result";

const portalUrl = "https://kp-pk.example.ca";
const issuer = "did:web:kp-pk.example.ca";
const published = ({ kty, crv, x, y }: (typeof testKeys)["current"], more: object = {}) => ({
  ...{ kty, crv, x, y, alg: "ES256", purpose: "credential" },
  ...{ nbf: Date.UTC(2026, 0) / 1000, exp: Date.UTC(2027, 0) / 1000 },
  ...more,
});
const keys = await credentialKeysOf({
  keys: [
    published(testKeys.current),
    published(testKeys.past as never, { purpose: "seal" }),
    published(testKeys.revoked as never, { revoked_from_log_size: 5 }),
    "no key",
  ],
});
const signer = await localSigner(testKeys.current);

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const head = { alg: "ES256", kid: signer.kid, typ: "vc+jwt", cty: "vc" };
const body = { issuer, validFrom: "2026-11-24T12:00:00Z", said: "é" };

interface Made {
  readonly header?: object;
  readonly payload?: object;
  readonly by?: typeof signer;
}

async function signed({ header = head, payload = body, by = signer }: Made = {}): Promise<string> {
  const bytes = `${part(header)}.${part(payload)}`;
  const signature = await by.sign(new TextEncoder().encode(bytes));
  if (!signature.ok) throw new Error("A key at hand always signs.");
  return `${bytes}.${Buffer.from(signature.value).toString("base64url")}`;
}
const read = (jwt: string) => readVcJwt(jwt, { keys, issuer });

describe("a credential", () => {
  it("is read when everything is right, its issuer as a text or as an object", async () => {
    expect(await read(await signed())).toEqual({ ok: true, value: body });
    expect((await read(await signed({ payload: { ...body, issuer: { id: issuer } } }))).ok).toBe(
      true,
    );
    const named = { ...head, kid: `${issuer}#${signer.kid}` };
    expect((await read(await signed({ header: named }))).ok).toBe(true);
  });

  it.each([
    ["no token", "x"],
    ["nothing", ""],
    ["two parts", "eyJ9.eyJ9"],
  ])("is not %s", async (_, text) => {
    expect(await read(text)).toEqual(err("form"));
  });

  it.each([
    ["no algorithm", { ...head, alg: "none" }],
    ["another algorithm", { ...head, alg: "HS256" }],
    ["another type", { ...head, typ: "JWT" }],
    ["a critical header", { ...head, crit: ["b64"], b64: false }],
    ["a key of its own", { ...head, jwk: published(testKeys.current) }],
  ])("has not %s in its header", async (_, header) => {
    expect(await read(await signed({ header }))).toEqual(err("form"));
  });

  it("is signed with a key for credentials that is published", async () => {
    const past = await localSigner(testKeys.past);
    expect(await read(await signed({ header: { ...head, kid: past.kid }, by: past }))).toEqual(
      err("unknownKey"),
    );
    expect(await read(await signed({ by: past }))).toEqual(err("signature"));
    const revoked = await localSigner(testKeys.revoked);
    const header = { ...head, kid: revoked.kid };
    expect(await read(await signed({ header, by: revoked }))).toEqual(err("revokedKey"));
  });

  it("is not changed by a letter", async () => {
    const [first, , third] = (await signed()).split(".");
    const other = part({ ...body, said: "e" });
    expect(await read(`${first}.${other}.${third}`)).toEqual(err("signature"));
  });

  it("is of this issuer and of its key's time", async () => {
    const of = async (payload: object) => read(await signed({ payload: { ...body, ...payload } }));
    expect(await of({ issuer: "did:web:elsewhere.example" })).toEqual(err("issuer"));
    expect(await of({ validFrom: "2027-01-01T00:00:00Z" })).toEqual(err("outsideWindow"));
    expect(await of({ validFrom: "2025-12-31T23:59:59Z" })).toEqual(err("outsideWindow"));
    expect(await of({ validFrom: "some day" })).toEqual(err("outsideWindow"));
  });
});

describe("a status list", () => {
  const list = (purpose: Purpose, said: [number, number][] = [], at = "2026-11-24T12:00:00Z") =>
    signList(
      { purpose, encodedList: encodeList(purpose, said), signedAt: new Date(at), portalUrl },
      signer,
    );
  const verify = (jwt: string, purpose: Purpose, url = portalUrl) =>
    verifyList(jwt, purpose, { keys, portalUrl: url });

  it("counts for its purpose, at its address, by its issuer", async () => {
    const jwt = await list("revocation", [[7, 1]]);
    expect((await verify(jwt, "revocation"))?.signedAt).toEqual(new Date("2026-11-24T12:00:00Z"));
    expect(await verify(jwt, "message")).toBe(null);
    expect(await verify(jwt, "revocation", "https://elsewhere.example")).toBe(null);
    expect(await verify(`${jwt}A`, "revocation")).toBe(null);
    const moved = { ...body, id: listAddress(portalUrl, "message") };
    expect(await verify(await signed({ payload: moved }), "message")).toBe(null);
  });

  it("says with the other what a certificate’s status is", async () => {
    const revocation = await verify(
      await list("revocation", [
        [6, 1],
        [7, 1],
      ]),
      "revocation",
    );
    const message = await verify(
      await list(
        "message",
        [
          [6, 5],
          [8, 1],
        ],
        "2026-11-24T11:00:00Z",
      ),
      "message",
    );
    const status = statusIn({ revocation, message });
    expect(status(6)?.status).toBe("replaced");
    expect(statusIn({ revocation: null, message })(6)?.status).toBe("replaced");
    expect(statusIn({ revocation, message: null })(6)?.status).toBe("revoked");
    expect(status(7)?.status).toBe("revoked");
    expect(status(8)?.status).toBe("received");
    expect(status(9)).toEqual({ status: "live", signedAt: new Date("2026-11-24T11:00:00Z") });
    expect(status(-1)).toBe(null);
    expect(statusIn({ revocation: null, message })(9)).toBe(null);
    expect(statusIn({ revocation, message: null })(9)).toBe(null);
  });
});
