import "server-only";
import { ofProfile } from "@/lib/applications/access";
import { beyond, orderOf, placeOf } from "@/lib/applications/list-keyset";
import { matching, ofView } from "@/lib/applications/list-conditions";
import { listed, rowOf } from "@/lib/applications/list-row";
import { listViews, type ListFilter, type ListView } from "@/lib/applications/schema-list";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { pageOf } from "@/lib/place";

const pageSize = 25;

/**
 * A page of the applications of a profile, as its exporter sees them. `previous` and `next` are handed in
 * again as `before` and `after`; null at either end. A page holds its place when applications come or go.
 */
export async function listApplications(
  viewer: ExporterViewer,
  exporterId: string,
  filter: ListFilter,
  take: number = pageSize,
) {
  const { sort, after, before } = filter;
  const backwards = before !== "";
  const place = beyond(sort, backwards ? before : after, backwards);
  const found = await db().application.findMany({
    where: {
      AND: [
        ofProfile(viewer, exporterId),
        ofView(filter.view),
        ...matching(filter),
        ...(place ? [place] : []),
      ],
    },
    select: listed,
    orderBy: orderOf(sort, backwards && place !== null),
    take: take + 1,
  });
  const { rows, previous, next } = pageOf(found, { take, placed: place !== null, backwards });
  return {
    rows: rows.map(rowOf),
    previous: previous && placeOf(sort, previous),
    next: next && placeOf(sort, next),
  };
}

/** How many applications of a profile each tab shows under the filter. */
export async function countApplications(
  viewer: ExporterViewer,
  exporterId: string,
  filter: ListFilter,
): Promise<Record<ListView, number>> {
  const counted = await db().application.groupBy({
    by: ["status"],
    where: { AND: [ofProfile(viewer, exporterId), ...matching(filter)] },
    _count: true,
  });
  const inView = (view: ListView) => {
    const { status } = ofView(view);
    const shown = counted.filter((each) => !status || status.in.includes(each.status));
    return shown.reduce((sum, { _count }) => sum + _count, 0);
  };
  return Object.fromEntries(listViews.map((view) => [view, inView(view)])) as Record<
    ListView,
    number
  >;
}

/** The destinations that applications of a profile state, by code. */
export async function listDestinations(
  viewer: ExporterViewer,
  exporterId: string,
): Promise<string[]> {
  const found = await db().application.groupBy({
    by: ["statedDestination"],
    where: { AND: [ofProfile(viewer, exporterId), { statedDestination: { not: null } }] },
    orderBy: { statedDestination: "asc" },
  });
  return found.flatMap(({ statedDestination }) => statedDestination ?? []);
}
