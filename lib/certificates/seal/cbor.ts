import { decode } from "cbor2/decoder";
import { encode, registerEncoder, writeInt, writeUnknown } from "cbor2/encoder";
import { Tag } from "cbor2/tag";
import { toHex } from "@/lib/certificates/seal/bytes";

/** Deeper than any seal; a bomb of nested arrays ends here. */
const MAX_DEPTH = 8;

/** The major type of maps (RFC 8949, 3.1). */
const MAP = 5;

// The library teaches its encoder maps together with dates, expressions and much else that a seal never has and
// that the check page would carry to phones. Keys in the order of their bytes (4.2.1).
registerEncoder(Map, (map: Map<unknown, unknown>, writer, options) => {
  const entries = Array.from(map, ([key, value]) => ({ key: encode(key, options), value }));
  entries.sort((a, b) => (toHex(a.key) < toHex(b.key) ? -1 : 1));
  writeInt(entries.length, writer, MAP);
  for (const { key, value } of entries) {
    writer.write(key);
    writeUnknown(value, writer, options);
  }
  return undefined;
});

/** Deterministic CBOR (RFC 8949, 4.2.1), text in normal form C. Maps are `Map`s. */
export function encodeCbor(value: unknown): Uint8Array {
  return encode(value, { dcbor: true, rejectFloats: true });
}

/**
 * Reads deterministic CBOR and nothing else: the same facts have one form only. Null for anything that
 * `encodeCbor` would not have written in exactly these bytes.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    const value: unknown = decode(bytes, {
      dcbor: true,
      rejectFloats: true,
      ignoreGlobalTags: true,
      preferMap: true,
      maxDepth: MAX_DEPTH,
    });
    // Whatever an option should let through, now or in a later version of the library, ends here.
    return sameBytes(encodeCbor(value), bytes) ? value : null;
  } catch {
    return null;
  }
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export const tagged = (tag: number, contents: unknown): Tag => new Tag(tag, contents);

/** What bears exactly this tag, or null. */
export function untagged(tag: number, value: unknown): unknown {
  return value instanceof Tag && value.tag === tag ? value.contents : null;
}

/** A map with whole numbers as keys as an object, or null. */
export function numbered(value: unknown): Record<number, unknown> | null {
  if (!(value instanceof Map)) return null;
  const entries = [...value] as [unknown, unknown][];
  if (!entries.every(([key]) => Number.isSafeInteger(key))) return null;
  return Object.fromEntries(entries) as Record<number, unknown>;
}
