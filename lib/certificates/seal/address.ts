import { fromHex, toHex } from "@/lib/certificates/seal/bytes";

/** Place of the check page, the same in all languages and as short as can be. */
const CHECK_PAGE = "/V";
/** The digits of as many bytes as a QR code can hold. */
const MAX_DIGITS = 7300;

/**
 * The digits that stand for a seal: a byte 01, so that no zero is lost, and the seal, as one number.
 * A QR code packs digits without loss, and no browser sends what is behind # to a server.
 */
export function digitsOf(seal: Uint8Array): string {
  return BigInt(`0x01${toHex(seal)}`).toString();
}

/** What the QR code of a certificate holds. The digits begin right after the # (a QR segment of their own). */
export function sealAddress(origin: string, seal: Uint8Array): string {
  return `${origin}${CHECK_PAGE}#${digitsOf(seal)}`;
}

/** The seal of the digits, with or without the # in front; null for what are none. */
export function sealFrom(fragment: string): Uint8Array | null {
  const digits = fragment.replace(/^#/, "");
  if (digits.length > MAX_DIGITS || !/^[1-9]\d*$/.test(digits)) return null;
  const hex = BigInt(digits).toString(16);
  // 01 in front of whole bytes: an odd number of digits that begins with 1.
  if (hex.length % 2 === 0 || !hex.startsWith("1") || hex.length === 1) return null;
  return fromHex(hex.slice(1));
}
