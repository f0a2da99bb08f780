import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { literally } from "@/lib/forms/search-text";
import { otherSide } from "@/lib/messages/access";
import { askedWords } from "@/lib/messages/asked-words";
import { Prisma } from "@/prisma/generated/client";

const { sql } = Prisma;

/**
 * The conversations in which every word is found, in whatever was sent, in the subject, or in the number of what it
 * is about; accents and capitals do not matter. A condition beside `threadsVisibleTo`, never instead of it: it
 * knows of no rights, but finds in drafts nothing that the viewer did not write.
 */
export async function threadsWith(viewer: Viewer, text: string): Promise<Prisma.ThreadWhereInput> {
  const { words, together } = askedWords(text);
  if (words.length === 0) return {};
  const each = words.map((word) => {
    const pattern = `%${literally(word)}%`;
    return sql`((' ' || fold(t.subject)) LIKE ${pattern} OR EXISTS (
      SELECT 1 FROM "Message" m
       WHERE m."threadId" = t.id AND (' ' || fold(m.text)) LIKE ${pattern}
         AND (m."sentAt" IS NOT NULL
           OR m."authorId" = ${viewer.userId}::uuid AND m."discardedAt" IS NULL)))`;
  });
  const number = `%${together}%`;
  const numbered =
    together === ""
      ? sql`false`
      : sql`coalesce(compact(a.number) LIKE ${number}, compact(c.number) LIKE ${number},
              compact(i.number) LIKE ${number}, false)`;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Thread" t
      LEFT JOIN "Application" a ON a.id = t."applicationId"
      LEFT JOIN "Certificate" c ON c.id = t."certificateId"
      LEFT JOIN "ImportCertificate" i ON i.id = t."importCertificateId"
     WHERE ${ofOwn(viewer)} AND ((${Prisma.join(each, " AND ")}) OR ${numbered})
     ORDER BY t."lastMessageAt" DESC NULLS FIRST LIMIT 2000`;
  return { id: { in: rows.map(({ id }) => id) } };
}

/** The conversations in which the other side has written since the viewer was there; beside `threadsVisibleTo` too. */
export async function threadsUnread(viewer: Viewer): Promise<Prisma.ThreadWhereInput> {
  const rows = await db().$queryRaw<{ id: string }[]>`SELECT t.id ${unreadOf(viewer)}`;
  return { id: { in: rows.map(({ id }) => id) } };
}

/** The same as the rest of a statement, up to the end of its WHERE. */
export const unreadOf = (viewer: Viewer): Prisma.Sql => sql`
  FROM "Thread" t
  LEFT JOIN "ThreadRead" r ON r."threadId" = t.id AND r."userId" = ${viewer.userId}::uuid
 WHERE ${ofOwn(viewer)} AND EXISTS (
   SELECT 1 FROM "Message" m
    WHERE m."threadId" = t.id AND m.side = ${otherSide(viewer)}::"MessageSide"
      AND m."sentAt" > coalesce(r."readAt", '-infinity'))`;

/** Narrows a search to the profiles in question, so that it need not look through those of everybody. */
function ofOwn(viewer: Viewer): Prisma.Sql {
  if (viewer.kind === "officer") return sql`true`;
  const ids = viewer.standings.map(({ exporterId }) => exporterId);
  return sql`t."exporterId" = ANY (${ids}::uuid[])`;
}
