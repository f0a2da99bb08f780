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
  const [stem, extension] = parts(clean);
  const shown = Array.from(stem)
    .slice(0, Math.max(1, longest - extension.length))
    .join("");
  return `${shown.trim() === "" ? "document" : shown.trim()}${extension.slice(0, 12)}`;
}

/** The name, or with a number where files that are already there bear it: "invoice (2).pdf". */
export function freeName(name: string, taken: readonly string[]): string {
  const bearsIt = (wanted: string) =>
    taken.some((other) => other.toLowerCase() === wanted.toLowerCase());
  const [stem, extension] = parts(name);
  let free = name;
  for (let n = 2; bearsIt(free); n += 1) free = `${stem} (${n})${extension}`;
  return free;
}

function parts(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
}
