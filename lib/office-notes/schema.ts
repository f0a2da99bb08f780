import * as z from "zod";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { errorKey } from "@/lib/forms/error-key";

/** Whoever has a part in a file writes notes about it: the other officers read them. */
export function writesNotes({ roles }: Pick<OfficerViewer, "roles">): boolean {
  return roles.includes("reviewer") || roles.includes("signatory");
}

/** Characters of a note. */
export const longestNote = 4000;

/** What officers write to each other about a file. */
export const noteForm = {
  schema: z.object({
    note: z
      .string(errorKey("review.note.required"))
      .trim()
      .min(1, errorKey("review.note.required"))
      .max(longestNote, errorKey("review.note.tooLong")),
  }),
  fields: { note: "text" },
} as const;
