import {
  bitsOf,
  listLength,
  messages,
  minutesToLive,
  type Message,
  type Purpose,
} from "@/lib/certificates/status/lists";

/* Reading a status list in a browser as well as here: nothing of Node. Its signature is checked before. */

/** What a list says, once its signature was found right. */
export interface StatusList {
  readonly purpose: Purpose;
  /** When it was signed. */
  readonly signedAt: Date;
  readonly bytes: Uint8Array;
}

/** The payload of a signed list; null where it is no list of this purpose. */
export async function readList(payload: unknown, purpose: Purpose): Promise<StatusList | null> {
  const { validFrom, credentialSubject } = membersOf(payload);
  const { type, statusPurpose, encodedList } = membersOf(credentialSubject);
  const signedAt = new Date(typeof validFrom === "string" ? validFrom : Number.NaN);
  const ofPurpose = type === "BitstringStatusList" && statusPurpose === purpose;
  if (!ofPurpose || typeof encodedList !== "string" || Number.isNaN(signedAt.getTime()))
    return null;
  const bytes = await decode(encodedList, (listLength * bitsOf[purpose]) / 8);
  return bytes && { purpose, signedAt, bytes };
}

/** The bits at a place; the leftmost bit of the first byte is the first. A place beyond the list is none. */
export function bitOf({ purpose, bytes }: StatusList, index: number): number | null {
  const size = bitsOf[purpose];
  if (!Number.isInteger(index) || index < 0 || (index + 1) * size > bytes.length * 8) return null;
  const at = index * size;
  // They may begin in one byte and end in the next.
  const pair = ((bytes[at >> 3] ?? 0) << 8) | (bytes[(at >> 3) + 1] ?? 0);
  return (pair >> (16 - size - (at & 7))) & (2 ** size - 1);
}

export function messageOf(list: StatusList, index: number): Message | null {
  const bits = bitOf(list, index);
  return bits === null ? null : (messages[bits] ?? null);
}

/** How old a list is, in milliseconds, and whether a new one should be there by now. Below 0: a clock is wrong. */
export function ageOf(
  { signedAt }: StatusList,
  now: Date,
): { readonly ms: number; readonly stale: boolean } {
  const ms = now.getTime() - signedAt.getTime();
  return { ms, stale: ms > minutesToLive * 60_000 };
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** Multibase base64url of gzip. What is not exactly so many bytes is no list: nothing is unpacked beyond. */
async function decode(encoded: string, size: number): Promise<Uint8Array | null> {
  if (!/^u[A-Za-z0-9_-]+$/.test(encoded)) return null;
  const packed = Uint8Array.from(
    atob(encoded.slice(1).replaceAll("-", "+").replaceAll("_", "/")),
    (char) => char.charCodeAt(0),
  );
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))
    .getReader();
  const bytes = new Uint8Array(size);
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (length + next.value.length > size) {
        await reader.cancel();
        return null;
      }
      bytes.set(next.value, length);
      length += next.value.length;
    }
  } catch {
    return null;
  }
  return length === size ? bytes : null;
}
