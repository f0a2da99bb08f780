import { randomUUID } from "node:crypto";
import Decimal from "decimal.js";
import fc from "fast-check";
import { db, transaction, violatedConstraint, type Tx } from "@/lib/db";
import {
  consumeReserved,
  enterCorrection,
  isOverdrawn,
  lockImportCertificates,
  releaseReserved,
  reserve,
} from "@/lib/imports/ledger";
import { releaseConsumed } from "@/lib/imports/ledger-used";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";
import type { PrismaClient } from "@/prisma/generated/client";
import type { Amount, Operation } from "./model";

/* What is tried on the ledger: by the functions that commands call, under the locks that they take. */

/** Accounts of one importer, and applications that draw on them. */
export interface World {
  readonly exporterId: string;
  readonly certificates: readonly string[];
  readonly applications: readonly string[];
  readonly officers: { readonly proposes: string; readonly decides: string };
}

export const registered: Amount = { carats: 100_00, usd: 80_000_00 };
const written = (hundredths: number) => new Decimal(hundredths).div(100).toFixed(2);

/** The people of a world; they may be of several. */
export async function newPeople() {
  const { exporterId, owner } = await newExporter();
  const [proposes, decides] = [await newOfficer("reviewer"), await newOfficer("signatory")];
  const officers = { proposes: proposes.userId, decides: decides.userId };
  return { exporterId, ownerId: owner.userId, officers };
}

export async function newWorld(
  certificates: number,
  applications: number,
  { exporterId, ownerId, officers }: Awaited<ReturnType<typeof newPeople>>,
): Promise<World> {
  const ids: string[] = [];
  const entry = { exporterId, registeredById: officers.proposes };
  for (let i = 0; i < certificates; i += 1) {
    const { id } = await newImportCertificate({ ...entry, carats: written(registered.carats) });
    ids.push(id);
  }
  const drafts = Array.from({ length: applications }, () => ({
    id: randomUUID(),
    exporterId,
    answers: {},
    creationToken: randomUUID(),
    createdById: ownerId,
  }));
  await db().application.createMany({ data: drafts });
  return {
    exporterId,
    // In the order in which they are locked, so that the model enters in it too.
    certificates: ids.sort(),
    applications: drafts.map(({ id }) => id),
    officers,
  };
}

/** Operations on so many certificates and applications; some ask for more than there is. */
export function anyOperation(certificates: number, applications: number): fc.Arbitrary<Operation> {
  const certificate = fc.nat({ max: certificates - 1 });
  const application = fc.nat({ max: applications - 1 });
  const draw = fc.record({
    certificate,
    carats: fc.integer({ min: 1, max: 40_00 }),
    usd: fc.integer({ min: 1, max: 50_000_00 }),
  });
  const correction = fc
    .record({
      certificate,
      carats: fc.integer({ min: -30_00, max: 20_00 }),
      usd: fc.integer({ min: -20_000_00, max: 20_000_00 }),
    })
    .filter(({ carats, usd }) => carats !== 0 || usd !== 0);
  return fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant("hold" as const),
        application,
        draws: fc.array(draw, { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 7,
      arbitrary: fc.record({
        kind: fc.constantFrom("release" as const, "release", "consume", "giveBack"),
        application,
      }),
    },
    {
      weight: 2,
      arbitrary: correction.map((each) => ({ kind: "correct" as const, ...each })),
    },
  );
}

/** How the trail of the audit says that an operation was done: in its own transaction. */
export const doneKind = "ledger.tried";

/** True when it was done, false when the ledger refused it; throws where that is not known. */
export async function perform(
  client: PrismaClient,
  world: World,
  id: string,
  operation: Operation,
): Promise<boolean> {
  try {
    await transaction(async (tx) => {
      await enter(tx, world, id, operation);
      await tx.event.create({
        data: {
          kind: doneKind,
          actorRole: "system",
          exporterId: world.exporterId,
          data: { operation: id, world: world.applications[0] ?? "" },
        },
        select: { id: true },
      });
    }, client);
    return true;
  } catch (thrown) {
    const refused =
      isOverdrawn(thrown) || violatedConstraint(thrown) === "ImportBalance_value_not_negative";
    if (refused) return false;
    throw thrown;
  }
}

/** Every entry names the operation: as its actor, or a correction as its reason. */
async function enter(tx: Tx, world: World, id: string, operation: Operation): Promise<void> {
  if (operation.kind === "correct") return correct(tx, world, id, operation);
  const applicationId = world.applications[operation.application] ?? "";
  const by = { applicationId, actorId: id };
  // As commands do, which change the application before they touch its carats.
  await tx.application.update({
    where: { id: applicationId },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  switch (operation.kind) {
    case "hold":
      return reserve(tx, {
        ...by,
        draws: operation.draws.map(({ certificate, carats, usd }) => ({
          importCertificateId: world.certificates[certificate] ?? "",
          carats: written(carats),
          valueUsd: written(usd),
        })),
      });
    case "release":
      return releaseReserved(tx, { ...by, reason: "cancelled" });
    case "consume":
      return consumeReserved(tx, { ...by, certificateId: id });
    case "giveBack": {
      const last = await tx.ledgerEntry.findFirst({
        where: { applicationId, kind: "consumed" },
        orderBy: { id: "desc" },
      });
      if (!last?.certificateId) return;
      return releaseConsumed(tx, {
        ...by,
        certificateId: last.certificateId,
        reason: "neverExported",
      });
    }
  }
}

async function correct(
  tx: Tx,
  { certificates, officers }: World,
  reason: string,
  { certificate, carats, usd }: Extract<Operation, { kind: "correct" }>,
): Promise<void> {
  const importCertificateId = certificates[certificate] ?? "";
  await lockImportCertificates(tx, [importCertificateId]);
  const figures = { carats: written(carats), valueUsd: written(usd) };
  const { proposes: proposedById, decides: decidedById } = officers;
  const { id } = await tx.importCorrection.create({
    data: { importCertificateId, ...figures, reason, proposedById },
    select: { id: true },
  });
  await tx.importCorrection.update({
    where: { id },
    data: { outcome: "accepted", decidedById, decidedAt: new Date() },
    select: { id: true },
  });
  await enterCorrection(tx, {
    id,
    importCertificateId,
    ...figures,
    reason,
    proposedById,
    decidedById,
  });
}
