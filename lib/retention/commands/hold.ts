import "server-only";
import { findRecord, type FoundRecord } from "@/lib/audit/find-ids";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { err, ok, type Result } from "@/lib/result";
import { keepsRetention, oneAtATime } from "@/lib/retention/access";
import { idIs } from "@/lib/row-id";

export type HoldError = "notAllowed" | "number.notFound" | "same" | "notFound" | "ended";

/** Puts an application, an import certificate or a profile on hold, by its number. A certificate's is its application's. */
export async function setHold(
  viewer: OfficerViewer,
  { number, reason }: { number: string; reason: string },
): Promise<Result<{ holdId: string }, HoldError>> {
  if (!keepsRetention(viewer)) return err("notAllowed");
  const found = await findRecord(number);
  const held = found && (await heldBy(found));
  if (!held) return err("number.notFound");
  const { exporterId, on } = held;
  return transaction(async (tx) => {
    await oneAtATime(tx);
    if (await tx.legalHold.findFirst({ where: { ...on, endedAt: null } })) return err("same");
    const { id: holdId } = await tx.legalHold.create({
      data: { ...on, reason, setById: viewer.userId, setAt: now() },
      select: { id: true },
    });
    await record(tx, actorOf(viewer), {
      kind: "hold.set",
      exporterId,
      ...on,
      data: { holdId, reason },
    });
    return ok({ holdId });
  });
}

/** Ends a hold. Of two who end it at once, one does. */
export async function endHold(
  viewer: OfficerViewer,
  holdId: string,
  reason: string,
): Promise<Result<void, HoldError>> {
  if (!keepsRetention(viewer)) return err("notAllowed");
  return transaction(async (tx) => {
    const [hold] = await tx.legalHold.updateManyAndReturn({
      where: { ...idIs(holdId), endedAt: null },
      data: { endedById: viewer.userId, endedAt: now(), endReason: reason },
    });
    if (!hold) {
      const there = await tx.legalHold.findFirst({ where: idIs(holdId), select: { id: true } });
      return err(there ? "ended" : "notFound");
    }
    const on = onlyOne(hold);
    const exporterId = hold.exporterId ?? (await exporterOf(on));
    await record(tx, actorOf(viewer), {
      kind: "hold.ended",
      exporterId,
      ...on,
      data: { holdId: hold.id, reason },
    });
    return ok(undefined);
  });
}

type On = { exporterId: string } | { applicationId: string } | { importCertificateId: string };

function onlyOne(hold: {
  exporterId: string | null;
  applicationId: string | null;
  importCertificateId: string | null;
}): On {
  const { exporterId, applicationId, importCertificateId } = hold;
  if (applicationId !== null) return { applicationId };
  if (importCertificateId !== null) return { importCertificateId };
  return { exporterId: exporterId ?? "" };
}

async function heldBy({ column, id }: FoundRecord): Promise<{ exporterId: string; on: On } | null> {
  switch (column) {
    case "applicationId":
      return { on: { applicationId: id }, exporterId: await exporterOf({ applicationId: id }) };
    case "certificateId": {
      const { applicationId } = await db().certificate.findUniqueOrThrow({
        where: { id },
        select: { applicationId: true },
      });
      return { on: { applicationId }, exporterId: await exporterOf({ applicationId }) };
    }
    case "importCertificateId": {
      const on = { importCertificateId: id };
      return { on, exporterId: await exporterOf(on) };
    }
    case "exporterId":
      return { on: { exporterId: id }, exporterId: id };
    case "announcementId":
    case "personId":
      return null;
  }
}

async function exporterOf(on: On): Promise<string> {
  if ("exporterId" in on) return on.exporterId;
  const select = { exporterId: true } as const;
  const found =
    "applicationId" in on
      ? await db().application.findUniqueOrThrow({ where: { id: on.applicationId }, select })
      : await db().importCertificate.findUniqueOrThrow({
          where: { id: on.importCertificateId },
          select,
        });
  return found.exporterId;
}
