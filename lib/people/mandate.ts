import { todayInOttawa } from "@/lib/clock";
import type { Prisma } from "@/prisma/generated/client";

/** The mandates in force today: accepted by both sides, ended by neither, their last day not past. */
export function inForce(): Prisma.MandateWhereInput {
  const today = new Date(todayInOttawa());
  return {
    acceptedAt: { not: null },
    endedAt: null,
    OR: [{ endsOn: null }, { endsOn: { gte: today } }],
  };
}
