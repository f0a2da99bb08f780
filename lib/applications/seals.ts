/** A seal number as it is compared: letter case, spaces and hyphens make no difference. */
export function normaliseSeal(seal: string): string {
  return seal
    .normalize("NFC")
    .toUpperCase()
    .replace(/[\s\u00A0\u202F\-‐‑–]/gu, "");
}

/** Each seal that was given before, by its place in the list from 1, and the place of the first one. */
export function repeatedSeals(seals: readonly string[]): { place: number; first: number }[] {
  const compared = seals.map(normaliseSeal);
  return compared.flatMap((seal, index) => {
    const first = compared.indexOf(seal);
    return first < index ? [{ place: index + 1, first: first + 1 }] : [];
  });
}
