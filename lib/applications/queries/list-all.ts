import "server-only";
import type { ApplicationRow } from "@/lib/applications/list-row";
import { listApplications } from "@/lib/applications/queries/list";
import type { ListFilter } from "@/lib/applications/schema-list";
import { profilesWith, type ExporterViewer } from "@/lib/auth/viewer";

const stride = 1000;

/** Up to so many applications that a filter finds, in its order; null where the profile is none of the viewer's. */
export async function listAll(
  viewer: ExporterViewer,
  exporterId: string,
  filter: ListFilter,
  limit: number,
): Promise<{ rows: ApplicationRow[]; cut: boolean } | null> {
  if (!profilesWith(viewer, "view").includes(exporterId)) return null;
  const rows: ApplicationRow[] = [];
  for (let after: string | null = ""; after !== null && rows.length <= limit;) {
    const page = await listApplications(
      viewer,
      exporterId,
      { ...filter, after, before: "" },
      stride,
    );
    rows.push(...page.rows);
    after = page.next;
  }
  return { rows: rows.slice(0, limit), cut: rows.length > limit };
}
