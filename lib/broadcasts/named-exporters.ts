import "server-only";
import { db } from "@/lib/db";

/** The profiles that bear these business numbers, with or without the program account, and which numbers none bears. */
export async function findNamed(numbers: readonly string[]) {
  const rows = await db().exporter.findMany({
    where: {
      mergedIntoId: null,
      OR: numbers.map((businessNumber) => ({ businessNumber: { startsWith: businessNumber } })),
    },
    select: { id: true, legalName: true, businessNumber: true },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
  });
  const bears = (number: string) => rows.some((row) => row.businessNumber?.startsWith(number));
  return { found: rows, unknown: numbers.filter((number) => !bears(number)) };
}
