import "server-only";
import { restsOn } from "@/lib/amendments/effect";
import { isFelt, rowFrom, type Row } from "@/lib/amendments/row";
import type { Answers } from "@/lib/applications/answers";
import { db, type Db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import type { ApplicationStatus, ReferenceKind } from "@/prisma/generated/enums";

interface ChangedRow {
  readonly before: unknown;
  readonly after: unknown;
}

/** An open application that rests on a changed row. */
export interface Affected {
  readonly id: string;
  readonly exporterId: string;
  readonly number: string | null;
  readonly status: ApplicationStatus;
  readonly consignee: string | null;
}

const open: ApplicationStatus[] = ["draft", "returned", "submitted", "in_review", "recommended"];

/**
 * The open applications, drafts among them, that rest on what these rows were or are to be, where they can
 * feel it at all. For commands, and for the count that a page shows; what it says of a draft is no officer's.
 */
export async function findAffected(
  kind: ReferenceKind,
  changes: readonly ChangedRow[],
  reader: Db = db(),
): Promise<Affected[]> {
  const rows = changes.flatMap(({ before, after }) => {
    const [was, is] = [before === null ? null : rowFrom(kind, before), rowFrom(kind, after)];
    return isFelt(kind, was, is) ? [was, is].filter((row) => row !== null) : [];
  });
  if (rows.length === 0) return [];
  const found = await reader.application.findMany({
    where: { status: { in: open }, ...likely(kind, rows) },
    select: {
      id: true,
      exporterId: true,
      number: true,
      status: true,
      answers: true,
      statedConsignee: true,
    },
    orderBy: [{ number: "asc" }, { id: "asc" }],
  });
  return found.flatMap(({ answers, statedConsignee: consignee, ...application }) =>
    rows.some((row) => restsOn(kind, row, answers as Answers))
      ? [{ ...application, consignee }]
      : [],
  );
}

/** What the columns of an application can say of it already. */
function likely(kind: ReferenceKind, rows: readonly Row[]): Prisma.ApplicationWhereInput {
  const all = (field: string) => [...new Set(rows.flatMap((row) => row[field] ?? []))];
  switch (kind) {
    case "participants":
      return { statedDestination: { in: all("code") } };
    case "sanctions":
      return { statedDestination: { in: all("destination") } };
    case "countries":
      return { statedDestination: { in: all("participant") } };
    case "mines":
      return { statedCategories: { has: "new_production" } };
    case "subheadings":
    case "priceBands":
    case "documentRequirements":
    case "holidays":
    case "officeHours":
    case "returnReasons":
    case "declarations":
    case "letters":
    case "replyParagraphs":
      return {};
  }
}
