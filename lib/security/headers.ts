import type { Env } from "@/lib/env";

type Settings = Pick<Env, "OIDC_ISSUER" | "OIDC_PARTNER_ISSUER" | "NODE_ENV">;

/** The content security policy of a page: nothing but the portal's own, scripts by nonce. */
export function contentSecurityPolicy(
  nonce: string,
  { OIDC_ISSUER, OIDC_PARTNER_ISSUER, NODE_ENV }: Settings,
): string {
  const development = NODE_ENV === "development";
  const issuers = [OIDC_ISSUER, ...(OIDC_PARTNER_ISSUER ? [OIDC_PARTNER_ISSUER] : [])];
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Signing in and out posts to a handler that leads on to the partner.
    `form-action 'self' ${issuers.map((issuer) => new URL(issuer).origin).join(" ")}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The headers every response bears. */
export function fixedHeaders(portalUrl: string): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    ...(portalUrl.startsWith("https:")
      ? { "strict-transport-security": "max-age=63072000; includeSubDomains" }
      : {}),
  };
}
