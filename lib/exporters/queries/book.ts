import "server-only";
import { profilesWith, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { profilesEntered } from "@/lib/exporters/access";
import type { Keepable } from "@/lib/exporters/book";
import { idIs, isUuid } from "@/lib/row-id";
import type { BookKind } from "@/prisma/generated/enums";
import type { Prisma } from "@/prisma/generated/client";

/** The entries a viewer may know about: of the profiles they act for, and none for the office as such. */
function visibleTo(viewer: Viewer): Prisma.BookEntryWhereInput {
  if (viewer.kind === "officer") return { id: { in: [] } };
  return {
    OR: [
      { exporterId: { in: profilesWith(viewer, "view") } },
      ...profilesEntered(viewer).map((exporter) => ({ exporter })),
    ],
  };
}

const selected = { id: true, kind: true, data: true, usedAt: true } as const;

/** The address book of a profile, last used first. */
export async function listBook(viewer: Viewer, exporterId: string, kind?: BookKind) {
  if (!isUuid(exporterId)) return [];
  const rows = await db().bookEntry.findMany({
    where: { AND: [visibleTo(viewer), { exporterId }], ...(kind ? { kind } : {}) },
    orderBy: [{ usedAt: "desc" }, { id: "desc" }],
    select: selected,
  });
  return rows.map(plain);
}

export type BookEntry = Awaited<ReturnType<typeof listBook>>[number];

/** An entry of the profile of an application, or null: one profile's book serves no other. */
export async function findBookEntry(
  viewer: Viewer,
  applicationId: string,
  entryId: string,
): Promise<BookEntry | null> {
  const found = await db().bookEntry.findFirst({
    where: {
      AND: [visibleTo(viewer), idIs(entryId)],
      exporter: { applications: { some: idIs(applicationId) } },
    },
    select: selected,
  });
  return found && plain(found);
}

function plain({
  id,
  kind,
  data,
  usedAt,
}: {
  id: string;
  kind: BookKind;
  data: Prisma.JsonValue;
  usedAt: Date;
}) {
  return { id, usedAt, ...({ kind, data } as unknown as Keepable) };
}
