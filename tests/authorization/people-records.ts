import { randomUUID } from "node:crypto";
import { hashOfToken, linkToken } from "@/lib/auth/link-token";
import { startSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db";
import { suspend } from "@/lib/officers/commands/change";
import { newBusinessNumber } from "@/tests/factories/business-number";
import { mandateNotice, newNotice } from "@/tests/factories/notices";
import { newOfficer, newPerson, newRepresentative } from "@/tests/factories/people";
import { newProof } from "@/tests/factories/proof";
import type { Make } from "./records";

/** Records about people: who acts for a profile, who works in the office, how somebody signs in. */
export const ofPeople = {
  // Of a representative who may do everything.
  async mandate(world, side) {
    const exporterId = world.exporterIds[side];
    const { userId } = await newRepresentative(exporterId);
    const { id } = await db().mandate.findFirstOrThrow({ where: { exporterId, userId } });
    return { mandateId: id };
  },
  // To the owner of the other profile.
  async invitation(world, side) {
    const { email } = await db().user.findUniqueOrThrow({
      where: { id: world.owners[side === "A" ? "B" : "A"].userId },
      select: { email: true },
    });
    const exporterId = world.exporterIds[side];
    // One is open at a time.
    await db().mandateInvitation.updateMany({
      where: { exporterId, email: email ?? "", outcome: null },
      data: { outcome: "cancelled", endedAt: new Date() },
    });
    const id = randomUUID();
    const token = linkToken(id);
    await db().mandateInvitation.create({
      data: {
        id,
        exporterId,
        email: email ?? "",
        kind: "representative",
        permissions: ["view"],
        invitedById: world.owners[side].userId,
        tokenHash: hashOfToken(token),
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    });
    return { invitationId: id, token, email: email ?? "" };
  },
  // Of somebody who acts for nobody yet, by the profile's number.
  async "access request"(world, side) {
    return accessRequest((await newPerson()).userId, world.businessNumbers[side]);
  },
  // Of the owner, who would act for another business too.
  async "own access request"(world, side) {
    return accessRequest(world.owners[side].userId, newBusinessNumber());
  },
  async officer() {
    return officer((await newOfficer("reviewer")).userId);
  },
  async "suspended officer"(world) {
    const { userId } = await newOfficer("reviewer");
    const { seen } = await officer(userId);
    await suspend(world.officers.administrator, userId, "On leave.", seen);
    return officer(userId);
  },
  async "office invitation"(world, side) {
    const { email } = await db().user.findUniqueOrThrow({
      where: { id: world.owners[side].userId },
      select: { email: true },
    });
    const id = randomUUID();
    const token = linkToken(id);
    await db().officerInvitation.create({
      data: {
        id,
        email: email ?? "",
        roles: ["auditor"],
        invitedById: world.officers.administrator.userId,
        tokenHash: hashOfToken(token),
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    });
    return { invitationId: id, token, email: email ?? "" };
  },
  async session(world, side) {
    const { userId } = world.owners[side];
    const token = randomUUID();
    await startSession(token, userId, new Date(Date.now() + 3_600_000), newProof());
    const { id } = await db().session.findUniqueOrThrow({
      where: { tokenHash: hashOfToken(token) },
    });
    return { sessionId: id };
  },
  // To the owner, in the portal's list.
  async notice(world, side) {
    const { userId } = world.owners[side];
    return { noticeId: await newNotice(userId, mandateNotice(world.legalNames[side])) };
  },
  async "email link"(world, side) {
    const { userId } = world.owners[side];
    const id = randomUUID();
    const token = linkToken(id);
    const email = `new-${id}@test.example`;
    await db().emailConfirmation.updateMany({
      where: { userId, usedAt: null, endedAt: null },
      data: { endedAt: new Date() },
    });
    await db().emailConfirmation.create({
      data: {
        id,
        userId,
        email,
        tokenHash: hashOfToken(token),
        expiresAt: new Date(Date.now() + 1_800_000),
      },
    });
    return { token, email };
  },
  // Somebody new asks to be a representative of the exporter, who has signed in before.
  async "credential request"(world, side) {
    const { userId } = await newRepresentative(world.exporterIds[side]);
    const requester = await newPerson();
    const { id } = await db().credentialRequest.create({
      data: { requesterId: requester.userId, userId },
    });
    return { credentialRequestId: id };
  },
} satisfies Record<string, Make>;

async function accessRequest(requesterId: string, businessNumber: string) {
  const { id } = await db().accessRequest.create({
    data: { requesterId, businessNumber, reason: "We ship together." },
  });
  return { requestId: id };
}

async function officer(userId: string) {
  const { id } = await db().officerChange.findFirstOrThrow({
    where: { userId },
    orderBy: { id: "desc" },
  });
  return { userId, seen: String(id) };
}
