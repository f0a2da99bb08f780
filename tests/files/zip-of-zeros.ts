import { crc32, deflateRawSync } from "node:zlib";

/** A zip of so many entries, each so many megabytes of zeros; packed once, and far quicker than a library packs them. */
export function zipOfZeros(entries: number, megabytes: number): Buffer {
  const zeros = Buffer.alloc(megabytes * 1024 * 1024);
  const data = deflateRawSync(zeros);
  const heads: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (let index = 0; index < entries; index++) {
    const name = Buffer.from(`word/${index}.bin`);
    // From the version that is needed to the length of the extra field: the same in the head and in the list.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(zeros), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(zeros.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const head = Buffer.concat([Buffer.from("PK\x03\x04"), facts, name]);
    heads.push(head, data);
    list.push(Buffer.from("PK\x01\x02\x14\0"), facts, place, name);
    at += head.length + data.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...heads, directory, end]);
}
