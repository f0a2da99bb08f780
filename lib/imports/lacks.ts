import {
  requiredFields,
  type AnnouncedField,
  type AnnouncedImport,
} from "@/lib/imports/schema-announce";
import type { ScanState } from "@/prisma/generated/enums";

/** What an announcement lacks before it can be sent. */
export type Lack = Exclude<AnnouncedField, "note"> | "scan" | "scanWaiting" | "scanInfected";

/** In the order of the page. A file is looked at by the office once no virus was found in it. */
export function lacksOf(
  announced: AnnouncedImport,
  files: readonly { readonly scan: ScanState }[],
): Lack[] {
  const fields: Lack[] = requiredFields.filter((field) => announced[field] === undefined);
  const some = (scan: ScanState) => files.some((file) => file.scan === scan);
  if (some("infected")) return [...fields, "scanInfected"];
  if (some("waiting")) return [...fields, "scanWaiting"];
  return files.length === 0 ? [...fields, "scan"] : fields;
}
