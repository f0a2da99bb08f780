import "server-only";
import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { partners, type Partner } from "@/lib/auth/partners";
import { providerMetadata } from "@/lib/auth/provider-metadata";
import { endSessionsOfProvider } from "@/lib/auth/sessions";
import { violatedConstraint } from "@/lib/db";
import { err, ok, type Result } from "@/lib/result";

const event = "http://schemas.openid.net/event/backchannel-logout";

const claims = z
  .object({
    jti: z.string().min(1).max(500),
    sid: z.string().min(1).optional(),
    sub: z.string().min(1).optional(),
    events: z.object({ [event]: z.looseObject({}) }),
    // A nonce would make an ID token pass for a logout token.
    nonce: z.undefined().optional(),
  })
  .refine(({ sid, sub }) => sid ?? sub);

const keys = new Map<string, JWTVerifyGetKey>();

function keysAt(address: string): JWTVerifyGetKey {
  const known = keys.get(address) ?? createRemoteJWKSet(new URL(address));
  keys.set(address, known);
  return known;
}

/** The partner whose token this claims to be; its signature is still to be checked. */
function saidToBeOf(token: string): Partner | undefined {
  try {
    const { iss } = decodeJwt(token);
    return partners().find(({ issuer }) => issuer === iss);
  } catch {
    return undefined;
  }
}

/** Longer than a token is accepted, after which its identifier need not be remembered. */
const rememberMilliseconds = 24 * 60 * 60_000;

/**
 * Ends the sessions that a logout token names (OpenID Connect Back-Channel Logout 1.0, 2.6). A token
 * that is not the provider's, is too old, or was used before changes nothing.
 */
export async function obeyLogoutToken(token: string): Promise<Result<number, "invalid">> {
  const partner = saidToBeOf(token);
  if (!partner) return err("invalid");
  const { jwks_uri: address } = await providerMetadata(partner.issuer);
  const payload = await jwtVerify(token, keysAt(address), {
    issuer: partner.issuer,
    audience: partner.clientId,
    typ: "logout+jwt",
    requiredClaims: ["iat", "exp", "jti"],
    maxTokenAge: "5m",
    clockTolerance: 30,
  }).then(
    (verified) => verified.payload,
    () => null,
  );
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return err("invalid");
  const { jti, sid, sub } = parsed.data;
  try {
    const ended = await endSessionsOfProvider(partner.id, { sid, subject: sub }, async (tx) => {
      const old = new Date(Date.now() - rememberMilliseconds);
      await tx.usedLogoutToken.deleteMany({ where: { usedAt: { lt: old } } });
      await tx.usedLogoutToken.create({ data: { jti } });
    });
    return ok(ended.length);
  } catch (error) {
    if (violatedConstraint(error) !== null) return err("invalid");
    throw error;
  }
}
