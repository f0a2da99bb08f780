import { DOCUMENT_MAX_BYTES, typeOfName } from "@/lib/documents/limits";
import type { UploadProblem } from "@/lib/documents/upload-result";

/** What keeps a chosen file from being added, as far as that is seen before it is sent. */
export function problemBefore(
  { name, size }: { name: string; size: number },
  room: number,
): UploadProblem | null {
  if (!typeOfName(name)) return "typeNotAllowed";
  if (size === 0) return "empty";
  if (size > DOCUMENT_MAX_BYTES) return "tooLarge";
  return room > 0 ? null : "tooMany";
}
