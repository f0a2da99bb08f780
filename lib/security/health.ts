import "server-only";
import { askVersion } from "@/lib/documents/scan/clamd";
import { freshness, scanner } from "@/lib/documents/scan/scanner";
import { databaseAnswers } from "@/lib/security/readiness";
import { storage } from "@/lib/storage/stores";

type Health = {
  readonly database: "ok" | "away";
  readonly storage: "ok" | "away";
  readonly scanner:
    | { readonly state: "not configured" | "away" }
    | {
        readonly state: "ok";
        /** `old`: not renewed for three days. `none`: no virus would be found. */
        readonly signatures: "fresh" | "old" | "none";
        readonly issuedAt: string | null;
      };
};

/** How long an answer holds, so that whoever asks all the time costs store and scanner nothing. */
const lifetimeMs = 10_000;

let last: { at: number; answer: Promise<Omit<Health, "database">> } | undefined;

/**
 * What the portal leans on. Only the database takes it down: without the scanner uploads wait in quarantine,
 * without the store they are refused.
 */
export async function health(): Promise<Health> {
  if (!last || Date.now() - last.at > lifetimeMs) last = { at: Date.now(), answer: look() };
  const [database, others] = await Promise.all([databaseAnswers(), last.answer]);
  return { database: database ? "ok" : "away", ...others };
}

async function look(): Promise<Omit<Health, "database">> {
  const [stored, scanned] = await Promise.all([storeAnswers(), lookAtScanner()]);
  return { storage: stored ? "ok" : "away", scanner: scanned };
}

async function storeAnswers(): Promise<boolean> {
  try {
    // Whatever is first in it; also an empty one answers.
    for await (const { key } of storage().list()) return key !== "";
    return true;
  } catch {
    return false;
  }
}

async function lookAtScanner(): Promise<Health["scanner"]> {
  const found = scanner();
  if (!found) return { state: "not configured" };
  const version = await askVersion({ ...found, seconds: 5 });
  if (!version) return { state: "away" };
  const issuedAt = version.signatures?.issuedAt.toISOString() ?? null;
  return { state: "ok", signatures: freshness(version), issuedAt };
}
