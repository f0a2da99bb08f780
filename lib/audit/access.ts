import type { OfficerViewer } from "@/lib/auth/viewer";

/** Administrators and auditors read the whole trail. */
export function seesAudit({ roles }: OfficerViewer): boolean {
  return roles.includes("administrator") || roles.includes("auditor");
}
