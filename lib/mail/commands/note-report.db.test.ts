import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { tellPeople } from "@/lib/jobs/tell-people";
import { noteReport } from "@/lib/mail/commands/note-report";
import { OUTCOME_UNKNOWN } from "@/lib/mail/retry";
import type { Report } from "@/lib/mail/webhook";
import { newMail } from "@/tests/factories/mails";
import { newPerson } from "@/tests/factories/people";

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const report = (mailId: string | null, more: Partial<Report> = {}): Report => ({
  id: `msg_${randomUUID()}`,
  kind: "delivered",
  at: minutes(1),
  mailId,
  providerId: randomUUID(),
  detail: null,
  forGood: true,
  ...more,
});
const mailOf = (id: string) => db().mail.findUniqueOrThrow({ where: { id } });
const bouncedAt = async (userId: string) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).addressBouncedAt;
const reportsOf = (mailId: string) => db().mailReport.count({ where: { mailId } });
const sent = { status: "sent", sentAt: new Date() } as const;

async function sentMail() {
  const { userId } = await newPerson();
  const providerId = randomUUID();
  const mail = await newMail(userId, { ...sent, providerId });
  return { userId, providerId, id: mail.id };
}

describe("a report", () => {
  it("says that a mail was delivered, came back or was unwanted", async () => {
    for (const kind of ["delivered", "bounced", "complained"] as const) {
      const { id, providerId } = await sentMail();
      expect(await noteReport(report(id, { kind, providerId }))).toEqual({ taken: true });
      expect(await mailOf(id)).toMatchObject({ status: kind, settledAt: expect.any(Date) as Date });
    }
  });

  it("is found by the provider's id where the portal's is not with it", async () => {
    const { id, providerId } = await sentMail();
    await noteReport(report(null, { providerId }));
    expect(await mailOf(id)).toMatchObject({ status: "delivered" });
  });

  it("is noted once, however often and however much at once it is told", async () => {
    const { id, userId, providerId } = await sentMail();
    const told = report(id, { kind: "bounced", providerId });
    const taken = await Promise.all(Array.from({ length: 6 }, () => noteReport(told)));
    expect(taken.filter((each) => each.taken)).toHaveLength(1);
    expect(await reportsOf(id)).toBe(1);
    expect(await db().event.count({ where: { kind: "mail.bounced", personId: userId } })).toBe(1);
  });

  it("that is older changes nothing of what a newer one said", async () => {
    const { id, providerId } = await sentMail();
    await noteReport(report(id, { providerId, kind: "complained", at: minutes(9) }));
    await noteReport(report(id, { providerId, kind: "delivered", at: minutes(5) }));
    await noteReport(report(id, { providerId, kind: "sent", at: minutes(1) }));
    expect(await mailOf(id)).toMatchObject({ status: "complained" });
    expect(await reportsOf(id)).toBe(3);
  });

  it("proves that a mail was sent whose answer never came", async () => {
    for (const status of ["queued", "failed"] as const) {
      const { userId } = await newPerson();
      const { id } = await newMail(userId, { status, problem: OUTCOME_UNKNOWN });
      const providerId = randomUUID();
      await noteReport(report(id, { kind: "sent", providerId }));
      expect(await mailOf(id)).toMatchObject({ status: "sent", problem: null, providerId });
    }
  });

  it("does not make a mail sent that was refused", async () => {
    const { userId } = await newPerson();
    const { id } = await newMail(userId, { status: "failed", problem: "invalidRecipient" });
    await noteReport(report(id, { kind: "sent" }));
    expect(await mailOf(id)).toMatchObject({ status: "failed", problem: "invalidRecipient" });
  });

  it("that the provider could not send it puts it among those never sent, with the reason", async () => {
    const { id, providerId } = await sentMail();
    await noteReport(report(id, { kind: "failed", providerId, detail: "reached_daily_quota" }));
    expect(await mailOf(id)).toMatchObject({ status: "failed", problem: "reached_daily_quota" });
  });

  it("about a mail that is not the portal's is left alone", async () => {
    expect(await noteReport(report(null))).toEqual({ taken: false });
    expect(await noteReport(report(randomUUID()))).toEqual({ taken: false });
  });
});

describe("an address from which mail came back", () => {
  it("is known of its owner, who is told once, in the portal alone", async () => {
    const { id, userId, providerId } = await sentMail();
    await noteReport(report(id, { kind: "bounced", providerId }));
    await noteReport(report(id, { kind: "bounced", providerId, at: minutes(2) }));
    expect(await bouncedAt(userId)).not.toBeNull();
    const event = await db().event.findFirstOrThrow({
      where: { kind: "mail.bounced", personId: userId },
    });
    await tellPeople(event.id);
    await tellPeople(event.id);
    const notices = await db().notice.findMany({ where: { eventId: event.id } });
    expect(notices).toMatchObject([{ userId, template: "addressBounced", urgent: true }]);
    expect(await db().mail.count({ where: { eventId: event.id } })).toBe(0);
  });

  it("is not known by mail that came back for the moment", async () => {
    const { id, userId, providerId } = await sentMail();
    await noteReport(report(id, { kind: "bounced", providerId, forGood: false }));
    expect(await mailOf(id)).toMatchObject({ status: "bounced" });
    expect(await bouncedAt(userId)).toBeNull();
  });

  it("is forgotten once later mail arrives, and not by earlier", async () => {
    const { id, userId, providerId } = await sentMail();
    await noteReport(report(id, { kind: "bounced", providerId, at: minutes(5) }));
    const earlier = await newMail(userId, sent);
    await noteReport(report(earlier.id, { at: minutes(4) }));
    expect(await bouncedAt(userId)).not.toBeNull();
    const later = await newMail(userId, sent);
    await noteReport(report(later.id, { at: minutes(6) }));
    expect(await bouncedAt(userId)).toBeNull();
    // What is told late of the first is not taken for news.
    const first = await newMail(userId, sent);
    await noteReport(report(first.id, { kind: "bounced", at: minutes(5) }));
    expect(await bouncedAt(userId)).toBeNull();
  });

  it("is not that of whoever confirmed it after the mail came back", async () => {
    const { id, userId, providerId } = await sentMail();
    await db().user.update({ where: { id: userId }, data: { emailVerified: minutes(3) } });
    await noteReport(report(id, { kind: "bounced", providerId, at: minutes(2) }));
    expect(await bouncedAt(userId)).toBeNull();
  });
});
