import { proposeMerge } from "@/lib/exporters/commands/merge";
import { newExporter, newOfficer } from "@/tests/factories/people";
import type { Make } from "./records";

/** Another profile of the same name, and one to keep: those of the matrix stay as they are. */
const duplicate = (async (world, side) => {
  const from = await newExporter({ legalName: world.legalNames[side] });
  const into = await newExporter();
  return { exporterId: from.exporterId, intoId: into.exporterId };
}) satisfies Make;

/** Profiles that are to become one. */
export const ofMerges = {
  duplicate,
  async "merge to confirm"(world, side) {
    const { exporterId, intoId } = await duplicate(world, side);
    const proposer = await newOfficer("administrator");
    const proposed = await proposeMerge(proposer, exporterId, intoId, "Registered twice.");
    if (!proposed.ok) throw new Error(proposed.error);
    return { exporterId, intoId, ...proposed.value };
  },
} satisfies Record<string, Make>;
