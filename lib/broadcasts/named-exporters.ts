import "server-only";
import { db } from "@/lib/db";
import { readBusinessNumber } from "@/lib/exporters/business-number";

/** A line that names no exporter, or by its legal name more than one. */
export interface Unclear {
  readonly typed: string;
  readonly why: "unknown" | "unknownName" | "several";
}

/**
 * The profiles that lines name: by a business number, with or without the program account, or by the legal name, without
 * regard to accents and capitals. And the lines that name none, or two of one name.
 */
export async function findNamed(lines: readonly string[]) {
  const numbers = lines.filter(isNumber);
  const names = lines.filter((line) => !isNumber(line));
  const bearers = await findBearers(names);
  const found = await db().exporter.findMany({
    where: {
      mergedIntoId: null,
      OR: [
        ...numbers.map((businessNumber) => ({ businessNumber: { startsWith: businessNumber } })),
        { id: { in: bearers.map(({ id }) => id) } },
      ],
    },
    select: { id: true, legalName: true, businessNumber: true },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
  });
  const unclear = [
    ...numbers.flatMap((typed): Unclear[] =>
      found.some((row) => row.businessNumber?.startsWith(typed)) ? [] : [{ typed, why: "unknown" }],
    ),
    ...names.flatMap((typed): Unclear[] => {
      const count = bearers.filter(({ name }) => name === typed).length;
      return count === 1 ? [] : [{ typed, why: count === 0 ? "unknownName" : "several" }];
    }),
  ];
  return { found, unclear };
}

const isNumber = (line: string) => readBusinessNumber(line) !== null;

/** Of each name, who bears it. */
async function findBearers(names: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (names.length === 0) return [];
  return db().$queryRaw<{ id: string; name: string }[]>`
    SELECT e.id, n.name FROM unnest(${names}::text[]) AS n(name)
      JOIN "Exporter" e ON fold(e."legalName") = fold(n.name) AND e."mergedIntoId" IS NULL`;
}
