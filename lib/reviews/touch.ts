import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";

/**
 * Notes that the officer who holds the file has just done something about it, whatever it was; of anybody
 * else nothing is noted. Every command of a review calls it in its transaction. By itself it is no change
 * of the application: what the exporter reads of the last one stays.
 */
export async function touch(tx: Tx, viewer: OfficerViewer, applicationId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Application" SET "touchedAt" = ${now()}
    WHERE id = ${applicationId}::uuid AND "holderId" = ${viewer.userId}::uuid`;
}
