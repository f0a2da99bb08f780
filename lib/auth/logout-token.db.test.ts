import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { obeyLogoutToken } from "@/lib/auth/logout-token";
import { startSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db";
import { newProof } from "@/tests/factories/proof";

const event = "http://schemas.openid.net/event/backchannel-logout";
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let issuer: string;
let server: Server;
let subject: string;
let userId: string;

beforeAll(async () => {
  keys = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "k", alg: "RS256" };
  server = createServer((request, response) => {
    const discovery = { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url === "/jwks" ? { keys: [jwk] } : discovery));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env["OIDC_ISSUER"] = issuer;
});
afterAll(() => server.close());

beforeEach(async () => {
  subject = randomUUID();
  const credential = { provider: "gckey", providerAccountId: subject, type: "oidc" };
  userId = (await db().user.create({ data: { accounts: { create: credential } } })).id;
  const expires = new Date(Date.now() + 3_600_000);
  for (const sid of ["one", "two"]) {
    await startSession(randomUUID(), userId, expires, newProof({ sid: `${subject}-${sid}` }));
  }
});

type Changes = {
  claims?: Record<string, unknown>;
  typ?: string;
  audience?: string;
  age?: number;
  from?: string;
};

function tokenWith(
  { claims = {}, typ, audience, age = 0, from }: Changes = {},
  key = keys.privateKey,
) {
  const now = Math.floor(Date.now() / 1000) - age;
  return new SignJWT({
    sub: subject,
    sid: `${subject}-one`,
    jti: randomUUID(),
    events: { [event]: {} },
    ...claims,
  })
    .setProtectedHeader({ alg: "RS256", kid: "k", typ: typ ?? "logout+jwt" })
    .setIssuer(from ?? issuer)
    .setAudience(audience ?? "test")
    .setIssuedAt(now)
    .setExpirationTime(now + 120)
    .sign(key);
}

const send = async (token: string) => (await obeyLogoutToken(token)).ok;

const open = () => db().session.count({ where: { userId } });

it("ends the one session it names, once", async () => {
  const token = await tokenWith();
  expect([await open(), await send(token), await open()]).toEqual([2, true, 1]);
  expect(await send(token)).toBe(false);
  const ended = await db().event.findMany({ where: { actorId: userId, kind: "session.ended" } });
  expect(ended.map(({ data }) => data)).toEqual([{ by: "provider" }]);
});

it("without a session's name ends all of the subject, and nobody else's", async () => {
  const others = await db().session.count({ where: { userId: { not: userId } } });
  expect(await send(await tokenWith({ claims: { sid: undefined } }))).toBe(true);
  expect(await open()).toBe(0);
  expect(await db().session.count({ where: { userId: { not: userId } } })).toBe(others);
});

it("does not end another subject's session by its name", async () => {
  expect(await send(await tokenWith({ claims: { sub: "somebody else" } }))).toBe(true);
  expect(await open()).toBe(2);
});

it.each<[string, Changes]>([
  ["for another client", { audience: "another" }],
  ["of another issuer", { from: "https://evil.example" }],
  ["that is an ID token", { typ: "JWT" }],
  ["with a nonce", { claims: { nonce: "n" } }],
  ["without the event", { claims: { events: {} } }],
  ["without an identifier", { claims: { jti: undefined } }],
  ["of nobody", { claims: { sub: undefined, sid: undefined } }],
  ["that is old", { age: 600 }],
])("refuses a token %s", async (_name, changes) => {
  expect(await send(await tokenWith(changes))).toBe(false);
  expect(await open()).toBe(2);
});

it("refuses another's signature, no signature, and what is no token", async () => {
  const other = await generateKeyPair("RS256");
  expect(await send(await tokenWith({}, other.privateKey))).toBe(false);
  const [, payload = ""] = (await tokenWith()).split(".");
  const none = Buffer.from('{"alg":"none","typ":"logout+jwt"}').toString("base64url");
  expect(await send(`${none}.${payload}.`)).toBe(false);
  expect(await send("nonsense")).toBe(false);
  expect(await open()).toBe(2);
});
