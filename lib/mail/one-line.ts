/** Marks that turn the direction of what follows, or cannot be seen. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
/** The end of a line with what is indented after it. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}][ \p{Cc}\p{Zl}\p{Zp}]*/gu;

/**
 * Text from a person as it may stand in a subject or a sentence of ours: one line, without control or
 * direction marks, so that it can neither end a header nor change how the rest reads.
 */
export function oneLine(text: string): string {
  return text.normalize("NFC").replace(BREAKS, " ").replace(UNSEEN, "").trim();
}
