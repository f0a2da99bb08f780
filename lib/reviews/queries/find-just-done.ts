import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { isUuid } from "@/lib/row-id";

const told = [
  "claimed",
  "released",
  "takenOver",
  "returnForChanges",
  "recommend",
  "extend",
  "acceptWithdrawal",
  "refuseWithdrawal",
  "sendBack",
  "reject",
] as const;
type Told = (typeof told)[number];

const tenMinutes = 600_000;

/**
 * What the officer has just done with a file, in one statement; null where that was nothing, or not just
 * now. The address names the file only: what was done is read from the trail.
 */
export async function findJustDone({ userId }: OfficerViewer, applicationId: string) {
  if (!isUuid(applicationId)) return null;
  const [found] = await db().$queryRaw<JustDone[]>`
    SELECT a.id, a.number, a."dueAt", a."submittedAt", x."legalName" AS "exporterName",
      a.carats::text, a."valueUsd"::text, e.id::text AS event, e.kind, e.data
    FROM "Application" a JOIN "Exporter" x ON x.id = a."exporterId"
      CROSS JOIN LATERAL (
        SELECT id, kind, data, at, "actorId" FROM "Event"
        WHERE "applicationId" = a.id
          AND kind IN ('application.moved', 'application.holderChanged', 'withdrawal.refused')
        ORDER BY id DESC LIMIT 1) e
    WHERE a.id = ${applicationId}::uuid AND a.number IS NOT NULL
      AND e."actorId" = ${userId}::uuid AND e.at > ${new Date(now().getTime() - tenMinutes)}`;
  const done = found && doneIn(found);
  return done ? { ...found, done } : null;
}

interface JustDone {
  id: string;
  number: string;
  dueAt: Date | null;
  submittedAt: Date | null;
  exporterName: string;
  carats: string | null;
  valueUsd: string | null;
  event: string;
  kind: string;
  data: { from?: string | null; to?: string | null; move?: string };
}

function doneIn({ kind, data }: JustDone): Told | null {
  if (kind === "application.holderChanged") {
    if (data.to === null) return "released";
    return data.from === null ? "claimed" : "takenOver";
  }
  if (kind === "withdrawal.refused") return "refuseWithdrawal";
  return told.find((each) => each === data.move) ?? null;
}
