import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";

/** Whether single letters are keys of the officer's desk (WCAG 2.1.4); a habit, of which nothing is recorded. */
export async function setLetterKeys({ userId }: OfficerViewer, on: boolean): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { letterKeys: on } });
}
