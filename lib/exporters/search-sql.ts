import { askedIn, literally } from "@/lib/forms/search-text";
import { Prisma } from "@/prisma/generated/client";

const { sql } = Prisma;

/** Looking for more words finds nothing more. */
const mostWords = 6;

/**
 * The profiles `e` that have each word in their name or town, or all of it in their business number; accents and
 * capitals do not matter. Each comparison is one of an index. None where nothing is asked.
 */
export function profilesLike(text: string): Prisma.Sql {
  const { words, together } = askedIn(text);
  if (words.length === 0) return sql`false`;
  const each = words.slice(0, mostWords).map((word) => {
    const pattern = `%${literally(word)}%`;
    return sql`((' ' || fold(e."legalName")) LIKE ${pattern} OR (' ' || fold(e.city)) LIKE ${pattern})`;
  });
  const named = sql`(${Prisma.join(each, " AND ")})`;
  return together === ""
    ? named
    : sql`(${named} OR compact(e."businessNumber") LIKE ${`%${together}%`})`;
}
