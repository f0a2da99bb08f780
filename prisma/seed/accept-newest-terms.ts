import { db } from "@/lib/db";
import { currentTerms } from "@/lib/texts/queries";

/** Somebody of a demonstration or a test has accepted the terms in force, where there are any. */
export async function acceptNewestTerms(userId: string): Promise<void> {
  const terms = await currentTerms();
  if (!terms) return;
  const accepted = { userId, version: terms.version };
  if ((await db().termsAcceptance.count({ where: accepted })) > 0) return;
  await db().termsAcceptance.create({ data: accepted });
}
