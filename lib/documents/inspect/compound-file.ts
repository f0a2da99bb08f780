const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Allocation sectors named in the header itself; further ones stand in a chain of their own. */
const IN_HEADER = 109;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * The names in the directory of an OLE compound file (the container of .doc and .xls, [MS-CFB]), or null
 * when it is damaged. Only allocation tables and directory are read, never a stream, and never more
 * sectors than the file has, however its chains may run in circles.
 */
export function compoundFileNames(bytes: Uint8Array): string[] | null {
  if (!isCompoundFile(bytes) || bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 2 ** shift;
  const perSector = sectorBytes / 4;
  const sectors = Math.floor(bytes.length / sectorBytes) - 1;
  const number = (sector: number, index: number) =>
    view.getUint32((sector + 1) * sectorBytes + index * 4, true);

  const allocation: number[] = [];
  for (let index = 0; index < IN_HEADER; index++) {
    allocation.push(view.getUint32(0x4c + index * 4, true));
  }
  let more = view.getUint32(0x44, true);
  for (let read = 0; more < sectors && read < sectors; read++) {
    for (let index = 0; index < perSector - 1; index++) allocation.push(number(more, index));
    more = number(more, perSector - 1);
  }

  const names: string[] = [];
  let sector = view.getUint32(0x30, true);
  for (let read = 0; sector < sectors && read < sectors; read++) {
    names.push(...namesIn(bytes.subarray((sector + 1) * sectorBytes, (sector + 2) * sectorBytes)));
    const table = allocation[Math.floor(sector / perSector)];
    if (table === undefined || table >= sectors) return null;
    sector = number(table, sector % perSector);
  }
  return names.length > 0 ? names : null;
}

/** The names of one sector of the directory; unused entries have none. */
function namesIn(sector: Uint8Array): string[] {
  const view = new DataView(sector.buffer, sector.byteOffset, sector.byteLength);
  const names: string[] = [];
  for (let at = 0; at < sector.length; at += ENTRY_BYTES) {
    const length = view.getUint16(at + 64, true);
    if (view.getUint8(at + 66) === 0 || length < 2 || length > 64) continue;
    names.push(new TextDecoder("utf-16le").decode(sector.subarray(at, at + length - 2)));
  }
  return names;
}
