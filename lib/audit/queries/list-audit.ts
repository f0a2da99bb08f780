import "server-only";
import { seesAudit } from "@/lib/audit/access";
import { readEntries, type AuditEntry } from "@/lib/audit/entries";
import { findIds, type Nothing } from "@/lib/audit/find-ids";
import type { AuditFilter } from "@/lib/audit/schema";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";

export const auditPage = 50;

interface Page {
  readonly entries: readonly AuditEntry[];
  /** Where the next page begins. */
  readonly next: string | null;
  /** What of the filter names nothing. */
  readonly unknown: Nothing | null;
}

/** One page of the trail, newest first. */
export async function listAudit(
  viewer: OfficerViewer,
  filter: AuditFilter,
  limit: number = auditPage,
): Promise<Page> {
  if (!seesAudit(viewer)) return { entries: [], next: null, unknown: null };
  const { ids, unknown } = await findIds(filter, limit + 1);
  const entries = await readEntries(db(), ids.slice(0, limit));
  const last = entries.at(-1);
  return { entries, next: ids.length > limit && last ? last.id : null, unknown };
}
