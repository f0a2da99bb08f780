import "server-only";
import { createReadStream } from "node:fs";
import { now } from "@/lib/clock";
import { scan } from "@/lib/documents/scan/clamd";
import { scanner } from "@/lib/documents/scan/scanner";
import { log } from "@/lib/log";
import type { ScanState } from "@/prisma/generated/enums";

export interface ScanColumns {
  readonly scan: ScanState;
  readonly scannedAt: Date | null;
}

type Arrival =
  /** It may be stored, with these columns of its row. */
  | { readonly kind: "taken"; readonly columns: ScanColumns }
  /** It may not: `threat` is what the scanner calls it. */
  | { readonly kind: "infected"; readonly threat: string }
  /** Larger than the scanner takes: it would never be judged. */
  | { readonly kind: "unscannable" };

/**
 * What becomes of a file that has just come in and lies at `path`. While the scanner does not answer, the
 * file is taken into quarantine: whoever writes its row asks for the job `scanDocument`.
 */
export async function scanArrival(path: string): Promise<Arrival> {
  const found = scanner();
  if (!found) return { kind: "taken", columns: { scan: "unscanned", scannedAt: null } };
  const verdict = await scan(found, createReadStream(path));
  switch (verdict.kind) {
    case "clean":
      return { kind: "taken", columns: { scan: "clean", scannedAt: now() } };
    case "infected":
      return verdict;
    case "tooLarge":
      log().error("the virus scanner takes no file this large: raise its StreamMaxLength");
      return { kind: "unscannable" };
    case "away":
      log().warn({ reason: verdict.reason }, "the virus scanner is away: a file waits");
      return { kind: "taken", columns: { scan: "waiting", scannedAt: null } };
  }
}
