/** How files begin that have no business within a document, as hexadecimal digits. */
const foreign = [
  "d0cf11e0a1b11ae1", // an office file of before 2007, or an installer
  "504b0304", // a zip, or an office file of today
  "25504446", // a PDF
  "7b5c7274", // an RTF document
  "7f454c46", // a program for Linux
  "cafebabe", // a Java class
  "4d534346", // a cabinet
  "52617221", // a RAR archive
  "377abcaf271c", // a 7z archive
  "4c0000000114020000000000c000000000000046", // a shortcut of Windows
  "2321", // a script for a shell
];

/** Whether a part of a document is a file of another kind: a program, an archive, another document. */
export function foreignSignature(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 20)).toString("hex");
  return foreign.some((signature) => head.startsWith(signature)) || isWindowsProgram(bytes);
}

function isWindowsProgram(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x4d || bytes[1] !== 0x5a || bytes.length < 64) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = view.getUint32(60, true);
  return at + 4 <= bytes.length && view.getUint32(at, true) === 0x4550;
}

/** What a browser would take for a page, or a server for a program, were it asked to. */
export function hasWebCode(text: string): boolean {
  return /<(?:!doctype\s+html|html|script|svg|iframe|body|object|embed)[\s>/]|<\?php|javascript:/i.test(
    text,
  );
}
