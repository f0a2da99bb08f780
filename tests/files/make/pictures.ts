import { honest, pdf, jpg, tif, zip, write, patched } from "./shared";

const beforeScan = (marker: number, text: string) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([
    jpg.subarray(0, 2),
    Buffer.from([0xff, marker]),
    length,
    Buffer.from(text, "latin1"),
    jpg.subarray(2),
  ]);
};
write("appended-zip.jpg", jpg, zip);
write("appended-page.jpg", jpg, "<html><script>alert(1)</script></html>");
write("appended-pdf.jpg", jpg, honest("libreoffice-writer.pdf").subarray(0, 2000));
write("page-in-comment.jpg", beforeScan(0xfe, "<script>alert(1)</script>"));
write("php-in-notes.jpeg", beforeScan(0xe1, "Exif\0\0<?php system($_GET['c']); ?>"));
write(
  "script-in-head.jpg",
  Buffer.from("ffd8ffe02f2a4a464946000101", "hex"),
  Buffer.alloc(0x2f2a - 9, 0x2a),
  "*/=alert(1);/*",
  jpg.subarray(2),
);
write("truncated.jpg", jpg.subarray(0, 4000));
write(
  "too-many-pixels.jpg",
  patched(jpg, jpg.indexOf(Buffer.from("ffc0", "hex")) + 5, [0xff, 0xff, 0xff, 0xff]),
);
write(
  "zip-in-comment.jpg",
  beforeScan(0xfe, Buffer.from(zip).toString("latin1")).subarray(0, -2),
  Buffer.from([0xff, 0xfe, 0, zip.length + 2]),
  zip,
  Buffer.from("ffd9", "hex"),
);
write(
  "png-named.jpg",
  Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108020000", "hex"),
);
const directory = tif.readUInt32LE(4);
const entryAt = (tag: number) => {
  for (let at = directory + 2; at < directory + 2 + 12 * tif.readUInt16LE(directory); at += 12)
    if (tif.readUInt16LE(at) === tag) return at;
  throw new Error(`No field ${tag}`);
};
const long = (value: number) => [
  value & 255,
  (value >> 8) & 255,
  (value >> 16) & 255,
  (value >>> 24) & 255,
];
const wideField = patched(tif, entryAt(256) + 2, [4, 0, 1, 0, 0, 0, ...long(200_000)]);
write("too-many-pixels.tif", wideField);
write(
  "pages-in-circles.tif",
  patched(tif, directory + 2 + 12 * tif.readUInt16LE(directory), long(directory)),
);
write("truncated.tif", tif.subarray(0, 900), tif.subarray(0, 0));
write("appended-zip.tiff", tif, zip);
write("appended-page.tif", tif, "....<html><script>alert(1)</script></html>");
write("unknown-packing.tif", patched(tif, entryAt(259) + 8, [0x50, 0xc3]));
write("data-outside.tif", patched(tif, entryAt(279) + 8, long(0x7fffffff)));
write("large-tiff.tif", patched(tif, 2, [0x2b]));

// ── Text ──

write("page.txt", "<!DOCTYPE html><html><script>alert(1)</script></html>");
write("shell.txt", "#!/bin/sh\nrm -rf ~\n");
write("zeros.txt", "Invoice\0\0\0 7");
write("program.txt", Buffer.from("4d5a90000300000004000000ffff0000", "hex"));
write("pdf-named.txt", pdf);
write("message-with-parts.txt", "MIME-Version: 1.0\nContent-Type: multipart/related\n");
