/**
 * Reads a business number of the Canada Revenue Agency: nine digits, perhaps with a program account
 * ("123456782 RC0001"). Returns it without separators, or null where it cannot be one: the ninth digit
 * is a check digit (Luhn). No business has nine zeros.
 */
export function readBusinessNumber(typed: string): string | null {
  const text = typed.replace(/[\s\u00A0\u202F.\-‐‑–]/gu, "").toUpperCase();
  const digits = /^(\d{9})(?:[A-Z]{2}\d{4})?$/.exec(text)?.[1];
  if (digits === undefined || digits === "000000000") return null;
  return luhnSum(digits) % 10 === 0 ? text : null;
}

function luhnSum(digits: string): number {
  return digits
    .split("")
    .reverse()
    .reduce((sum, character, index) => {
      const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
      return sum + (digit > 9 ? digit - 9 : digit);
    }, 0);
}
