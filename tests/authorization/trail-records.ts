import { db } from "@/lib/db";
import { setHold } from "@/lib/retention/commands/hold";
import { inState } from "@/e2e/support/scene";
import { newOfficer } from "@/tests/factories/people";
import { broadcastNamed, ofBroadcasts, type BroadcastIds } from "./broadcast-records";
import { mailNamed, ofMails, type MailIds } from "./mail-records";
import type { Make } from "./records";

export interface TrailIds extends MailIds, BroadcastIds {
  /** Of a record of the target's kind. */
  readonly recordId: string;
  readonly holdId: string;
  readonly disposalId: string;
}

export const trailNamed = (id: string): TrailIds => ({
  recordId: id,
  holdId: id,
  disposalId: id,
  ...mailNamed(id),
  ...broadcastNamed(id),
});

const submitted = async (...[world, side, answers]: Parameters<Make>) => {
  const scene = {
    exporterId: world.exporterIds[side],
    owner: world.owners[side],
    reviewer: world.officers.reviewer,
  };
  const applicationId = await inState.submitted(scene, answers);
  const { number, documents } = await db().application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { number: true, documents: { select: { id: true }, take: 1 } },
  });
  return { applicationId, number: number ?? "", documentId: documents[0]?.id ?? "" };
};

/** Records about the trail, and about what is kept for how long. */
export const ofTrail = {
  ...ofMails,
  ...ofBroadcasts,
  async timeline(world, side, answers) {
    const target = await submitted(world, side, answers);
    return { ...target, kind: "application", recordId: target.applicationId };
  },
  async hold(world, side, answers) {
    const target = await submitted(world, side, answers);
    const keeper = await newOfficer("administrator");
    const set = await setHold(keeper, { number: target.number, reason: "A court asked." });
    if (!set.ok) throw new Error(set.error);
    return { ...target, holdId: set.value.holdId };
  },
  async "due disposal"(world, side, answers) {
    const target = await submitted(world, side, answers);
    const { id } = await db().disposal.create({
      data: {
        ruleCode: "application_documents",
        documentId: target.documentId,
        dueOn: new Date("1999-12-31"),
      },
    });
    return { ...target, disposalId: id };
  },
} satisfies Record<string, Make>;
