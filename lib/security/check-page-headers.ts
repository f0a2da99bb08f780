/** What the check page may do: its own script, the keys and lists of this origin, and two workers that it names. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types workers",
].join("; ");

/** Stricter than those of the portal's pages, but for the camera. */
export const checkPageHeaders = {
  "content-security-policy": policy,
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(self), geolocation=(), microphone=(), payment=()",
} as const;
