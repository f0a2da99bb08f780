import "server-only";
import { type Asked, literally } from "@/lib/forms/search-text";
import type { SearchKind } from "@/lib/search/kinds";
import { Prisma } from "@/prisma/generated/client";

const { sql } = Prisma;

/**
 * One way in which a row can be what is looked for, each with an index of its own; the most exact comes
 * first. Rows are in the order of `key`, which the index keeps.
 */
export interface Branch {
  readonly where: Prisma.Sql;
  readonly key: Prisma.Sql;
}

const bytes = (expression: Prisma.Sql) => sql`(${expression}) COLLATE "C"`;
const is = (key: Prisma.Sql, value: string): Branch => ({ key, where: sql`${key} = ${value}` });
/** A range rather than LIKE: it is one whatever is typed. */
const begins = (key: Prisma.Sql, start: string): Branch => ({
  key,
  where: sql`(${key} >= ${start} AND ${key} < ${`${start}\u{10ffff}`})`,
});

/** Every word somewhere in the text, one of a letter or two as the beginning of a word. */
function contains(key: Prisma.Sql, text: Prisma.Sql, { words }: Asked): Branch {
  const each = words.map((word) => {
    const pattern = Array.from(word).length < 3 ? `% ${literally(word)}%` : `%${literally(word)}%`;
    return sql`(' ' || ${text}) LIKE ${pattern}`;
  });
  return { key, where: sql`(${Prisma.join(each, " AND ")})` };
}

const named = (text: Prisma.Sql, asked: Asked) => [
  begins(bytes(text), asked.phrase),
  contains(bytes(text), text, asked),
];

/** No number is as short: too many would begin so. */
const enough = (start: string | null, letters: number): start is string =>
  start !== null && start.length >= letters;

/** Figures with the letters that stand before them when they are not typed: "2026 0412" is "kpo20260412". */
function withPrefix(together: string, prefix: string): string | null {
  if (/^\d+$/.test(together)) return prefix + together;
  return together.startsWith(prefix) ? together : null;
}

/** How the rows of each kind are found; the aliases are those of lib/search/statement.ts. */
export const branchesOf: Record<SearchKind, (asked: Asked) => Branch[]> = {
  applications({ together }) {
    const number = bytes(sql`compact(a.number)`);
    const serial = bytes(sql`split_part(a.number, '-', 3)`);
    const whole = withPrefix(together, "kpo");
    return [
      ...(whole ? [is(number, whole)] : []),
      ...(/^\d{1,6}$/.test(together) ? [is(serial, together.padStart(4, "0"))] : []),
      ...(enough(whole, 4) ? [begins(number, whole)] : []),
    ];
  },
  certificates({ together }) {
    const number = bytes(sql`compact(c.number)`);
    const whole = withPrefix(together, "ca");
    const serial = whole && /^ca(\d{1,8})$/.exec(whole)?.[1];
    return [
      ...(serial ? [is(number, `ca${serial.padStart(8, "0")}`)] : []),
      ...(enough(whole, 3) ? [begins(number, whole)] : []),
    ];
  },
  imports({ together }) {
    if (together.length < 2) return [];
    const number = bytes(sql`compact(i."numberNormalised")`);
    const figures = bytes(sql`compact(substr(i."numberNormalised", 3))`);
    return [
      is(number, together),
      is(figures, together),
      begins(number, together),
      begins(figures, together),
    ];
  },
  seals({ together }) {
    if (together.length < 2) return [];
    const seal = bytes(sql`compact(l.seal)`);
    return [is(seal, together), begins(seal, together)];
  },
  exporters(asked) {
    const { together } = asked;
    const number = bytes(sql`compact(e."businessNumber")`);
    return [
      ...(/^\d{4}/.test(together) ? [begins(number, together)] : []),
      ...named(sql`fold(e."legalName")`, asked),
    ];
  },
  consignees: (asked) => named(sql`fold(a."consigneeName")`, asked),
  people(asked) {
    const key = bytes(sql`fold(u."lastName" || ' ' || u."firstName")`);
    const text = sql`fold(u."firstName" || ' ' || u."lastName" || ' ' || coalesce(u.email, ''))`;
    return [
      { key, where: sql`u.email = ${asked.phrase}` },
      begins(key, asked.phrase),
      contains(key, text, asked),
    ];
  },
};

/** Those of which finding exactly one is finding it. */
export const numbered: readonly SearchKind[] = ["applications", "certificates", "imports"];
