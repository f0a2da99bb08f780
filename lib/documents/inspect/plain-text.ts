import { hasWebCode } from "./signatures";

/** Control characters other than tab, line feed, form feed and carriage return. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** What a byte from 80 to 9F means in windows-1252: five of them mean nothing. */
const UNDEFINED_IN_WINDOWS_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * True for text in UTF-8, in UTF-16 with its mark, or in the western Windows code page; false for anything
 * binary, and for text that is a page, a message with parts, or a program, whatever its name.
 */
export function isPlainText(bytes: Uint8Array): boolean {
  const text = decode(bytes);
  return text !== null && !CONTROL.test(text) && !isOtherText(text);
}

function isOtherText(text: string): boolean {
  return hasWebCode(text) || /^\s*(?:#!|<\?xml|%PDF-|\{\\rt|MIME-Version:|@echo\s+off)/i.test(text);
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function decode(bytes: Uint8Array): string | null {
  const strictly = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  try {
    if (hasUtf16Mark(bytes)) return strictly(bytes[0] === 0xff ? "utf-16le" : "utf-16be");
    return strictly("utf-8");
  } catch {
    if (bytes.some((byte) => UNDEFINED_IN_WINDOWS_1252.has(byte))) return null;
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
