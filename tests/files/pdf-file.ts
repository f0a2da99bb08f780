import { deflateSync } from "node:zlib";

export interface PdfParts {
  /** Written into the catalog, the page, and as the kids of the tree of pages. */
  readonly catalog?: string;
  readonly page?: string;
  readonly kids?: string;
  /** Further objects, by number, and those of an object stream. */
  readonly more?: readonly (readonly [number, string])[];
  readonly packed?: readonly (readonly [number, string])[];
  /** Leaves the object stream without compression. */
  readonly plain?: boolean;
}

/** A PDF of one empty page, with what is added to it, and a table of its objects. */
export function pdfFile(parts: PdfParts): Buffer {
  const { catalog = "", page = "", kids = "3 0 R", more = [], packed = [], plain } = parts;
  const objects: (readonly [number, string])[] = [
    [1, `<</Type/Catalog/Pages 2 0 R${catalog}>>`],
    [2, `<</Type/Pages/Kids[${kids}]/Count 1>>`],
    [3, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]${page}>>`],
    ...more,
  ];
  if (packed.length > 0) objects.push([19, objectStream(packed, plain === true)]);
  let file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const places = new Map<number, number>();
  for (const [id, content] of objects) {
    places.set(id, file.length);
    file += `${id} 0 obj\n${content}\nendobj\n`;
  }
  const table = file.length;
  const last = Math.max(...places.keys());
  file += `xref\n0 ${last + 1}\n0000000000 65535 f \n`;
  for (let id = 1; id <= last; id++) {
    const place = places.get(id);
    file += `${String(place ?? 0).padStart(10, "0")} 00000 ${place === undefined ? "f" : "n"} \n`;
  }
  file += `trailer\n<</Size ${last + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

function objectStream(packed: readonly (readonly [number, string])[], plain: boolean): string {
  let body = "";
  let head = "";
  for (const [id, content] of packed) {
    head += `${id} ${body.length} `;
    body += `${content} `;
  }
  const whole = Buffer.from(head + body, "latin1");
  const data = plain ? whole : deflateSync(whole);
  const filter = plain ? "" : "/Filter/FlateDecode";
  return `<</Type/ObjStm/N ${packed.length}/First ${head.length}${filter}/Length ${data.length}>>stream\n${data.toString("latin1")}\nendstream`;
}
