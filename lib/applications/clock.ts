import "server-only";
import { sideOf } from "@/lib/applications/status";
import type { Tx } from "@/lib/db";
import type { ApplicationStatus } from "@/prisma/generated/enums";

/**
 * Lets the clock run for whoever must act in the new status. Every command that moves an application calls
 * it with the row locked; the database refuses a commit in which clock and status disagree.
 */
export async function passClock(
  tx: Tx,
  applicationId: string,
  status: ApplicationStatus,
  at: Date,
): Promise<void> {
  const side = sideOf(status);
  const running = await tx.clockInterval.findFirst({
    where: { applicationId, until: null },
    select: { id: true, side: true, from: true },
  });
  if ((running?.side ?? null) === side) return;
  if (running) {
    // The clocks of two servers may differ by a moment; an interval never runs backwards.
    const until = at > running.from ? at : running.from;
    await tx.clockInterval.update({ where: { id: running.id }, data: { until } });
  }
  if (side) await tx.clockInterval.create({ data: { applicationId, side, from: at } });
}
