import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/canonical-json";
import type { Reference } from "@/lib/reference/types";

/**
 * The version of reference data: SHA-256 of its content, in hexadecimal. The same rows give the same
 * version, in whatever order they were read; any change of any row gives another.
 */
export function referenceVersion(reference: Reference): string {
  const rows = Object.fromEntries(
    Object.entries(reference).map(([subject, all]) => [
      subject,
      (all as readonly unknown[]).map(canonicalJson).sort(),
    ]),
  );
  return createHash("sha256").update(canonicalJson(rows), "utf8").digest("hex");
}
