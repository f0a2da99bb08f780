import type { OfficeStep } from "@/lib/certificates/life/office-steps";
import type { StepKind } from "@/prisma/generated/enums";

const kinds: Readonly<Record<OfficeStep, readonly StepKind[]>> = {
  print: ["printed"],
  dispatch: ["dispatched"],
  delivered: ["delivered"],
  returned: ["returned"],
  // The paper may come before anything was said in the portal.
  report: ["exported", "report_received"],
  loss: ["lost"],
  surrender: ["surrendered"],
  stayed: ["never_exported"],
};

export const isPossible = (step: OfficeStep, possible: ReadonlySet<StepKind>): boolean =>
  kinds[step].some((kind) => possible.has(kind));
