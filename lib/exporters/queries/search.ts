import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/exporters/access";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { profilesLike } from "@/lib/exporters/search-sql";
import { idIs } from "@/lib/row-id";

/** So many are shown; whoever does not find theirs types more of its name. */
export const searchPage = 20;

/** Profiles by parts of their name, town or business number, in the order of their names. */
export async function searchExporters(viewer: OfficerViewer, text: string) {
  // What was merged is chosen no more.
  const places = await db().$queryRaw<{ id: string }[]>`
    SELECT e.id FROM "Exporter" e WHERE e."mergedIntoId" IS NULL AND ${profilesLike(text)}
     ORDER BY (fold(e."legalName")) COLLATE "C", e.id LIMIT ${searchPage + 1}`;
  const ids = places.slice(0, searchPage).map(({ id }) => id);
  const found = await db().exporter.findMany({
    where: { AND: [visibleTo(viewer), { id: { in: ids } }] },
    select: {
      id: true,
      legalName: true,
      city: true,
      province: true,
      businessNumber: true,
      ...mandateOf(viewer),
    },
  });
  const byId = new Map(found.map((profile) => [profile.id, profile]));
  return {
    more: places.length > searchPage,
    rows: ids.flatMap((id) => {
      const profile = byId.get(id);
      if (!profile) return [];
      const { mandates, ...row } = profile;
      return { ...row, ownProfile: isOwn({ mandates }) };
    }),
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
