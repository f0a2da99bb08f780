/** What a certificate's number looks like without what printers put between its signs. */
const pattern = /^[A-Z]{2}[0-9A-Z]{3,10}$/;

/**
 * The number as it is printed, however it is typed: capitals, plain hyphens, single spaces, without a sign
 * for "number" before it. "n° bw‑0078214" → "BW-0078214". The letters "No" alone are no such sign: Norway's
 * numbers begin with them.
 */
export function readNumber(typed: string): string {
  return typed
    .trim()
    .replace(/^(?:n[°º]|№|#)[\s:.]*/iu, "")
    .normalize("NFKC")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .toUpperCase();
}

/** The number as it is compared: without spaces and hyphens, upper case. */
export function normaliseNumber(printed: string): string {
  return printed.replace(/[\s\u200B\u2060‐‑–—-]/gu, "").toUpperCase();
}

export function isNumber(normalised: string): boolean {
  return pattern.test(normalised);
}

/** How the numbers of an issuer begin. Older sheets of the European Union begin with EC (Reg. 947/2012 changed it). */
export function prefixesOf(issuer: string): readonly string[] {
  return issuer === "EU" ? ["EU", "EC"] : [issuer];
}
