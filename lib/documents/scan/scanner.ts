import "server-only";
import type { Scanner, Version } from "@/lib/documents/scan/clamd";
import { env } from "@/lib/env";

/** The scanner of this installation, or null where there is none. */
export function scanner(): Scanner | null {
  const { CLAMAV_HOST, CLAMAV_SECONDS } = env();
  return CLAMAV_HOST ? { ...CLAMAV_HOST, seconds: CLAMAV_SECONDS } : null;
}

/** Signatures that were not renewed for longer let through what is new. */
const freshForMs = 3 * 24 * 60 * 60 * 1000;

/** `none`: only hand-made ones, which is no virus check. */
export function freshness({ signatures }: Version): "fresh" | "old" | "none" {
  if (!signatures) return "none";
  return Date.now() - signatures.issuedAt.getTime() > freshForMs ? "old" : "fresh";
}
