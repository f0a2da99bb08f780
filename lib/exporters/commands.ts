import "server-only";
import { actorOf, type ExporterViewer, type Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { ownedBy } from "@/lib/exporters/access";
import type { ExporterProfile } from "@/lib/exporters/schema";
import { err, ok, type Result } from "@/lib/result";
import { asVersion, idIs, isUuid } from "@/lib/row-id";

/**
 * Registers a profile; who makes it owns it. The token stands for one press of the button: however
 * often it is sent, one profile is made.
 */
export async function createExporter(
  viewer: ExporterViewer,
  input: ExporterProfile,
  creationToken: string,
): Promise<Result<{ exporterId: string }, "notFound">> {
  if (!isUuid(creationToken)) return err("notFound");
  return transaction(async (tx) => {
    const { count } = await tx.exporter.createMany({
      data: [{ ...facts(viewer, input), creationToken }],
      skipDuplicates: true,
    });
    const exporter = await tx.exporter.findUniqueOrThrow({
      where: { creationToken },
      select: { id: true, mandates: { where: { userId: viewer.userId, kind: "owner" } } },
    });
    if (count === 0) {
      return exporter.mandates.length > 0 ? ok({ exporterId: exporter.id }) : err("notFound");
    }
    await tx.mandate.create({
      data: {
        exporterId: exporter.id,
        userId: viewer.userId,
        kind: "owner",
        permissions: ["view", "prepare", "submit"],
        acceptedAt: now(),
      },
    });
    await record(tx, actorOf(viewer), {
      kind: "exporter.created",
      exporterId: exporter.id,
      data: {},
    });
    return ok({ exporterId: exporter.id });
  });
}

/** Changes a profile, for its owner. Applications keep the facts they were submitted with. */
export async function saveExporter(
  viewer: Viewer,
  exporterId: string,
  input: ExporterProfile,
  version: number,
): Promise<Result<void, "notFound" | "changedMeanwhile">> {
  return transaction(async (tx) => {
    const where = { AND: [ownedBy(viewer), idIs(exporterId)] };
    const before = await tx.exporter.findFirst({ where });
    if (!before) return err("notFound");
    const data = facts(viewer, input);
    const { count } = await tx.exporter.updateMany({
      where: { AND: [where, { version: asVersion(version) }] },
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

function facts(viewer: Viewer, input: ExporterProfile) {
  const { legalName, addressLines, city, province, postalCode, businessNumber } = input;
  return {
    legalName,
    addressLines,
    city,
    province,
    postalCode,
    businessNumber: businessNumber ?? null,
    residencyAttestedAt: now(),
    residencyAttestedBy: viewer.userId,
  };
}
