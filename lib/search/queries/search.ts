import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { askedIn, type Asked } from "@/lib/forms/search-text";
import { seesOfficers } from "@/lib/officers/access";
import { isUuid } from "@/lib/row-id";
import { numbered } from "@/lib/search/branches";
import { searchKinds, type SearchKind } from "@/lib/search/kinds";
import type { SearchRows } from "@/lib/search/rows";
import type { SearchFilter } from "@/lib/search/schema";
import { type Place, statementFor } from "@/lib/search/statement";
import { Prisma } from "@/prisma/generated/client";

/** So many of each kind where all kinds are shown, and on a page of one kind. */
export const bestOfEach = 10;
export const searchPage = 25;

type Hit = {
  [K in SearchKind]: { kind: K; rank: number; place: number; id: string; row: SearchRows[K] };
}[SearchKind];

/** The kinds that a viewer finds: who people are is for administrators and auditors. */
function kindsFor(viewer: OfficerViewer): SearchKind[] {
  return searchKinds.filter((kind) => kind !== "people" || seesOfficers(viewer));
}

/** The best of each kind, in one statement, and where the one thing is whose exact number was typed. */
export async function search(viewer: OfficerViewer, { text }: Pick<SearchFilter, "text">) {
  const asked = askedIn(text);
  const hits = await find(viewer, asked, kindsFor(viewer), bestOfEach + 1);
  const groups = kindsFor(viewer).map((kind) => {
    const found = hits.filter((hit) => hit.kind === kind);
    return { kind, hits: found.slice(0, bestOfEach), more: found.length > bestOfEach };
  });
  const exact = hits.filter(({ kind, rank }) => rank === 0 && numbered.includes(kind));
  return {
    groups: groups.filter((group) => group.hits.length > 0),
    only: exact.length === 1 ? (exact[0] ?? null) : null,
  };
}
export type SearchGroup = Awaited<ReturnType<typeof search>>["groups"][number];

/** One kind, page by page; null where the viewer does not find such. */
export async function searchOne(
  viewer: OfficerViewer,
  { text, kind, after }: SearchFilter & { readonly kind: SearchKind },
) {
  if (!kindsFor(viewer).includes(kind)) return null;
  const hits = await find(viewer, askedIn(text), [kind], searchPage + 1, placeIn(after));
  const last = hits.length > searchPage ? hits[searchPage - 1] : undefined;
  return { hits: hits.slice(0, searchPage), next: last ? `${last.rank}~${last.id}` : null };
}

/** A place that somebody tampered with is none. */
function placeIn(text: string): Place | null {
  const [rank = "", id = ""] = text.split("~");
  return /^\d$/.test(rank) && isUuid(id) ? { rank: Number(rank), id } : null;
}

async function find(
  viewer: OfficerViewer,
  asked: Asked,
  kinds: readonly SearchKind[],
  take: number,
  after: Place | null = null,
): Promise<Hit[]> {
  if (asked.phrase === "") return [];
  const statements = kinds.flatMap((kind) => statementFor(kind, asked, take, after) ?? []);
  if (statements.length === 0) return [];
  const all = Prisma.join(
    statements.map((statement) => Prisma.sql`(${statement})`),
    " UNION ALL ",
  );
  const hits = await db().$queryRaw<Hit[]>(all);
  hits.sort((one, other) => one.place - other.place);
  const people = hits.filter(({ kind }) => kind === "people").length;
  // Whoever reads people leaves a trace; what was typed is nobody's business.
  if (people > 0) {
    await transaction((tx) =>
      record(tx, actorOf(viewer), { kind: "person.searched", data: { found: people } }),
    );
  }
  return hits;
}
