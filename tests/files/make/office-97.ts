import { honest, zip, write, patched } from "./shared";

const doc = honest("libreoffice-letter.doc");
const xls = honest("libreoffice-sheet.xls");
const entryOf = (bytes: Buffer, name: string) => {
  const at = bytes.indexOf(Buffer.from(`${name}\0`, "utf16le"));
  if (at < 0) throw new Error(`No entry ${JSON.stringify(name)}`);
  return at;
};
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(bytes);
  const at = entryOf(copy, from);
  copy.fill(0, at, at + 64);
  copy.write(to, at, "utf16le");
  copy.writeUInt16LE((to.length + 1) * 2, at + 64);
  return copy;
}
const compObj = "\u0001CompObj";
write("macros.doc", renamed(doc, compObj, "Macros"));
write("macros.xls", renamed(xls, "\u0005SummaryInformation", "_VBA_PROJECT_CUR"));
write("ole-native.doc", renamed(doc, compObj, "\u0001Ole10Native"));
write("package.doc", renamed(doc, compObj, "Package"));
write("embedded-object.xls", renamed(xls, "\u0005SummaryInformation", "MBD0001A2B3"));
write("letter-and-sheet.doc", renamed(doc, compObj, "Workbook"));
write("installer.doc", renamed(doc, "WordDocument", "Property"));
write("letter-named-sheet.xls", doc);
write(
  "locked-package.docx",
  renamed(renamed(doc, "WordDocument", "EncryptedPackage"), compObj, "EncryptionInfo"),
);
write("truncated.doc", doc.subarray(0, 700));
write("appended-zip.doc", doc, zip);
write("rtf-named-letter.doc", honest("abiword.rtf"));
const mainAt = doc.indexOf(Buffer.from("eca5", "hex"));
write("locked-flag.doc", patched(doc, mainAt + 11, [(doc[mainAt + 11] ?? 0) | 1]));
write("of-word-95.doc", patched(doc, mainAt + 2, [0x68, 0]));
const words = doc.indexOf(Buffer.from("Rough diamonds", "latin1"));
const wide = words < 0;
const fieldAt = wide ? doc.indexOf(Buffer.from("Rough diamonds", "utf16le")) : words;
write(
  "dde-field.doc",
  patched(doc, fieldAt, Buffer.from("\x13DDEAUTO cmd\x15", wide ? "utf16le" : "latin1")),
);
const sheetAt = xls.indexOf(Buffer.from("8500", "hex"), xls.indexOf(Buffer.from("0908", "hex")));
write("macro-sheet.xls", patched(xls, sheetAt + 9, [1]));
write("hidden-module.xls", patched(xls, sheetAt + 8, [2, 6]));
