import "server-only";
import type { Tx } from "@/lib/db";
import { getCalendar } from "@/lib/reference/queries";
import { promisedHours, workedBetween } from "@/lib/reference/working-time";

/**
 * Keeps how long the office took over an application that it has just decided, for the public figures. Called
 * by every command that decides, after the clock has stopped.
 */
export async function keepServiceFact(
  tx: Tx,
  applicationId: string,
  decidedAt: Date,
): Promise<void> {
  const calendar = await getCalendar(tx);
  const turns = await tx.clockInterval.findMany({
    where: { applicationId, side: "office" },
    select: { from: true, until: true },
  });
  const spans = turns.map(({ from, until }) => workedBetween(from, until ?? decidedAt, calendar));
  // The promise of each turn is in what was submitted, as it was given then.
  const [promise] = await tx.$queryRaw<{ kept: boolean | null }[]>`
    SELECT bool_and(c."until" <= (s.snapshot ->> 'promisedBy')::timestamptz) AS kept
      FROM "ClockInterval" c
      JOIN "Submission" s ON s."applicationId" = c."applicationId" AND s."submittedAt" = c."from"
     WHERE c."applicationId" = ${applicationId}::uuid AND c.side = 'office'`;
  await tx.serviceFact.create({
    data: {
      applicationId,
      decidedAt,
      workedMinutes: spans.reduce((sum, minutes) => sum + minutes, 0),
      promiseKept: promise?.kept ?? spans.every((minutes) => minutes <= promisedHours * 60),
    },
  });
}
