const widest = 76;

/** A space before what would look like a header if it began a line: what people typed is never to look like one. */
const SPACE = / (?![\w-]+:(?: |$))/;

/**
 * Text in lines of at most 76 characters, broken at spaces; a word that is longer stands on a line of its own.
 * Mail servers may break lines of more than 998 octets wherever they like.
 */
export function wrapped(text: string): string {
  return text.split("\n").flatMap(linesOf).join("\n");
}

function linesOf(line: string): string[] {
  return line.split(SPACE).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > widest) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
