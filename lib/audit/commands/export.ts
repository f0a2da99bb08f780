import "server-only";
import { readEntries, type AuditEntry } from "@/lib/audit/entries";
import { findIds } from "@/lib/audit/find-ids";
import { auditAddress, type AuditFilter } from "@/lib/audit/schema";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";

const pageSize = 1_000;

/** The entries of a filter, newest first, read while they are taken; that they were is an entry. Null for whoever is no auditor. */
export async function exportAudit(
  viewer: OfficerViewer,
  filter: AuditFilter,
): Promise<AsyncIterable<AuditEntry> | null> {
  if (!viewer.roles.includes("auditor")) return null;
  const asked = { ...filter, after: "" };
  await transaction((tx) =>
    record(tx, actorOf(viewer), { kind: "audit.exported", data: { filter: auditAddress(asked) } }),
  );
  return entriesOf(asked);
}

async function* entriesOf(filter: AuditFilter): AsyncGenerator<AuditEntry> {
  for (let after = ""; ;) {
    const { ids } = await findIds({ ...filter, after }, pageSize);
    yield* await readEntries(db(), ids);
    const last = ids.at(-1);
    if (last === undefined || ids.length < pageSize) return;
    after = last.toString();
  }
}
