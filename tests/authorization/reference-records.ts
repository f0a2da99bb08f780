import { randomUUID } from "node:crypto";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { inState } from "@/e2e/support/scene";
import { newOfficer } from "@/tests/factories/people";
import { addedRow, freeCode, mine, participant, proposedChange } from "@/tests/factories/reference";
import type { Make } from "./records";

async function newMine() {
  const key = `M-${randomUUID().slice(0, 8)}`;
  await addedRow("mines", mine(key));
  return { kind: "mines", key };
}

async function proposedBy(viewer: Parameters<typeof proposedChange>[0]) {
  const row = await newMine();
  const changes = { statusNote: "Proposed" };
  return { ...row, changeId: await proposedChange(viewer, "mines", row.key, changes) };
}

/** Texts and reference data, and what administrators propose. */
export const ofReference = {
  text: () => Promise.resolve({ kind: "privacy" }),
  "reference kind": () => Promise.resolve({ kind: "mines" }),
  "reference row": () => newMine(),
  async participant() {
    const key = await freeCode();
    await addedRow("participants", participant(key));
    return { kind: "participants", key };
  },
  "change to decide": async () => proposedBy(await newOfficer("administrator")),
  "own change": (world) => proposedBy(world.officers.administrator),
  async "draft told of a change"(world, side, answers) {
    const exporterId = world.exporterIds[side];
    const { owners, officers } = world;
    const scene = { exporterId, owner: owners[side], reviewer: officers.reviewer };
    const applicationId = await inState.draft(scene, answers);
    const data = { changeId: randomUUID(), referenceKind: "mines", from: "2026-12-01" } as const;
    const event = {
      kind: "application.referenceChanged",
      applicationId,
      exporterId,
      data,
    } as const;
    await transaction((tx) => record(tx, { system: true }, event));
    return { applicationId };
  },
} satisfies Record<string, Make>;
