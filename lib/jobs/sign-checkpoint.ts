import "server-only";
import { askThrough } from "@/lib/ask";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { record } from "@/lib/events/record";
import {
  checkpointHour,
  openCheckpoint,
  signCheckpoint,
  type TreeHead,
} from "@/lib/transparency/checkpoint";
import { fileNoteSigner, logOrigin } from "@/lib/transparency/file-signer";
import { sameHash } from "@/lib/transparency/merkle";
import { readHead, readSize } from "@/lib/transparency/read-tree";
import { verifierKey, type NoteSigner } from "@/lib/transparency/signed-note";

function configuredSigner(): NoteSigner {
  const { LOG_KEY_FILE, LOG_ORIGIN, PORTAL_URL } = env();
  return fileNoteSigner(LOG_KEY_FILE, LOG_ORIGIN ?? logOrigin(PORTAL_URL));
}

/**
 * Signs what the log holds, for the noon or the midnight that was last, unless that is done; has it mailed.
 * Whether anything was added since makes no difference: neither that nor when is anybody's news.
 */
export async function signLogCheckpoint(signer: NoteSigner = configuredSigner()): Promise<void> {
  const hour = checkpointHour(now());
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('kp log checkpoint'))`;
    const last = await tx.logCheckpoint.findFirst({ orderBy: { hour: "desc" } });
    if (last && last.hour >= hour) return;
    const ask = askThrough(tx);
    const signed = last && openCheckpoint(last.note, [signer]);
    // Nothing is ever signed that contradicts what was signed before.
    if (signed) refuseFork(signed, await readHead(ask, signed.size));
    const head = await readHead(ask, await readSize(ask));
    const note = await signCheckpoint(head, signer);
    await tx.logCheckpoint.create({ data: { hour, size: head.size, note } });
    await record(
      tx,
      { system: true },
      {
        kind: "log.checkpointSigned",
        data: { size: head.size, note, key: verifierKey(signer) },
      },
    );
  });
}

function refuseFork(signed: TreeHead, here: TreeHead): void {
  if (sameHash(signed.root, here.root)) return;
  throw new Error(
    `The first ${signed.size} entries of the log are not those that were signed: no checkpoint is signed. Run npm run log:monitor.`,
  );
}
