import { now, todayInOttawa } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { inForce } from "@/lib/people/mandate";
import type { MandateKind, Permission } from "@/prisma/generated/enums";

/** A last day as the database keeps it; null for a mandate without end. */
export const dayOf = (endsOn: string | undefined) => (endsOn ? new Date(endsOn) : null);

export const isPast = (endsOn: string | undefined) =>
  endsOn !== undefined && endsOn < todayInOttawa();

/** The mandate of a person for a profile that is in force now. */
export function findInForce(tx: Tx, exporterId: string, userId: string) {
  return tx.mandate.findFirst({
    where: { AND: [inForce(), { exporterId, userId }] },
    select: { id: true, kind: true },
  });
}

interface NewMandate {
  readonly exporterId: string;
  readonly userId: string;
  readonly kind: MandateKind;
  readonly permissions: Permission[];
  readonly endsOn: Date | null;
}

/**
 * Begins a mandate that both sides have accepted, and ends the one that it replaces: one whose last day
 * is past, or the representative's who becomes an owner. The profile is locked.
 */
export async function beginMandate(tx: Tx, mandate: NewMandate): Promise<string> {
  const { exporterId, userId } = mandate;
  const at = now();
  await tx.mandate.updateMany({
    where: { exporterId, userId, endedAt: null },
    data: { endedAt: at },
  });
  const { id } = await tx.mandate.create({
    data: { ...mandate, acceptedAt: at },
    select: { id: true },
  });
  return id;
}
