import { crc32, inflateRawSync } from "node:zlib";
import type { DocumentProblem } from "@/lib/documents/problems";
import { err, ok, type Result } from "@/lib/result";

/** More than any ordinary document has; beyond it the file is taken for an attack on whoever opens it. */
const ENTRIES_MAX = 5_000;
const INFLATED_MAX = 300 * 1024 * 1024;
/** Packing so good is suspicious where much comes out of it: empty rows of a sheet reach a hundred. */
const RATIO_MAX = 200;
const RATIO_FROM = 10 * 1024 * 1024;
/** Behind the data of an entry its sizes may be told once more. */
const DESCRIPTOR_MAX = 24;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_BYTES = 22;
const LOCATOR_64_BYTES = 20;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A file within a zip; its name in lower case, with forward slashes and none in front. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 4 && viewOf(bytes).getUint32(0, true) === LOCAL;
}

/** Whether a zip ends here, so that a program that reads zips from their end would open it. */
export function endsAsZip(bytes: Uint8Array): boolean {
  const end = endOf(bytes);
  return end !== null && end.at >= end.offset + end.size && end.entries > 0;
}

/**
 * The parts of a zip, one after the other, each inflated up to the size that was promised and compared
 * with its checksum. What is told at the head of an entry must be what the list says, entries must not lie
 * over each other, and nothing may lie between or behind them.
 */
export function* partsOf(bytes: Uint8Array): Generator<Result<Part, DocumentProblem>> {
  const listed = list(bytes);
  if (!listed.ok) {
    yield listed;
    return;
  }
  for (const entry of listed.value) {
    const inflated = read(bytes, entry);
    if (!inflated.ok) {
      yield inflated;
      return;
    }
    const name = entry.name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
    if (!name.endsWith("/")) yield ok({ name, bytes: inflated.value });
  }
}

function list(bytes: Uint8Array): Result<Entry[], DocumentProblem> {
  const end = endOf(bytes);
  if (!end) return err("damaged");
  if (end.at + END_BYTES !== bytes.length) return err("embedded");
  // Behind another file the places in the list no longer fit.
  if (end.offset + end.size < end.listEnd) return err("embedded");
  if (end.entries > ENTRIES_MAX) return err("tooComplex");
  const entries: Entry[] = [];
  let at = end.offset;
  for (let index = 0; index < end.entries; index++) {
    const entry = centralEntry(bytes, at);
    if (!entry) return err("damaged");
    entries.push(entry.value);
    at = entry.next;
  }
  if (at !== end.offset + end.size) return err("damaged");
  if (entries.some(({ flags }) => flags & 0x2041)) return err("encrypted");
  if (entries.reduce((sum, { size }) => sum + size, 0) > INFLATED_MAX) return err("tooComplex");
  const names = entries.map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length) return err("damaged");
  return inOrder(bytes, entries, end.offset);
}

/** The entries cover the file up to the list, each only its own bytes. */
function inOrder(
  bytes: Uint8Array,
  entries: Entry[],
  offset: number,
): Result<Entry[], DocumentProblem> {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  let free = 0;
  for (const entry of sorted) {
    if (entry.offset < free) return err("tooComplex");
    if (entry.offset > free + DESCRIPTOR_MAX || (free === 0 && entry.offset > 0)) {
      return err("embedded");
    }
    const start = dataOf(bytes, entry);
    if (start === null || start + entry.packed > offset) return err("damaged");
    free = start + entry.packed;
  }
  return offset > free + DESCRIPTOR_MAX ? err("embedded") : ok(sorted);
}

/** Where the data of an entry begin, or null where its head contradicts the list. */
function dataOf(bytes: Uint8Array, { offset, name, flags, method }: Entry): number | null {
  if (offset + 30 > bytes.length) return null;
  const view = viewOf(bytes);
  const nameBytes = view.getUint16(offset + 26, true);
  const start = offset + 30 + nameBytes + view.getUint16(offset + 28, true);
  const same =
    view.getUint32(offset, true) === LOCAL &&
    (view.getUint16(offset + 6, true) & 0x2041) === (flags & 0x2041) &&
    view.getUint16(offset + 8, true) === method &&
    textOf(bytes.subarray(offset + 30, offset + 30 + nameBytes)) === name;
  return same && start <= bytes.length ? start : null;
}

function read(bytes: Uint8Array, entry: Entry): Result<Uint8Array, DocumentProblem> {
  const { packed, size, method, crc } = entry;
  if (size > RATIO_FROM && size > packed * RATIO_MAX) return err("tooComplex");
  const start = dataOf(bytes, entry) ?? 0;
  const data = bytes.subarray(start, start + packed);
  const inflated = method === 0 ? ok(data) : method === 8 ? inflate(data, size) : err("damaged");
  if (!inflated.ok) return inflated;
  const honest = inflated.value.length === size && crc32(inflated.value) === crc;
  return honest ? inflated : err("damaged");
}

function inflate(data: Uint8Array, size: number): Result<Uint8Array, DocumentProblem> {
  try {
    return ok(inflateRawSync(data, { maxOutputLength: Math.max(size, 1) }));
  } catch (error) {
    const more = error instanceof RangeError;
    return err(more ? "tooComplex" : "damaged");
  }
}

function centralEntry(bytes: Uint8Array, at: number): { value: Entry; next: number } | null {
  if (at + 46 > bytes.length) return null;
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== CENTRAL) return null;
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
    view.getUint16(at + field, true),
  ) as [number, number, number];
  const next = at + 46 + nameBytes + extraBytes + commentBytes;
  if (next > bytes.length) return null;
  const told = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const extra = bytes.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
  const [size, packed, offset] = withLargeNumbers(told, extra) as [number, number, number];
  const name = textOf(bytes.subarray(at + 46, at + 46 + nameBytes));
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  return { value: { name, flags, method, crc, packed, size, offset }, next };
}

/** Numbers that do not fit, or that a writer did not know yet, stand in the extra field, in this order. */
function withLargeNumbers(told: number[], extra: Uint8Array): number[] {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    return told.map((number) => {
      if (number !== 0xffffffff || field + 8 > extra.length) return number;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    });
  }
  return told;
}

interface End {
  readonly at: number;
  /** Where the list of entries has to end. */
  readonly listEnd: number;
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

/** Where the list of entries is, by the record that ends a zip; a comment behind it counts as not of it. */
function endOf(bytes: Uint8Array): End | null {
  const view = viewOf(bytes);
  const first = Math.max(0, bytes.length - END_BYTES - 0xffff);
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const [entries, size, offset] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 12, true),
      view.getUint32(at + 16, true),
    ];
    if (entries !== 0xffff && offset !== 0xffffffff)
      return { at, listEnd: at, entries, size, offset };
    const locator = at - LOCATOR_64_BYTES;
    if (locator < 0) return null;
    const large = Number(view.getBigUint64(locator + 8, true));
    if (large + 56 > bytes.length || view.getUint32(large, true) !== END_64) return null;
    const number = (field: number) => Number(view.getBigUint64(large + field, true));
    return { at, listEnd: large, entries: number(32), size: number(40), offset: number(48) };
  }
  return null;
}

const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8").decode(bytes);
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
