import "server-only";
import { actorOf, type Viewer } from "@/lib/auth/viewer";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { lockAsOwner } from "@/lib/exporters/hold";
import { profileFacts } from "@/lib/exporters/profile-facts";
import type { ExporterProfile } from "@/lib/exporters/schema";
import { err, ok, type Result } from "@/lib/result";
import { asVersion } from "@/lib/row-id";

/** Changes a profile, for its owner. Applications keep the facts they were submitted with. */
export async function saveExporter(
  viewer: Viewer,
  exporterId: string,
  input: ExporterProfile,
  version: number,
): Promise<Result<void, "notFound" | "changedMeanwhile">> {
  return transaction(async (tx) => {
    if (!(await lockAsOwner(tx, viewer, exporterId))) return err("notFound");
    const before = await tx.exporter.findUniqueOrThrow({ where: { id: exporterId } });
    const data = profileFacts(viewer, input);
    const { count } = await tx.exporter.updateMany({
      where: { id: exporterId, version: asVersion(version) },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0) return rollBack(err("changedMeanwhile"));
    const fields = (Object.keys(data) as (keyof typeof data)[]).filter(
      (field) => JSON.stringify(data[field]) !== JSON.stringify(before[field]),
    );
    await record(tx, actorOf(viewer), { kind: "exporter.changed", exporterId, data: { fields } });
    return ok(undefined);
  });
}
