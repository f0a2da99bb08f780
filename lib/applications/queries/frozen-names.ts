import "server-only";
import type { AnswerNames } from "@/lib/applications/answer-names";
import type { Snapshot } from "@/lib/applications/snapshot";
import { getReference } from "@/lib/reference/queries";

/** The names that a submission's answers stood for when it was made. */
export async function getFrozenNames({
  reference,
  referenceDay,
}: Pick<Snapshot, "reference" | "referenceDay">): Promise<AnswerNames["reference"]> {
  return reference ?? getReference(referenceDay);
}
