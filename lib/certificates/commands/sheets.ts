import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { mayFollow } from "@/lib/certificates/access";
import { done, judged, refuse, type Followed } from "@/lib/certificates/life/follow";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";

/** Numbered sheets, from one number to another. */
export interface Sheets {
  readonly first: number;
  readonly last: number;
}

/** Blank sheets have come from the printer: every number once. */
export function receiveSheets(viewer: OfficerViewer, sheets: Sheets): Promise<Followed> {
  return move(viewer, "received", sheets);
}

/** Sheets that can no longer bear a certificate, and why. */
export function spoilSheets(
  viewer: OfficerViewer,
  sheets: Sheets & { readonly reason: string },
): Promise<Followed> {
  return move(viewer, "spoiled", sheets);
}

/** Spoiled sheets, and papers of certificates that have ended, are destroyed. `reason`: how, and before whom. */
export function destroySheets(
  viewer: OfficerViewer,
  sheets: Sheets & { readonly reason: string },
): Promise<Followed> {
  return move(viewer, "destroyed", sheets);
}

async function move(
  viewer: OfficerViewer,
  kind: "received" | "spoiled" | "destroyed",
  sheets: Sheets & { readonly reason?: string },
): Promise<Followed> {
  if (!mayFollow(viewer)) return refuse("notAllowed");
  return judged(() =>
    transaction(async (tx) => {
      await tx.sheetMovement.create({
        data: { kind, ...sheets, actorId: viewer.userId, at: now() },
      });
      await record(tx, actorOf(viewer), { kind: `sheets.${kind}`, data: { ...sheets } });
      return done;
    }),
  );
}
