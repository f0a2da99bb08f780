import { createHash } from "node:crypto";
import { plainObjectsOf } from "@/lib/pdf/signature/plain-objects";

/** A document with an empty place for its signature. */
export interface Placed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the place, its brackets included: all else is signed. */
  readonly from: number;
  readonly to: number;
}

/** Room for the three numbers of a `ByteRange`. */
const NUMBERS = 40;

/**
 * Adds a place for `size` bytes of signature behind a rendered document, as an update that leaves each of its bytes where
 * it is (ISO 32000-1, 7.5.6 and 12.8). The field shows nothing and is the document's only one; no change is allowed
 * afterwards (DocMDP, level 1). Everything is as PDF/A-2 wants it: the flags of the field, the identity in the trailer.
 */
export function withSignaturePlace(
  pdf: Uint8Array,
  { at, size }: { at: Date; size: number },
): Placed {
  const before = Buffer.from(pdf).toString("latin1");
  const { root, info, id, table, dictionary, ...objects } = plainObjectsOf(before);
  const catalog = dictionary(root);
  const page = firstPage(catalog, dictionary);
  const content = dictionary(page);
  // The link over the code; a list that stands elsewhere is not the renderer's.
  const [list, links] = /\/Annots \[([^\]]*)\]/.exec(content) ?? [];
  if (/\/(AcroForm|Perms)\b/.test(catalog) || (!list && /\/Annots\b/.test(content))) {
    throw new Error("A document with fields of its own is not signed.");
  }
  const [field, signature] = [objects.size, objects.size + 1];
  const permission =
    "[<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]";
  const place = `<${"0".repeat(2 * size)}>`;
  const added: [number, string][] = [
    [
      root,
      `${catalog}/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n/Perms << /DocMDP ${signature} 0 R >>\n`,
    ],
    [
      page,
      list
        ? content.replace(list, `/Annots [${links} ${field} 0 R]`)
        : `${content}/Annots [${field} 0 R]\n`,
    ],
    [
      field,
      `\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature)\n/F 132\n/Rect [0 0 0 0]\n/P ${page} 0 R\n/V ${signature} 0 R\n`,
    ],
    [
      signature,
      `\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/M (${pdfDate(at)})\n/Reference ${permission}\n/ByteRange [0${" ".repeat(NUMBERS)}]\n/Contents ${place}\n`,
    ],
  ];
  let text = before.endsWith("\n") ? before : `${before}\n`;
  const places = added.map(([object, inside]) => {
    const offset = text.length;
    text += `${object} 0 obj\n<<${inside}>>\nendobj\n`;
    return `${object} 1\n${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  const changed = createHash("sha256").update(pdf).digest("hex").slice(0, id.length);
  text += `xref\n${places.join("")}trailer\n<<\n/Size ${signature + 1}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${changed}>]\n/Prev ${table}\n>>\nstartxref\n${start}\n%%EOF\n`;
  const from = text.lastIndexOf(place);
  const to = from + place.length;
  const range = `${from} ${to} ${text.length - to}`.padEnd(NUMBERS);
  const numbers = text.lastIndexOf("/ByteRange [0") + "/ByteRange [0".length;
  text = `${text.slice(0, numbers)} ${range.slice(0, NUMBERS - 1)}${text.slice(numbers + NUMBERS)}`;
  return { bytes: Uint8Array.from(Buffer.from(text, "latin1")), from, to };
}

function firstPage(catalog: string, dictionary: (object: number) => string): number {
  const pages = dictionary(Number(/\/Pages (\d+) 0 R/.exec(catalog)?.[1]));
  return Number(/\/Kids \[\s*(\d+) 0 R/.exec(pages)?.[1]);
}

/** An instant as a PDF writes it, in UTC. */
const pdfDate = (at: Date) => `D:${at.toISOString().replace(/\D/g, "").slice(0, 14)}Z`;
