/** The highest number eight digits can hold. */
export const LAST_CERTIFICATE_NUMBER = 99_999_999;

/** The number printed on specimens; the counter starts at 1, so it is never issued. */
export const SPECIMEN_NUMBER = "CA00000000";

export const certificateNumberPattern = /^CA\d{8}$/;

/**
 * Serial number as printed: the ISO 3166-1 prefix that the Certification Scheme asks for, then eight digits.
 * Throws outside 1 to 99 999 999.
 */
export function formatCertificateNumber(serial: number | bigint): string {
  const value = Number(serial);
  if (!Number.isInteger(value) || value < 1 || value > LAST_CERTIFICATE_NUMBER) {
    throw new RangeError(`A certificate number is from 1 to ${LAST_CERTIFICATE_NUMBER}.`);
  }
  return `CA${String(value).padStart(8, "0")}`;
}

/**
 * Reads a number as people type it (small letters, spaces, hyphens, missing zeros after CA or no CA at all when
 * all eight digits are there). Null when it cannot be one.
 */
export function parseCertificateNumber(text: string): string | null {
  const bare = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, "");
  const digits = /^CA(\d{1,8})$/.exec(bare)?.[1] ?? /^(\d{8})$/.exec(bare)?.[1];
  return digits === undefined ? null : `CA${digits.padStart(8, "0")}`;
}
