import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";

/** Administrators and auditors see what is kept for how long. */
export function seesRetention({ roles }: OfficerViewer): boolean {
  return roles.includes("administrator") || roles.includes("auditor");
}

/** Only administrators set and end holds, and approve what is disposed of. */
export function keepsRetention({ roles }: OfficerViewer): boolean {
  return roles.includes("administrator");
}

/** Holds and disposals one after the other: what is put on hold now is not disposed of in the same moment. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('kp retention'))`;
}
