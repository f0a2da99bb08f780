import type { Party } from "@/lib/applications/answers";
import { LIMITS } from "@/lib/certificates/record/record";

/**
 * An address as the certificate prints it, without the country: the street lines, then city, region
 * and postal code. What an application may hold always fits: five street lines and three for the place.
 */
export function printedAddress(party: Party): string[] {
  const place = [party.city, [party.region, party.postalCode].filter(Boolean).join(" ")]
    .filter((part) => part)
    .join(", ");
  return [...(party.addressLines ?? []), ...wrap(place)].map((line) => line.trim()).filter(Boolean);
}

/** Broken at the last comma or blank that fits, as often as it takes. */
function wrap(text: string): string[] {
  if (text.length <= LIMITS.addressLine) return [text];
  const at = text.lastIndexOf(" ", LIMITS.addressLine);
  if (at <= 0) return [text];
  return [text.slice(0, at).replace(/,$/, ""), ...wrap(text.slice(at + 1))];
}
