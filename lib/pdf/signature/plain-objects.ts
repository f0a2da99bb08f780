/** The end of a PDF as our renderer writes it: one table of places, and dictionaries that stand by themselves. */
export interface PlainObjects {
  /** How many objects there are: the number of the next one. */
  readonly size: number;
  readonly root: number;
  readonly info: number;
  /** The first part of the file's identity, in hexadecimal digits. */
  readonly id: string;
  /** Where the table begins. */
  readonly table: number;
  /** What stands between the brackets of a dictionary. */
  readonly dictionary: (object: number) => string;
}

/** @throws for a file that is written in another way: it is none of ours, or the renderer has changed */
export function plainObjectsOf(pdf: string): PlainObjects {
  const end = /^trailer\s*<<(.+)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/s.exec(
    pdf.slice(pdf.lastIndexOf("trailer")),
  );
  const trailer = found(end?.[1], "trailer");
  const table = Number(end?.[2]);
  const size = Number(found(/\/Size (\d+)/.exec(trailer)?.[1], "size"));
  const header = `xref\n0 ${size}\n`;
  if (!pdf.startsWith(header, table)) found(undefined, "table of places");
  return {
    size,
    table,
    root: Number(found(/\/Root (\d+) 0 R/.exec(trailer)?.[1], "catalog")),
    info: Number(found(/\/Info (\d+) 0 R/.exec(trailer)?.[1], "information")),
    id: found(/\/ID \[\s*<([0-9a-f]+)>/.exec(trailer)?.[1], "identity"),
    dictionary(object) {
      const entry = pdf.slice(table + header.length + 20 * object).slice(0, 10);
      const from = pdf.slice(Number(entry));
      const text = from.slice(0, from.indexOf("endobj"));
      return found(
        new RegExp(`^${object} 0 obj\\s*<<(.*)>>\\s*$`, "s").exec(text)?.[1],
        `dictionary ${object}`,
      );
    },
  };
}

function found(part: string | undefined, what: string): string {
  if (part === undefined)
    throw new Error(`The rendered PDF has no ${what} where it is looked for.`);
  return part;
}
