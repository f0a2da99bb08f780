/* Files byte by byte, for what no honest tool would write. */

const font = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica";

/** A PDF whose cross-reference table is right, of the given objects, the first of which is its catalog. */
function pdf(objects: readonly string[]): Buffer {
  const head = "%PDF-1.7\n";
  let body = head;
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, "latin1");
}

const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
const write = (text: string) => stream(`BT /F1 24 Tf 72 700 Td (${text}) Tj ET`);

/** A PDF of Letter pages, each with one line of text. */
export function pdfOf(lines: readonly string[]): Buffer {
  const kids = lines.map((_, at) => `${4 + 2 * at} 0 R`).join(" ");
  const pages = lines.flatMap((line, at) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    write(line),
  ]);
  const tree = `<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`;
  return pdf(["<< /Type /Catalog /Pages 2 0 R >>", tree, `<< ${font} >>`, ...pages]);
}

/** A PDF of one page that says "Hello", with more in its catalog, on its page or in its font. */
export function pdfWith(
  catalog: string,
  page: string,
  box = "0 0 612 792",
  itsFont = font,
): Buffer {
  return pdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F1 << ${itsFont} >> >> >> ${page} >>`,
    write("Hello"),
    stream("no font at all"),
  ]);
}

/** A small PDF whose one page is drawn ten times ten times ten times … */
export function endlessPdf(levels = 12): Buffer {
  const box = "/BBox [0 0 612 792]";
  const forms = Array.from({ length: levels }, (_, at) => {
    const last = at === levels - 1;
    const text = last ? "0 0 500 500 re f" : "/X Do ".repeat(10);
    const inner = last ? "" : `/Resources << /XObject << /X ${5 + at} 0 R >> >>`;
    const head = `/Type /XObject /Subtype /Form ${box} ${inner} /Length ${text.length}`;
    return `<< ${head} >>\nstream\n${text}\nendstream`;
  });
  return pdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
    ...forms,
  ]);
}

/** The head of a TIFF that promises so many white pixels and holds none. */
export function wideTiff(width: number, height: number): Buffer {
  const entries = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, height],
    [279, width * height],
  ] as const;
  const file = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  file.write("II*\0");
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, value], at) => {
    const entry = 10 + at * 12;
    file.writeUInt16LE(tag, entry);
    file.writeUInt16LE(4, entry + 2);
    file.writeUInt32LE(1, entry + 4);
    file.writeUInt32LE(value, entry + 8);
  });
  return file;
}
