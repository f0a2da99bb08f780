/** Reads comma-separated text with a heading line; a field in quotes may hold commas, quotes and lines. */
export function parseCsv(source: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
  while (field.lastIndex < source.length) {
    const match = field.exec(source);
    if (!match) throw new Error(`Not comma-separated text at ${field.lastIndex}`);
    const [, raw = "", end] = match;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end !== ",") rows.push([]);
  }
  const [heading = [], ...body] = rows.filter((row) => row.length > 0);
  return body.map((row, index) => {
    if (row.length !== heading.length) throw new Error(`Row ${index + 2} has ${row.length} fields`);
    return Object.fromEntries(heading.map((column, at) => [column, row[at] ?? ""]));
  });
}
