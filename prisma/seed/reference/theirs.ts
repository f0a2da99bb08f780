import { kindNamed, kinds } from "@/lib/amendments/kinds";
import type { ReferenceKind } from "@/prisma/generated/enums";
import type { Prisma } from "@/prisma/generated/client";

/** Files that are not called as their kind. */
const otherwiseNamed: Readonly<Partial<Record<string, ReferenceKind>>> = {
  hours: "officeHours",
  letterTexts: "letters",
};

type Files = Readonly<Record<string, readonly object[]>>;

/** The files without the rows that administrators have changed: their word is newer than any file. */
export async function withoutTheirs<F extends Files>(
  tx: Prisma.TransactionClient,
  files: F,
): Promise<F> {
  const changed = await tx.referenceChangeRow.findMany({
    where: {
      change: {
        OR: [{ decision: { is: { outcome: "confirmed" } } }, { immediate: true, decision: null }],
      },
    },
    select: { key: true, change: { select: { kind: true } } },
  });
  const theirs = new Set(changed.map(({ key, change }) => `${change.kind} ${key}`));
  const left = Object.entries(files).map(([subject, rows]) => {
    const kind = otherwiseNamed[subject] ?? kindNamed(subject);
    if (!kind) return [subject, rows] as const;
    const keyOf = (row: object) =>
      kinds[kind].key.map((name) => String((row as Record<string, unknown>)[name])).join(":");
    return [subject, rows.filter((row) => !theirs.has(`${kind} ${keyOf(row)}`))] as const;
  });
  return Object.fromEntries(left) as F;
}
