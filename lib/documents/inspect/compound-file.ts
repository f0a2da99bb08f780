const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Allocation sectors named in the header itself; further ones stand in a chain of their own. */
const IN_HEADER = 109;
/** Streams shorter than this stand together in a stream of their own, in sectors of 64 bytes. */
const MINI_CUTOFF = 4096;
const MINI_SECTOR = 64;
const FREE = 0xffffffff;
const ROOT = 5;
const STORAGE = 1;

export interface CompoundEntry {
  readonly name: string;
  /** 1 for a folder, 2 for a stream, 5 for the root. */
  readonly kind: number;
  readonly start: number;
  readonly size: number;
  /** What it is for, as 32 hexadecimal digits in the order of the file. */
  readonly classId: string;
  readonly siblings: readonly [number, number];
  readonly child: number;
}

export interface CompoundFile {
  readonly entries: readonly CompoundEntry[];
  /** The bytes of a stream, or null where its chain is broken. */
  read(entry: CompoundEntry): Uint8Array | null;
  /** Where the last sector in use ends. */
  readonly end: number;
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * An OLE compound file (the container of .doc and .xls, [MS-CFB]), or null when it is damaged. Never more
 * sectors are read than the file has, however its chains may run in circles.
 */
export function readCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes) || bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 2 ** shift;
  const perSector = sectorBytes / 4;
  // The last sector may be cut short by writers that do not pad.
  const sectors = Math.ceil(bytes.length / sectorBytes) - 1;
  const number = (sector: number, index: number) => {
    const at = (sector + 1) * sectorBytes + index * 4;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : FREE;
  };

  const tables: number[] = [];
  for (let index = 0; index < IN_HEADER; index++)
    tables.push(view.getUint32(0x4c + index * 4, true));
  let more = view.getUint32(0x44, true);
  for (let read = 0; more < sectors && read < sectors; read++) {
    for (let index = 0; index < perSector - 1; index++) tables.push(number(more, index));
    more = number(more, perSector - 1);
  }
  const following = (sector: number) => {
    const table = tables[Math.floor(sector / perSector)];
    return table === undefined || table >= sectors ? null : number(table, sector % perSector);
  };
  /** The bytes of a chain of sectors, at most `size` of them. */
  const chain = (start: number, size: number): Uint8Array | null => {
    const pieces: Uint8Array[] = [];
    let sector = start;
    for (let read = 0; sector < sectors && read * sectorBytes < size; read++) {
      if (read > sectors) return null;
      pieces.push(bytes.subarray((sector + 1) * sectorBytes, (sector + 2) * sectorBytes));
      const next = following(sector);
      if (next === null) return null;
      sector = next;
    }
    const whole = Buffer.concat(pieces);
    return size === Infinity ? whole : whole.length < size ? null : whole.subarray(0, size);
  };

  const directory = chain(view.getUint32(0x30, true), Infinity);
  const entries = directory ? entriesIn(directory) : [];
  const root = entries.find(({ kind }) => kind === ROOT);
  if (!root) return null;
  const small = chain(root.start, Infinity) ?? new Uint8Array();
  const smallTable = Buffer.from(chain(view.getUint32(0x3c, true), Infinity) ?? []);
  const readSmall = ({ start, size }: CompoundEntry): Uint8Array | null => {
    const pieces: Uint8Array[] = [];
    for (let sector = start, read = 0; read < size; read += MINI_SECTOR) {
      if ((sector + 1) * MINI_SECTOR > small.length + MINI_SECTOR - 1) return null;
      pieces.push(small.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR));
      sector = sector * 4 + 4 <= smallTable.length ? smallTable.readUInt32LE(sector * 4) : FREE;
    }
    return Buffer.concat(pieces).subarray(0, size);
  };
  let last = sectors - 1;
  while (last > 0 && (following(last) ?? FREE) === FREE) last -= 1;
  return {
    entries,
    read: (entry) => (entry.size < MINI_CUTOFF ? readSmall(entry) : chain(entry.start, entry.size)),
    end: (last + 2) * sectorBytes,
  };
}

/** The entries that stand in a folder, by their own names; a tree that runs in circles is walked once. */
export function childrenOf(
  entries: readonly CompoundEntry[],
  parent: CompoundEntry,
): CompoundEntry[] {
  const found = new Set<CompoundEntry>();
  const waiting = [parent.child];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entry = entries[next];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    waiting.push(...entry.siblings);
  }
  return [...found];
}

export const isFolder = ({ kind }: CompoundEntry) => kind === STORAGE;

function entriesIn(directory: Uint8Array): CompoundEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: CompoundEntry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const length = view.getUint16(at + 64, true);
    const kind = view.getUint8(at + 66);
    const used = kind !== 0 && length >= 2 && length <= 64;
    const name = used
      ? new TextDecoder("utf-16le").decode(directory.subarray(at, at + length - 2))
      : "";
    entries.push({
      name,
      kind: used ? kind : 0,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
      classId: Buffer.from(directory.subarray(at + 80, at + 96)).toString("hex"),
      siblings: [view.getUint32(at + 68, true), view.getUint32(at + 72, true)],
      child: view.getUint32(at + 76, true),
    });
  }
  return entries;
}
