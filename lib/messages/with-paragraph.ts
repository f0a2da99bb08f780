import type { ReplyParagraph } from "@/lib/reference/types";

/** What was typed, and after it the paragraph that was chosen, in the language that was chosen, or in both. */
export function withParagraph(
  typed: string,
  paragraphs: readonly ReplyParagraph[],
  { paragraph, language }: Readonly<Record<string, string | undefined>>,
): string {
  const chosen = paragraphs.find(({ code }) => code === paragraph);
  if (!chosen) return typed;
  const { textEn, textFr } = chosen;
  const added = language === "both" ? [textEn, textFr] : [language === "fr" ? textFr : textEn];
  const before = typed.trimEnd();
  return [...(before ? [before] : []), ...added].join("\n\n");
}
