import type { Db } from "@/lib/db";
import { named } from "@/lib/people/name";

/** The open request to withdraw an application, or null. Exact in a transaction that has locked the application. */
export function findOpenWithdrawal(reader: Db, applicationId: string) {
  return reader.withdrawalRequest.findFirst({
    where: { applicationId, outcome: null },
    select: { id: true, reason: true, askedAt: true, askedBy: named },
  });
}
