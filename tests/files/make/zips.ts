import { deflateRawSync } from "node:zlib";
import { docx, zip, write, patched } from "./shared";

const directoryAt = docx.indexOf(Buffer.from("504b0102", "hex"));
write("truncated.docx", docx.subarray(0, docx.length - 40));
write("truncated-early.docx", docx.subarray(0, 1500));
write("wrong-checksum.docx", patched(docx, directoryAt + 16, [1, 2, 3, 4]));
write("lying-size.docx", patched(docx, directoryAt + 24, [10, 0, 0, 0]));
write("locked-entry.docx", patched(patched(docx, directoryAt + 8, [1]), 6, [1]));
write("appended-zip.docx", docx, zip);
write("zip-comment-script.docx", patched(docx, docx.length - 2, [20, 0]), "<script>1</script>..");
write("prefixed-program.docx", "MZ", docx);
const other = Buffer.from(docx);
other.write("x", 30, "latin1");
write("other-local-name.docx", other);
write("gap-between-entries.docx", gap(docx));
write("overlapping.docx", overlapping());

/** Two hundred bytes hidden between the entries and their list. */
function gap(bytes: Buffer): Uint8Array {
  const hidden = Buffer.alloc(200, "hidden ");
  const copy = Buffer.concat([bytes.subarray(0, directoryAt), hidden, bytes.subarray(directoryAt)]);
  copy.writeUInt32LE(directoryAt + hidden.length, copy.length - 6);
  return copy;
}

/** A list in which a hundred names share one packed megabyte. */
function overlapping(): Uint8Array {
  const data = deflateRawSync(Buffer.alloc(1_000_000));
  const name = "a.xml";
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(1_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const offset = 30 + name.length + data.length;
  const list = Array.from({ length: 100 }, (_, n) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(1_000_000, 24);
    const own = `${"a".repeat(n + 1)}.xml`;
    entry.writeUInt16LE(own.length, 28);
    return Buffer.concat([entry, Buffer.from(own)]);
  });
  const central = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(100, 8);
  end.writeUInt16LE(100, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([local, Buffer.from(name), data, central, end]);
}
