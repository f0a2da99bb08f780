import { fileTypeFromBuffer } from "file-type";
import { compoundFileNames, isCompoundFile } from "@/lib/documents/inspect/compound-file";
import { DOCUMENT_MAX_BYTES, documentTypes, typeOfName } from "@/lib/documents/limits";
import type { DocumentType } from "@/lib/documents/limits";
import { hasUtf16Mark, isPlainText } from "@/lib/documents/inspect/plain-text";
import { isZip, zipEntries } from "@/lib/documents/inspect/zip-entries";
import type { DocumentProblem } from "@/lib/documents/problems";
import { err, ok } from "@/lib/result";
import type { Result } from "@/lib/result";

type Sniffed = DocumentType | "macros" | "encrypted" | "damaged" | null;

/**
 * What a file truly is, by its content, and only if its name says the same. What the browser claims about
 * its type is never asked.
 */
export async function inspectBytes(
  bytes: Uint8Array,
  name: string,
): Promise<Result<{ type: DocumentType; mediaType: string }, DocumentProblem>> {
  if (bytes.length === 0) return err("empty");
  if (bytes.length > DOCUMENT_MAX_BYTES) return err("tooLarge");
  const claimed = typeOfName(name);
  if (!claimed) return err("typeNotAllowed");
  const found = await contentType(bytes);
  if (found === "macros" || found === "encrypted" || found === "damaged") return err(found);
  if (found !== claimed) return err("contentDiffers");
  return ok({ type: found, mediaType: documentTypes[found].mediaType });
}

async function contentType(bytes: Uint8Array): Promise<Sniffed> {
  if (isZip(bytes)) return packageType(bytes);
  if (isCompoundFile(bytes)) return officeType(bytes);
  // Before the other signatures: the mark of UTF-16 text also begins some sound files.
  if (hasUtf16Mark(bytes) && isPlainText(bytes)) return "txt";
  switch ((await fileTypeFromBuffer(bytes))?.mime) {
    case "application/pdf":
      return "pdf";
    case "application/rtf":
      return "rtf";
    case "image/jpeg":
      return "jpg";
    case "image/tiff":
      return "tif";
    case undefined:
      return isPlainText(bytes) ? "txt" : null;
    default:
      return null;
  }
}

/** Word, Excel and XPS files of today are zips that list their parts. */
function packageType(bytes: Uint8Array): Sniffed {
  const names = zipEntries(bytes);
  if (!names) return "damaged";
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/(^|\/)vbaproject\.bin$/)) return "macros";
  if (!has(/^\[content_types\]\.xml(\/|$)/)) return null;
  if (has(/^word\/document\d*\.xml$/)) return "docx";
  if (has(/^xl\/workbook\d*\.xml$/)) return "xlsx";
  return has(/\.fdseq(\/|$)/) ? "xps" : null;
}

/** Word and Excel files of before 2007; encrypted ones of today look the same from outside. */
function officeType(bytes: Uint8Array): Sniffed {
  const names = compoundFileNames(bytes);
  if (!names) return "damaged";
  if (names.includes("EncryptedPackage")) return "encrypted";
  if (names.some((name) => /^(_VBA_PROJECT|_VBA_PROJECT_CUR|VBA|Macros)$/.test(name)))
    return "macros";
  if (names.includes("WordDocument")) return "doc";
  return names.includes("Workbook") || names.includes("Book") ? "xls" : null;
}
