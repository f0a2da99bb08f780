/** Characters of a file name that are kept. */
const longest = 120;
/** Of a name that is longer than any, its beginning and its end: work on it stays small. */
const longestTyped = 1000;

/**
 * The name under which a file is listed and given back: its last path segment, without control
 * characters, characters that turn the direction of writing, or those that file systems refuse. The
 * extension survives shortening. Never used as a path.
 */
export function displayName(typed: string): string {
  const whole =
    typed.length > longestTyped
      ? typed.slice(0, longestTyped / 2) + typed.slice(-longestTyped / 2)
      : typed;
  const base = whole.normalize("NFC").split(/[\\/]/u).at(-1) ?? "";
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/gu, "");
  const dot = clean.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""];
  const shown = Array.from(stem)
    .slice(0, Math.max(1, longest - extension.length))
    .join("");
  return `${shown.trim() === "" ? "document" : shown.trim()}${extension.slice(0, 12)}`;
}
