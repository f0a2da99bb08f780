import {
  DOCUMENT_MAX_BYTES,
  documentTypes,
  typeOfName,
  type DocumentType,
} from "@/lib/documents/limits";
import type { DocumentProblem } from "@/lib/documents/problems";
import { err, ok, type Result } from "@/lib/result";
import { endsAsZip, isZip } from "./archive";
import { isCompoundFile } from "./compound-file";
import { isJpeg, jpegProblem, type Size } from "./jpeg";
import { officeType } from "./office-97";
import { packageType } from "./package-parts";
import { isPdf, pdfProblem } from "./pdf";
import { isTooManyPixels } from "./pixels";
import { isPlainText } from "./plain-text";
import { isRtf, rtfProblem } from "./rtf";
import { isTiff, tiffProblem } from "./tiff";

/**
 * What a file truly is, by its content, and only if its name says the same and nothing in it runs, fetches
 * or hides something. What the browser claims about its type is never asked.
 */
export async function inspectBytes(
  bytes: Uint8Array,
  name: string,
): Promise<Result<{ type: DocumentType; mediaType: string }, DocumentProblem>> {
  if (bytes.length === 0) return err("empty");
  if (bytes.length > DOCUMENT_MAX_BYTES) return err("tooLarge");
  const claimed = typeOfName(name);
  if (!claimed) return err("typeNotAllowed");
  const kind = kinds.find(({ begins }) => begins(bytes));
  if (!kind?.types.includes(claimed)) return err("contentDiffers");
  const found = await kind.check(bytes);
  if (found !== claimed) return err(isProblem(found) ? found : "contentDiffers");
  // A program that looks for its kind of file at the end would find another one.
  if (kind.types !== packages && endsAsZip(bytes)) return err("embedded");
  return ok({ type: found, mediaType: documentTypes[found].mediaType });
}

type Found = DocumentType | DocumentProblem;

interface Kind {
  readonly begins: (bytes: Uint8Array) => boolean;
  /** What files that begin so may truly be; a document of today that is locked looks like one of before. */
  readonly types: readonly DocumentType[];
  readonly check: (bytes: Uint8Array) => Found | Promise<Found>;
}

const packages: readonly DocumentType[] = ["docx", "xlsx", "xps"];
const tooLarge = ({ width, height }: Size) => isTooManyPixels(width, height);

const kinds: readonly Kind[] = [
  { begins: isZip, types: packages, check: packageType },
  { begins: isCompoundFile, types: ["doc", "xls", "docx", "xlsx"], check: officeType },
  { begins: isPdf, types: ["pdf"], check: async (bytes) => (await pdfProblem(bytes)) ?? "pdf" },
  { begins: isRtf, types: ["rtf"], check: (bytes) => rtfProblem(bytes) ?? "rtf" },
  { begins: isJpeg, types: ["jpg"], check: (bytes) => jpegProblem(bytes, tooLarge) ?? "jpg" },
  { begins: isTiff, types: ["tif"], check: (bytes) => tiffProblem(bytes, tooLarge) ?? "tif" },
  { begins: isPlainText, types: ["txt"], check: () => "txt" },
];

const isProblem = (found: Found): found is DocumentProblem => !(found in documentTypes);
