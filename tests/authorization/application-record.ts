import { db } from "@/lib/db";
import type { Scene } from "@/e2e/support/scene";
import type { Side } from "./identities";
import type { Target } from "./records";
import type { World } from "./world";

/** An exporter of the matrix, with the officer who acts on their files. */
export const sceneOf = (world: World, side: Side): Scene => ({
  exporterId: world.exporterIds[side],
  owner: world.owners[side],
  reviewer: world.officers.reviewer,
});

/** An application by the ids of everything that belongs to it. */
export async function application(id: string): Promise<Partial<Target>> {
  const found = await db().application.findUniqueOrThrow({
    where: { id },
    select: {
      number: true,
      version: true,
      holderId: true,
      documents: { select: { id: true }, orderBy: { uploadedAt: "asc" } },
      changeRequests: { select: { id: true }, orderBy: { askedAt: "asc" } },
      withdrawals: { select: { id: true } },
      certificate: { select: { id: true } },
    },
  });
  const { number, version, holderId, documents, changeRequests, withdrawals, certificate } = found;
  return {
    applicationId: id,
    matter: { applicationId: id },
    version,
    ...(number ? { number } : {}),
    ...(documents[0] ? { documentId: documents[0].id } : {}),
    ...(changeRequests[0] ? { changeRequestId: changeRequests[0].id } : {}),
    ...(withdrawals[0] ? { withdrawalId: withdrawals[0].id } : {}),
    ...(certificate ? { certificateId: certificate.id } : {}),
    ...(holderId ? { holderId } : {}),
  };
}
