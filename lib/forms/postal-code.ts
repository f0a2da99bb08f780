const canadian = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/;

/** "k1a0e4" → "K1A 0E4". What is not a Canadian postal code comes back trimmed, otherwise as typed. */
export function readPostalCode(typed: string): string {
  const match = canadian.exec(
    typed
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[\s\u200B\u2060\-‐‑–—.]/gu, ""),
  );
  return match ? `${match[1]} ${match[2]}` : typed.trim();
}

/** Whether the text is a Canadian postal code in its written form. */
export function isCanadianPostalCode(value: string): boolean {
  return canadian.test(value.replace(" ", ""));
}
