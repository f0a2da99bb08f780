import { PdfReader, hasName, valuesOf, type PdfDictionary, type PdfValue } from "./pdf-objects";
import { objectStream } from "./pdf-streams";

export interface PdfObject {
  /** Null for trailers. */
  readonly id: number | null;
  readonly value: PdfValue;
  /** The raw bytes of its stream. */
  readonly stream: Uint8Array | null;
}

const OBJ = Buffer.from("obj");
const TRAILER = Buffer.from("trailer");
const END_STREAM = Buffer.from("endstream");

/**
 * Every object of a PDF wherever it stands: also those that a later one replaces, that nothing refers to,
 * or that are hidden in the stream of another, because no two programs agree on which of them count.
 * Objects of object streams come after the one that holds them; a stream that cannot be unpacked as those
 * are is told by a null.
 */
export function* objectsOf(
  file: Buffer,
  work: { left: number },
): Generator<PdfObject | null, void, undefined> {
  for (let at = file.indexOf(OBJ); at >= 0; at = file.indexOf(OBJ, at + 3)) {
    if (file.subarray(Math.max(0, at - 3), at).toString("latin1") === "end") continue;
    const reader = new PdfReader(file, at + 3, work);
    const value = reader.value();
    if (!value) continue;
    const stream = value.kind === "dictionary" ? streamAt(file, reader, value, work) : null;
    yield { id: idBefore(file, at), value, stream };
    if (value.kind !== "dictionary" || !stream || !holdsObjects(value)) continue;
    const content = objectStream(value, stream);
    if (content) yield* objectsWithin(content, value, work);
    else yield null;
  }
  for (let at = file.indexOf(TRAILER); at >= 0; at = file.indexOf(TRAILER, at + 7)) {
    const value = new PdfReader(file, at + 7, work).value();
    if (value) yield { id: null, value, stream: null };
  }
}

function idBefore(file: Buffer, at: number): number | null {
  const before = file.subarray(Math.max(0, at - 32), at).toString("latin1");
  const id = /(\d{1,10})[\s\0]+\d{1,5}[\s\0]*$/.exec(before)?.[1];
  return id === undefined ? null : Number(id);
}

function streamAt(
  file: Buffer,
  reader: PdfReader,
  dictionary: PdfDictionary,
  work: { left: number },
): Buffer | null {
  reader.skipBlanks();
  if (file.subarray(reader.at, reader.at + 6).toString("latin1") !== "stream") return null;
  let from = reader.at + 6;
  if (file[from] === 13) from += 1;
  if (file[from] === 10) from += 1;
  for (const length of valuesOf(dictionary, "Length")) {
    if (length.kind !== "number" || !(length.number >= 0)) continue;
    const end = from + length.number;
    if (/^\s*endstream/.test(file.subarray(end, end + 12).toString("latin1")))
      return file.subarray(from, end);
  }
  const end = file.indexOf(END_STREAM, from);
  const data = file.subarray(from, end < 0 ? file.length : end);
  work.left -= data.length;
  return data;
}

const holdsObjects = (dictionary: PdfDictionary) =>
  hasName(dictionary, "Type", "ObjStm") ||
  (valuesOf(dictionary, "First").length > 0 && valuesOf(dictionary, "N").length > 0);

function* objectsWithin(
  content: Uint8Array,
  dictionary: PdfDictionary,
  work: { left: number },
): Generator<PdfObject> {
  const first = valuesOf(dictionary, "First").find((value) => value.kind === "number")?.number ?? 0;
  const head = new PdfReader(content, 0, work);
  while (head.at < first) {
    const [id, offset] = [head.value(), head.value()];
    if (id?.kind !== "number" || offset?.kind !== "number") return;
    const value = new PdfReader(content, first + offset.number, work).value();
    if (value) yield { id: id.number, value, stream: null };
  }
}
