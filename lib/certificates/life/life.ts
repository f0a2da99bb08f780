import { addDays } from "@/lib/calendar";
import type { StepKind } from "@/prisma/generated/enums";

/*
 * What became of a certificate after it was issued, as its steps say: pure, for pages, commands and the public
 * check. The database judges every step by the same rules once more.
 */

/** A step, in the order in which they were taken; days are ISO. */
export interface Step {
  readonly kind: StepKind;
  readonly on: string | null;
}

export const standings = [
  "live",
  "exported",
  "confirmed",
  "expired",
  "lost",
  "surrendered",
  "invalidated",
  "replaced",
] as const;
export type CertificateStanding = (typeof standings)[number];

/** By what a certificate holds no more for good: steps, and where it stands after them. */
export const ends = ["replaced", "invalidated", "surrendered"] as const;

/** Where a certificate stands at an instant, in one word. What took a right away outweighs what happened before. */
export function standingOf(
  steps: readonly Pick<Step, "kind">[],
  expiresAt: Date,
  instant: Date,
): CertificateStanding {
  const end = ends.find((kind) => has(steps, kind));
  if (end) return end;
  if (has(steps, "lost")) return "lost";
  if (has(steps, "import_confirmed")) return "confirmed";
  if (has(steps, "exported")) return "exported";
  return expiresAt <= instant ? "expired" : "live";
}

export function has(steps: readonly Pick<Step, "kind">[], kind: StepKind): boolean {
  return steps.some((step) => step.kind === kind);
}

/** The newest step of these kinds. */
export function lastOf<S extends Pick<Step, "kind">>(
  steps: readonly S[],
  ...kinds: readonly StepKind[]
): S | undefined {
  return steps.findLast(({ kind }) => kinds.includes(kind));
}

/** Whether the signed paper is with the office: it never left, or has come back since. */
export function paperIsHere(steps: readonly Pick<Step, "kind">[]): boolean {
  return lastOf(steps, "dispatched", "returned")?.kind !== "dispatched";
}

/** Days after the export within which the paper report must be with the Minister (SOR/2003-15, s. 7(c)). */
const daysToReport = 7;

/** The export report of a certificate: what was said, until when the paper is due, and since when it is there. */
export function reportOf(steps: readonly Step[], today: string) {
  const exportedOn = lastOf(steps, "exported")?.on ?? null;
  const receivedOn = lastOf(steps, "report_received")?.on ?? null;
  const dueOn = exportedOn === null ? null : addDays(exportedOn, daysToReport);
  const state =
    dueOn === null ? "none" : receivedOn !== null ? "received" : today > dueOn ? "overdue" : "due";
  return { state, exportedOn, receivedOn, dueOn } as const;
}

/** What can be done with a certificate that stands so; a page shows these, a command refuses the others. */
export function possibleSteps(
  steps: readonly Pick<Step, "kind">[],
  standing: CertificateStanding,
): ReadonlySet<StepKind> {
  const here = paperIsHere(steps);
  const ended = ends.some((kind) => kind === standing);
  const live = standing === "live";
  const confirmed = has(steps, "import_confirmed");
  const unused = !confirmed && !has(steps, "exported") && !has(steps, "never_exported");
  const post = lastOf(steps, "dispatched", "delivered", "returned")?.kind;
  const possible: Readonly<Record<StepKind, boolean>> = {
    printed: live && here,
    dispatched: live && here && has(steps, "printed"),
    delivered: post === "dispatched",
    returned: !here,
    exported:
      !has(steps, "report_received") &&
      !has(steps, "never_exported") &&
      standing !== "replaced" &&
      standing !== "surrendered",
    report_received: has(steps, "exported") && !has(steps, "report_received"),
    loss_stated: !ended && !confirmed && standing !== "lost" && !has(steps, "loss_stated"),
    lost: !ended && !confirmed && standing !== "lost",
    replaced: live && here,
    invalidated: !ended,
    surrendered: (live || standing === "expired") && here && unused,
    never_exported:
      unused && (standing === "expired" || standing === "lost" || standing === "invalidated"),
    // Not a step of the office or of the exporter.
    import_confirmed: false,
  };
  const kinds = Object.keys(possible) as StepKind[];
  return new Set(kinds.filter((kind) => possible[kind]));
}
