import "server-only";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { askVersion, type Version } from "@/lib/documents/scan/clamd";
import { freshness, scanner } from "@/lib/documents/scan/scanner";
import { removeInfected, scanStored, unjudged } from "@/lib/documents/scan/stored";
import { log } from "@/lib/log";

/** At most, in one go. */
const batch = 200;
/** The next minute goes on. */
const batchMs = 45_000;

/** Judges a document that waits in quarantine. It fails while the scanner is away, and so is tried again, later each time. */
export async function scanDocument(documentId: string): Promise<void> {
  const found = scanner();
  if (found && (await scanStored(found, documentId)) === "away") {
    throw new Error("The virus scanner is away.");
  }
}

/**
 * Judges all that waits, and then what came in before there was a scanner. What could not be judged comes
 * last the next time, so that one bad file holds up no other.
 */
export async function scanDocuments(): Promise<void> {
  await removeInfected();
  const found = scanner();
  if (!found) return;
  const began = Date.now();
  const version = await askVersion(found);
  tellVersion(version);
  if (!version) return;
  const documents = await db().document.findMany({
    where: unjudged,
    orderBy: [
      { scan: "desc" },
      { scannedAt: { sort: "asc", nulls: "first" } },
      { uploadedAt: "asc" },
    ],
    take: batch,
    select: { id: true },
  });
  for (const { id } of documents) {
    if (Date.now() - began > batchMs) return;
    const outcome = await scanStored(found, id).catch((error: unknown) => {
      log().error({ document: id, err: error }, "a document could not be scanned");
      return "unread" as const;
    });
    if (outcome === "clean" || outcome === "infected") continue;
    await db().document.updateMany({ where: { id, ...unjudged }, data: { scannedAt: now() } });
    if (outcome === "away") return;
  }
}

let told = "";

/** Logs which scanner and signatures are in use, once, and again when that changes. */
function tellVersion(version: Version | null): void {
  const state = version ? freshness(version) : "away";
  const line = JSON.stringify([version, state]);
  if (line === told) return;
  told = line;
  const level = state === "fresh" ? "info" : "warn";
  log()[level]({ scanner: version, signatures: state }, "virus scanner");
}
