import type { ConfirmationContent } from "@/lib/imports/pdf/confirmation-content";

/** A letter in the languages it is written in, and the instant of what it says. */
export interface LetterToDraw {
  readonly letters: readonly ConfirmationContent[];
  readonly at: string;
}

/** The PDF as base64: a job's answer is JSON. */
export async function confirmation({ letters, at }: LetterToDraw): Promise<string> {
  // Only now: a process that inspects files has no use for what draws letters.
  const { renderConfirmation } = await import("@/lib/imports/pdf/confirmation-document");
  return Buffer.from(await renderConfirmation(letters, new Date(at))).toString("base64");
}
