import "server-only";
import { visibleTo } from "@/lib/applications/access";
import { transitions, type Move } from "@/lib/applications/status";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import type { ApplicationStatus } from "@/prisma/generated/enums";

type Common = "notFound" | "notAllowed" | "ownProfile" | "entered" | "held" | "notHeld" | "moved";

/** An expected refusal. `by` is whoever was faster or holds the file, for the person to be told. */
export interface Refusal<E extends string = never> {
  readonly ok: false;
  readonly error: Common | E;
  readonly by?: string;
}

export type Outcome<T, E extends string = never> =
  { readonly ok: true; readonly value: T } | Refusal<E>;

export const done = { ok: true, value: undefined } as const;
export const notAllowed: Refusal = { ok: false, error: "notAllowed" };
export const stepUpFirst: Refusal<"stepUp"> = { ok: false, error: "stepUp" };

export function refuse<E extends string>(
  error: E,
  by?: string,
): { readonly ok: false; readonly error: E; readonly by?: string } {
  return by === undefined ? { ok: false, error } : { ok: false, error, by };
}

/** The statuses in which a file can change its holder; afterwards it waits for a signatory. */
export const heldStatuses = [
  "submitted",
  "in_review",
  "returned",
] as const satisfies ApplicationStatus[];

/**
 * Why a conditional write of this officer found no row for a move. Asked in the same transaction,
 * after the write, so what it says is what stood in the way.
 */
export async function whyNot(
  tx: Tx,
  viewer: OfficerViewer,
  applicationId: string,
  move: Move,
): Promise<Refusal> {
  const file = await look(tx, viewer, applicationId);
  if ("error" in file) return file;
  const { from, by }: { from: readonly ApplicationStatus[]; by: string } = transitions[move];
  if (by === "reviewer" && from.includes(file.status) && file.holderId !== viewer.userId) {
    return file.holder ? refuse("held", fullName(file.holder)) : refuse("notHeld");
  }
  return refuse("moved", await lastMover(tx, applicationId));
}

/** The same for a change of holder. */
export async function whyNotHold(
  tx: Tx,
  viewer: OfficerViewer,
  applicationId: string,
): Promise<Refusal<"alreadyYours">> {
  const file = await look(tx, viewer, applicationId);
  if ("error" in file) return file;
  const held: readonly ApplicationStatus[] = heldStatuses;
  if (!held.includes(file.status)) return refuse("moved", await lastMover(tx, applicationId));
  if (file.holderId === viewer.userId) return refuse("alreadyYours");
  return file.holder ? refuse("held", fullName(file.holder)) : refuse("notHeld");
}

/** The same for an act that any reviewer may do, whoever holds the file. */
export async function whyNotOpenTo(
  tx: Tx,
  viewer: OfficerViewer,
  applicationId: string,
): Promise<Refusal> {
  const file = await look(tx, viewer, applicationId);
  return "error" in file ? file : refuse("moved", await lastMover(tx, applicationId));
}

async function look(tx: Tx, viewer: OfficerViewer, applicationId: string) {
  const file = await tx.application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(applicationId)] },
    select: {
      status: true,
      enteredById: true,
      holderId: true,
      holder: named,
      exporter: {
        select: mandateOf(viewer),
      },
    },
  });
  if (!file) return refuse("notFound");
  if (file.enteredById === viewer.userId) return refuse("entered");
  return isOwn(file.exporter) ? refuse("ownProfile") : file;
}

/** Who moved the file last, as the officers are told it. */
async function lastMover(tx: Tx, applicationId: string): Promise<string> {
  const event = await tx.event.findFirst({
    where: {
      applicationId,
      kind: { in: ["application.moved", "application.submitted", "certificate.issued"] },
    },
    orderBy: { id: "desc" },
    select: { actor: named },
  });
  return fullName(event?.actor);
}
