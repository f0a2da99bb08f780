import type { Hash } from "@/lib/transparency/merkle";
import {
  openNote,
  signNote,
  type NoteSigner,
  type VerifierKey,
} from "@/lib/transparency/signed-note";

/* Checkpoints (c2sp.org/tlog-checkpoint@v1.0.0): what the log says of itself, signed. */

/** How many entries there are, and the head of the tree over them. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** Of these two hours of the day (UTC) a checkpoint is signed, whatever happened between: when is no news. */
const hours = 12;
const slot = hours * 60 * 60 * 1000;

/** The last such hour that is over, or strikes now. */
export const checkpointHour = (instant: Date): Date =>
  new Date(Math.floor(instant.getTime() / slot) * slot);

/** The next one. */
export const nextCheckpointHour = (instant: Date): Date =>
  new Date(checkpointHour(instant).getTime() + slot);

/** The origin of the log is the name of the key that signs. */
export function signCheckpoint({ size, root }: TreeHead, signer: NoteSigner): Promise<string> {
  const text = `${signer.name}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
  return signNote(text, signer);
}

/** What a checkpoint says that one of these keys signed for the log of its name; else null. */
export function openCheckpoint(note: string, keys: readonly VerifierKey[]): TreeHead | null {
  for (const key of keys) {
    const text = openNote(note, [key]);
    const [origin, size, root, ...extensions] = text?.split("\n") ?? [];
    const head = origin === key.name ? readHead(size, root) : null;
    // Lines of extension may follow; the last one ends, like every line, in a newline.
    if (head && extensions.at(-1) === "" && !extensions.slice(0, -1).includes("")) return head;
  }
  return null;
}

function readHead(size = "", root = ""): TreeHead | null {
  const bytes = Buffer.from(root, "base64");
  const isHead =
    /^(?:0|[1-9]\d{0,15})$/.test(size) && bytes.length === 32 && bytes.toString("base64") === root;
  return isHead && Number.isSafeInteger(Number(size)) ? { size: Number(size), root: bytes } : null;
}

/** Everything in a text, such as a file of mails, that has the form of a checkpoint; it may be indented or quoted. */
export function checkpointsIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[\s>]+/u, "").trimEnd());
  return lines.flatMap((origin, at) => {
    const [size = "", root = "", empty, ...rest] = lines.slice(at + 1);
    if (origin === "" || empty !== "" || !readHead(size, root)) return [];
    const end = rest.findIndex((line) => !line.startsWith("— "));
    const signatures = end < 0 ? rest : rest.slice(0, end);
    if (signatures.length === 0) return [];
    return [`${[origin, size, root, "", ...signatures].join("\n")}\n`];
  });
}
