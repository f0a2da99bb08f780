import * as z from "zod";
import { isCalendarDate } from "@/lib/calendar";
import { errorKey } from "@/lib/forms/error-key";
import type { FormSchema } from "@/lib/forms/parse-form";
import { isNumber, normaliseNumber, readNumber } from "@/lib/imports/number";

/** Characters of a number as printed; the width of its column. */
const longestNumber = 30;
/** Characters of the note to the office. */
export const longestNote = 1000;

/** An announced import as it may be left and found again: nothing is required before it is sent. */
export const announcedImport = z.object({
  /** The participant that issued the certificate. */
  issuer: z
    .string()
    .regex(/^[A-Z]{2}$/, errorKey("imports.issuer.required"))
    .exactOptional(),
  number: z
    .string()
    .max(longestNumber * 2, errorKey("imports.number.invalid"))
    .transform(readNumber)
    .refine(
      (number) => number.length <= longestNumber && isNumber(normaliseNumber(number)),
      errorKey("imports.number.invalid"),
    )
    .exactOptional(),
  importedOn: z.string().refine(isCalendarDate, errorKey("date.notUnderstood")).exactOptional(),
  note: z.string().max(longestNote, errorKey("imports.note.tooLong")).exactOptional(),
});
export type AnnouncedImport = z.infer<typeof announcedImport>;

export const announcedFields = ["issuer", "number", "importedOn", "note"] as const;
export type AnnouncedField = (typeof announcedFields)[number];

/** What has to be there before the office is asked to register it. */
export const requiredFields = ["issuer", "number", "importedOn"] as const;

export const announcementForm = {
  schema: announcedImport,
  fields: { issuer: "text", number: "text", importedOn: "date", note: "text" },
} as const satisfies FormSchema<AnnouncedImport>;
