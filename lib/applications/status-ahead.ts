import type { ApplicationStatus } from "@/prisma/generated/enums";

/** What is still to come, in its order, each with the side that acts. */
const steps = {
  submit: "exporter",
  review: "office",
  decide: "office",
  export: "exporter",
  report: "exporter",
} as const satisfies Record<string, "exporter" | "office">;

export type Step = keyof typeof steps;
export const sideOfStep = (step: Step) => steps[step];

/** The step at which an application stands: of what has ended there is none. */
export function stepAt(status: ApplicationStatus): Step | null {
  switch (status) {
    case "draft":
    case "returned":
      return "submit";
    case "submitted":
      return "review";
    case "in_review":
    case "recommended":
      return "decide";
    case "issued":
      return "export";
    case "rejected":
    case "cancelled":
      return null;
  }
}

/** What comes after that step, if all goes well. */
export function stepsAhead(status: ApplicationStatus): Step[] {
  const here = stepAt(status);
  const all = Object.keys(steps) as Step[];
  return here === null ? [] : all.slice(all.indexOf(here) + 1);
}
