import type { Env } from "@/lib/env";

/** The content security policy of a page: nothing but the portal's own, scripts by nonce. */
export function contentSecurityPolicy(
  nonce: string,
  { OIDC_ISSUER, NODE_ENV }: Pick<Env, "OIDC_ISSUER" | "NODE_ENV">,
): string {
  const development = NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Signing in and out posts to an action that leads on to the provider.
    `form-action 'self' ${new URL(OIDC_ISSUER).origin}`,
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
