import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { mayFollow } from "@/lib/certificates/access";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { SheetState } from "@/prisma/generated/enums";

const onPage = 50;

/** How many blank sheets are in each state, which are left, and the account of movements, newest first. */
export async function findSheets(viewer: OfficerViewer, page: number) {
  const [counts, stock, movements, total] = await Promise.all([
    db().blankSheet.groupBy({ by: ["state"], _count: true }),
    db().blankSheet.findFirst({ where: { state: "stock" }, orderBy: { number: "asc" } }),
    db().sheetMovement.findMany({
      select: {
        id: true,
        kind: true,
        first: true,
        last: true,
        reason: true,
        at: true,
        actor: named,
        certificate: { select: { id: true, number: true } },
      },
      orderBy: { id: "desc" },
      skip: page * onPage,
      take: onPage,
    }),
    db().sheetMovement.count(),
  ]);
  const count = Object.fromEntries(
    Object.values(SheetState).map((state) => [
      state,
      counts.find((each) => each.state === state)?._count ?? 0,
    ]),
  ) as Record<SheetState, number>;
  return {
    count,
    received: Object.values(count).reduce((sum, each) => sum + each, 0),
    /** The one that is printed on next. */
    next: stock?.number ?? null,
    movements: movements.map(({ id, actor, ...movement }) => ({
      ...movement,
      id: id.toString(),
      by: fullName(actor),
    })),
    page,
    pages: Math.max(1, Math.ceil(total / onPage)),
    mayMove: mayFollow(viewer),
  };
}
export type Sheets = Awaited<ReturnType<typeof findSheets>>;
