import "server-only";
import { db } from "@/lib/db";
import { letterKinds, type LetterKind, type LetterTextsIn } from "@/lib/reviews/letters/texts";

/** The paragraphs of the letters as they read on a day (ISO, Ottawa): of each kind the newest version whose day had come. */
export async function getLetterTexts(day: string): Promise<LetterTextsIn> {
  const rows = await db().letterText.findMany({
    where: { kind: { in: [...letterKinds] }, validFrom: { lte: new Date(day) } },
    orderBy: [{ kind: "asc" }, { version: "desc" }],
    distinct: ["kind"],
  });
  const textsIn = (text: (row: (typeof rows)[number]) => string) => {
    const found = letterKinds.map((kind) => {
      const row = rows.find((each) => each.kind === kind);
      if (!row) throw new Error(`No letter text for ${kind} on ${day}`);
      return [kind, text(row)] as const;
    });
    return Object.fromEntries(found) as Record<LetterKind, string>;
  };
  return { en: textsIn(({ textEn }) => textEn), fr: textsIn(({ textFr }) => textFr) };
}
