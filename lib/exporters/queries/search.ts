import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/exporters/access";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { idIs } from "@/lib/row-id";

/** So many are shown; whoever does not find theirs types more of its name. */
export const searchPage = 20;

/** Profiles by a part of their name, town or business number, in the order of their names. */
export async function searchExporters(viewer: OfficerViewer, text: string) {
  if (text === "") return { rows: [], more: false };
  const contains = { contains: text, mode: "insensitive" as const };
  const digits = text.replace(/\s/g, "");
  const found = await db().exporter.findMany({
    where: {
      AND: [
        visibleTo(viewer),
        // What was merged is chosen no more.
        { mergedIntoId: null },
        {
          OR: [
            { legalName: contains },
            { city: contains },
            { businessNumber: { contains: digits, mode: "insensitive" } },
          ],
        },
      ],
    },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    take: searchPage + 1,
    select: {
      id: true,
      legalName: true,
      city: true,
      province: true,
      businessNumber: true,
      ...mandateOf(viewer),
    },
  });
  return {
    more: found.length > searchPage,
    rows: found
      .slice(0, searchPage)
      .map(({ mandates, ...row }) => ({ ...row, ownProfile: isOwn({ mandates }) })),
  };
}

/** The profile of an importer, for an officer who registers what it imported; null where there is none. */
export async function findImporter(viewer: OfficerViewer, exporterId: string) {
  const found = await db().exporter.findFirst({
    where: { AND: [visibleTo(viewer), idIs(exporterId), { mergedIntoId: null }] },
    select: {
      id: true,
      legalName: true,
      city: true,
      province: true,
      ...mandateOf(viewer),
    },
  });
  if (!found) return null;
  const { mandates, ...importer } = found;
  return { ...importer, ownProfile: isOwn({ mandates }) };
}
