import { unzipSync } from "fflate";

/** More than any ordinary document has; beyond it the file is taken for an attack on whoever opens it. */
const ENTRIES_MAX = 5_000;
const INFLATED_MAX = 500 * 1024 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The names of a zip's entries in lower case with forward slashes, nothing inflated; null when the list is
 * damaged or promises more than an ordinary document holds.
 */
export function zipEntries(bytes: Uint8Array): string[] | null {
  const names: string[] = [];
  let inflated = 0;
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name.replaceAll("\\", "/").toLowerCase());
        inflated += originalSize;
        if (names.length > ENTRIES_MAX || inflated > INFLATED_MAX) throw new Error("too much");
        return false;
      },
    });
  } catch {
    return null;
  }
  return names;
}
