// Writes lib/forms/repertoire-table.ts from the embedded fonts. Run it with tsx after a change of font.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { repertoireOfFonts } from "@/lib/certificates/pdf/repertoire-of-fonts";

const hex = (code: number): string => code.toString(16);
const words = repertoireOfFonts().map(([from, to]) =>
  from === to ? hex(from) : `${hex(from)}-${hex(to)}`,
);
const lines: string[] = [];
for (const word of words) {
  const last = lines.at(-1);
  if (last !== undefined && last.length + word.length < 88)
    lines[lines.length - 1] = `${last} ${word}`;
  else lines.push(word);
}
writeFileSync(
  fileURLToPath(new URL("../lib/forms/repertoire-table.ts", import.meta.url)),
  `// Written by scripts/generate-repertoire.ts from the fonts in assets/fonts; do not edit.
/** Hexadecimal code points and inclusive ranges that certificates can print. */
export const REPERTOIRE = \`
${lines.join("\n")}
\`;
`,
);
