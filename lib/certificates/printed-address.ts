import type { Party } from "@/lib/applications/answers";
import { LIMITS } from "@/lib/certificates/record";

/**
 * An address as the certificate prints it, without the country: the street lines, then city, region
 * and postal code. Where that is more lines than there is room for, short lines share one. Null when
 * it does not fit at all.
 */
export function printedAddress(party: Party): string[] | null {
  const place = [party.city, [party.region, party.postalCode].filter(Boolean).join(" ")]
    .filter((part) => part)
    .join(", ");
  const lines = [...(party.addressLines ?? []), ...wrap(place)]
    .map((line) => line.trim())
    .filter(Boolean);
  while (lines.length > LIMITS.addressLines) {
    const at = shortestPair(lines);
    if (at === null) return null;
    lines.splice(at, 2, `${lines[at]}, ${lines[at + 1]}`);
  }
  return lines.every((line) => line.length <= LIMITS.addressLine) && lines.length > 0
    ? lines
    : null;
}

/** The first of two neighbours that fit on one line together, the shortest such pair. */
function shortestPair(lines: readonly string[]): number | null {
  let best: number | null = null;
  let bestLength = LIMITS.addressLine + 1;
  for (let i = 0; i + 1 < lines.length; i++) {
    const length = `${lines[i]}, ${lines[i + 1]}`.length;
    if (length < bestLength) [best, bestLength] = [i, length];
  }
  return best;
}

/** At most two lines, broken at the last comma or blank that fits. */
function wrap(text: string): string[] {
  if (text.length <= LIMITS.addressLine) return [text];
  const at = Math.max(
    text.lastIndexOf(", ", LIMITS.addressLine),
    text.lastIndexOf(" ", LIMITS.addressLine),
  );
  if (at <= 0) return [text];
  return [text.slice(0, at).replace(/,$/, ""), text.slice(at).replace(/^,/, "").trim()];
}
