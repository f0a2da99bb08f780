/*
 * What is written in the log: hashes, and of which kind the act was. Never a number, a date, a party or a
 * mass; the database refuses any other line (migration certificate_log). docs/certificate-log.md has the format.
 */

/** Acts on a certificate, by the SHA-256 of its seal. */
export type CertificateAct = "issued" | "replaced" | "invalidated" | "received" | "document";

/** Thirty-two bytes each. */
export type LogEntry =
  | {
      readonly t: CertificateAct;
      readonly seal: Uint8Array;
      /** Of the credential, the PDF and the signed receipt, where the act made one. */
      readonly vc?: Uint8Array;
      readonly pdf?: Uint8Array;
      readonly receipt?: Uint8Array;
    }
  | {
      readonly t: "audit";
      /** Of the chain of the audit trail with its newest batch. */
      readonly head: Uint8Array;
    };

const names = ["seal", "head", "vc", "pdf", "receipt"] as const;

/** The one line of an entry, whose bytes are hashed. */
export function entryLine(entry: LogEntry): string {
  const hashes: Partial<Record<(typeof names)[number], Uint8Array>> = entry;
  const members = names.flatMap((name) => {
    const hash = hashes[name];
    return hash ? [[name, base64(hash, name)] as const] : [];
  });
  return JSON.stringify({ t: entry.t, ...Object.fromEntries(members) });
}

function base64(hash: Uint8Array, name: string): string {
  if (hash.length !== 32) throw new Error(`The log takes a SHA-256 for "${name}", nothing else.`);
  return Buffer.from(hash).toString("base64");
}

/** Of whose hash a proof is asked for: the seal, or the head of the trail. Null: the line is none of the log's. */
export function subjectOf(line: string): Buffer | null {
  const [, hash] = /^\{"t":"[a-z]+","(?:seal|head)":"([A-Za-z0-9+/]{43}=)"/.exec(line) ?? [];
  return hash === undefined ? null : Buffer.from(hash, "base64");
}
