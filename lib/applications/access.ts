import { rules, type Check } from "@/lib/applications/rules/engine";
import { text, type Finding } from "@/lib/applications/rules/rule";
import { profilesWith, type ExporterViewer, type Viewer } from "@/lib/auth/viewer";
import { isUuid } from "@/lib/row-id";
import type { Permission } from "@/prisma/generated/enums";
import type { Prisma } from "@/prisma/generated/client";

/** What came on paper and this person types in, if they are a reviewer. */
function enteredBy({ entersPaper, userId }: ExporterViewer): Prisma.ApplicationWhereInput[] {
  return entersPaper ? [{ enteredById: userId }] : [];
}

/**
 * The applications a viewer may know about. Every query and every command starts from it. What was
 * never submitted has no number and is none of the office's business, cancelled or not; but who types in
 * an application that came on paper stands in for its exporter.
 */
export function visibleTo(viewer: Viewer): Prisma.ApplicationWhereInput {
  switch (viewer.kind) {
    case "exporter":
      return { OR: [{ exporterId: { in: profilesWith(viewer, "view") } }, ...enteredBy(viewer)] };
    case "officer":
      return { status: { not: "draft" }, number: { not: null } };
  }
}

/** Of those, the ones of one profile. What can be no id is of none. */
export function ofProfile(viewer: Viewer, exporterId: string): Prisma.ApplicationWhereInput {
  return { AND: [visibleTo(viewer), isUuid(exporterId) ? { exporterId } : { id: { in: [] } }] };
}

/** Of those that are visible, the ones that the viewer may prepare or submit for their exporter: none for an officer as such. */
export function actionableBy(
  viewer: Viewer,
  permission: Exclude<Permission, "view">,
): Prisma.ApplicationWhereInput {
  if (viewer.kind === "officer") return { id: { in: [] } };
  const mandated = { exporterId: { in: profilesWith(viewer, permission) } };
  return { AND: [visibleTo(viewer), { OR: [mandated, ...enteredBy(viewer)] }] };
}

/**
 * The findings a viewer may read: what only officers weigh stays in the office, and so does the number
 * of a certificate that bears a seal, because it may be somebody else's.
 */
export function shownFindings(
  { kind }: Pick<Viewer, "kind">,
  findings: readonly Finding[],
): Finding[] {
  if (kind === "officer") return [...findings];
  return findings
    .filter(({ severity }) => severity !== "officer")
    .map((finding) => {
      if (finding.messageKey !== "R22.live") return finding;
      return { ...finding, params: { ...finding.params, certificate: text("none") } };
    });
}

/**
 * The checks as a viewer may read them. An exporter does not read those whose findings only officers
 * weigh, and of the others cannot tell from the result what was left out.
 */
export function shownChecks(viewer: Pick<Viewer, "kind">, checks: readonly Check[]): Check[] {
  if (viewer.kind === "officer") return [...checks];
  const forOfficers = rules.filter(({ severities }) => severities.every((s) => s === "officer"));
  return checks
    .filter(({ rule }) => !forOfficers.some(({ id }) => id === rule))
    .map((check) => {
      const findings = shownFindings(viewer, check.findings);
      const result = check.result === "found" && findings.length === 0 ? "passed" : check.result;
      return { ...check, result, findings };
    });
}
