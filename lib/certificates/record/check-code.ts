// Crockford's base 32: no I, L, O or U, so nothing on paper can be read in two ways.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code printed on specimens. */
export const SPECIMEN_CHECK_CODE = "0000-0000";

export const checkCodePattern = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** A new check code: 40 random bits as XXXX-XXXX. It is stored with the certificate and derives from nothing. */
export function newCheckCode(): string {
  return encodeCheckCode(crypto.getRandomValues(new Uint8Array(5)));
}

/** Writes five bytes as a check code. */
export function encodeCheckCode(bytes: Uint8Array): string {
  if (bytes.length !== 5) throw new RangeError("A check code holds exactly 5 bytes.");
  let bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = "";
  for (let i = 0; i < 8; i++) {
    code = ALPHABET.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * Reads a code as people type it: any case, any spaces and hyphens, O for 0, I or L for 1.
 * Null when it cannot be a code.
 */
export function parseCheckCode(text: string): string | null {
  const bare = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const code = `${bare.slice(0, 4)}-${bare.slice(4)}`;
  return checkCodePattern.test(code) ? code : null;
}
