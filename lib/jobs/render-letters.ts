import "server-only";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import type { Letter } from "@/lib/reviews/letters/letter";
import { renderLetter } from "@/lib/reviews/pdf/letter-document";
import { noticeOf, rejectionOf } from "@/lib/reviews/queries/letters-of";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";

type Stored = Awaited<ReturnType<typeof storeBytes>>;

/** Makes the letters of the notice of deficiency on a submission, one in each language, each once. */
export async function renderNotice(submissionId: string): Promise<void> {
  const { letters, at } = await noticeOf(submissionId);
  const made = await db().noticeLetter.findMany({ where: { submissionId } });
  await renderEach(letters, at, made, (language, stored) =>
    db().noticeLetter.createMany({
      data: [{ submissionId, language, ...stored }],
      skipDuplicates: true,
    }),
  );
}

/** Makes the letters of a rejection, one in each language, each once. */
export async function renderRejection(decisionId: string): Promise<void> {
  const { letters, at } = await rejectionOf(decisionId);
  const made = await db().decisionLetter.findMany({ where: { decisionId } });
  await renderEach(letters, at, made, (language, stored) =>
    db().decisionLetter.createMany({
      data: [{ decisionId, language, ...stored }],
      skipDuplicates: true,
    }),
  );
}

async function renderEach(
  letters: readonly Letter[],
  at: Date,
  made: readonly Pick<Letter, "language">[],
  keep: (language: Letter["language"], stored: Stored) => Promise<{ count: number }>,
): Promise<void> {
  const store = storage();
  for (const letter of letters) {
    const { language } = letter;
    if (made.some((each) => each.language === language)) continue;
    const stored = await storeBytes(store, await renderLetter(letter, at), "application/pdf");
    const { count } = await keep(language, stored);
    // Another worker was quicker; its bytes are the ones that count.
    if (count === 0) await store.remove(stored.key);
    log().info({ letter: letter.subject, language, size: stored.size }, "letter rendered");
  }
}
