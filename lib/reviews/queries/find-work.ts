import "server-only";
import { visibleTo } from "@/lib/applications/access";
import { findSubmission } from "@/lib/applications/queries/find";
import type { Snapshot } from "@/lib/applications/snapshot";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { saidByRule } from "@/lib/reviews/findings";
import type { Review } from "@/lib/reviews/queries/find-review";
import { carriedOver, changedParts, sameFindings } from "@/lib/reviews/standing-work";
import { workOf, type KeptWork } from "@/lib/reviews/work";
import { idIs } from "@/lib/row-id";

/**
 * How far the review has come: what was saved about this submission, or what stands of what was saved about
 * an earlier one, and what is to be answered again.
 */
export async function findWork(viewer: OfficerViewer, review: Review) {
  const { snapshot, checks, id } = review;
  const version = snapshot.submissionVersion;
  const rows = await db().reviewWork.findMany({
    where: {
      application: { AND: [visibleTo(viewer), idIs(id)] },
      submissionVersion: { lte: version },
    },
    orderBy: { submissionVersion: "desc" },
    take: 2,
    select: {
      submissionVersion: true,
      checklist: true,
      acceptedSections: true,
      version: true,
      savedAt: true,
      savedBy: named,
    },
  });
  const current = rows.find((row) => row.submissionVersion === version);
  const earlier = rows.find((row) => row.submissionVersion < version);
  const read = async (of: number): Promise<Snapshot | null> =>
    of > 0 ? ((await findSubmission(viewer, id, of))?.snapshot ?? null) : null;
  const before = await read(version - 1);
  const base =
    earlier && earlier.submissionVersion < version - 1
      ? await read(earlier.submissionVersion)
      : before;
  const said = saidByRule(checks.flatMap(({ findings }) => findings));
  const carried = earlier && base ? carriedOver(keptOf(earlier), base, snapshot, said) : null;
  const standing = current ? sameFindings(keptOf(current), said) : carried;
  const work = standing?.work ?? {};
  const again = [...(carried?.again ?? []), ...(current ? (standing?.again ?? []) : [])];
  return {
    /** 0 where nothing is saved about this submission. */
    version: current?.version ?? 0,
    saved: current ? { by: fullName(current.savedBy), at: current.savedAt } : null,
    work,
    /** Fields that were answered before and are to be answered again. */
    again: [...new Set(again)].filter((field) => !work[field]),
    /** The submission about which the work that stands was done. */
    earlier: earlier?.submissionVersion ?? null,
    /** Sections whose acceptance stands from then. */
    stays: Object.keys(carried?.work ?? {}).filter((field) => field.startsWith("section-")),
    /** The submission before, and the sections in which this one differs from it. */
    before,
    changed: before ? changedParts(before, snapshot) : [],
  };
}

export type FoundWork = Awaited<ReturnType<typeof findWork>>;

function keptOf(row: {
  readonly checklist: unknown;
  readonly acceptedSections: readonly string[];
}): KeptWork {
  return { values: workOf(row), about: (row.checklist as KeptWork).about };
}
