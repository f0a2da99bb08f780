import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { dismissMail } from "@/lib/mail/commands/dismiss";
import { sendAgain } from "@/lib/mail/commands/send-again";
import { findMail } from "@/lib/mail/queries/find-mail";
import { countDeadLetters, listMails } from "@/lib/mail/queries/list-mails";
import { mailFilter } from "@/lib/mail/schema-list";
import { OUTCOME_UNKNOWN } from "@/lib/mail/retry";
import { newMail, newMailEvent, returnedData } from "@/tests/factories/mails";
import { asOwner } from "@/tests/factories/owner";
import { newExporter, newOfficer, newPerson, newRepresentative } from "@/tests/factories/people";
import type { NoticeType } from "@/lib/notices/types";
import type { Template } from "@/lib/mail/notice";
import type { Prisma } from "@/prisma/generated/client";

const sent = { status: "sent", sentAt: new Date() } as const;
const inFrench = { language: "fr", copies: 0 } as const;
const copiesOf = (id: string) =>
  db().mail.findMany({ where: { repeatsId: id }, orderBy: { createdAt: "asc" } });
const events = (kind: string) => db().event.count({ where: { kind } });

async function sentMail() {
  const { userId } = await newPerson();
  return { userId, mail: await newMail(userId, sent) };
}

/** A mail that was sent, of something of an exporter. */
async function mailAbout(
  exporterId: string,
  userId: string,
  type: NoticeType,
  template: Template,
  data: Prisma.InputJsonObject,
): Promise<string> {
  const { id: eventId } = await db().event.create({
    data: { kind: "application.moved", actorRole: "officer", exporterId, data: {} },
  });
  const said = { eventId, template, data };
  const { id: noticeId, user } = await db().notice.create({
    data: { ...said, userId, type, urgent: false, subjectEn: "", subjectFr: "" },
    select: { id: true, user: { select: { email: true } } },
  });
  const { id } = await db().mail.create({
    data: { ...said, ...sent, noticeId, language: "en", recipient: user.email ?? "" },
  });
  return id;
}

describe("sending again", () => {
  it("makes a mail of its own, in the language chosen, and says by whom", async () => {
    const { mail } = await sentMail();
    const reviewer = await newOfficer("reviewer");
    const again = await sendAgain(reviewer, mail.id, inFrench);
    const [copy] = await copiesOf(mail.id);
    expect(again).toEqual({ ok: true, value: { copyId: copy?.id } });
    expect(copy).toMatchObject({
      status: "queued",
      language: "fr",
      recipient: mail.recipient,
      data: mail.data,
      eventId: mail.eventId,
      noticeId: mail.noticeId,
      repeatedById: reviewer.userId,
    });
    expect(copy?.id).not.toBe(mail.id);
    const event = await db().event.findFirstOrThrow({ where: { actorId: reviewer.userId } });
    expect(event).toMatchObject({ kind: "mail.repeated", data: { mailId: mail.id } });
    const jobs = await db().$queryRaw<unknown[]>`
      SELECT 1 FROM graphile_worker.jobs WHERE key = ${`mail:${copy?.id ?? ""}`}`;
    expect(jobs).toHaveLength(1);
  });

  it("of two presses at once is done once", async () => {
    const { mail } = await sentMail();
    const [one, other] = [await newOfficer("reviewer"), await newOfficer("signatory")];
    const same = await Promise.all([1, 2, 3].map(() => sendAgain(one, mail.id, inFrench)));
    expect(new Set(same.map((each) => each.ok && each.value.copyId)).size).toBe(1);
    expect(await copiesOf(mail.id)).toHaveLength(1);
    expect(await sendAgain(other, mail.id, inFrench)).toEqual({ ok: false, error: "waiting" });
    await db().mail.updateMany({ where: { repeatsId: mail.id }, data: sent });
    expect(await sendAgain(other, mail.id, inFrench)).toEqual({ ok: false, error: "meanwhile" });
    const seen = { language: "en", copies: 1 } as const;
    expect(await sendAgain(other, mail.id, seen)).toMatchObject({ ok: true });
    expect(await copiesOf(mail.id)).toHaveLength(2);
  });

  it("of a copy is of the first", async () => {
    const { mail } = await sentMail();
    const reviewer = await newOfficer("reviewer");
    await sendAgain(reviewer, mail.id, inFrench);
    await db().mail.updateMany({ where: { repeatsId: mail.id }, data: sent });
    const [copy] = await copiesOf(mail.id);
    const next = { language: "en", copies: 1 } as const;
    expect(await sendAgain(reviewer, copy?.id ?? "", next)).toMatchObject({ ok: true });
    expect(await copiesOf(mail.id)).toHaveLength(2);
  });

  it("is refused while it waits, and by the database where two wait", async () => {
    const { userId } = await newPerson();
    const mail = await newMail(userId);
    const reviewer = await newOfficer("reviewer");
    expect(await sendAgain(reviewer, mail.id, inFrench)).toEqual({ ok: false, error: "waiting" });
    const { eventId, template, recipient } = mail;
    const copy = () =>
      db().mail.create({
        data: {
          eventId,
          template,
          recipient,
          data: {},
          language: "en",
          repeatsId: mail.id,
          repeatedById: reviewer.userId,
        },
      });
    await copy();
    await expect(copy()).rejects.toThrow();
  });

  it("goes to the person's present address, and not to one that mail comes back from", async () => {
    const { userId, mail } = await sentMail();
    const reviewer = await newOfficer("reviewer");
    const email = `new-${randomUUID()}@test.example`;
    await db().user.update({
      where: { id: userId },
      data: { email, addressBouncedAt: new Date() },
    });
    const again = () => sendAgain(reviewer, mail.id, inFrench);
    expect(await again()).toEqual({ ok: false, error: "bounced" });
    await db().user.update({ where: { id: userId }, data: { addressBouncedAt: null } });
    expect(await again()).toMatchObject({ ok: true });
    expect((await copiesOf(mail.id))[0]?.recipient).toBe(email);
  });

  it("is refused to an address that its owner never confirmed", async () => {
    const { userId, mail } = await sentMail();
    await db().user.update({ where: { id: userId }, data: { emailVerified: null } });
    const reviewer = await newOfficer("reviewer");
    expect(await sendAgain(reviewer, mail.id, inFrench)).toEqual({ ok: false, error: "noAddress" });
  });

  it("of an exporter's affairs is refused to whoever no longer acts for it, and tells of that", async () => {
    const { exporterId } = await newExporter();
    const { userId } = await newRepresentative(exporterId);
    const reviewer = await newOfficer("reviewer");
    const person = { name: "Ezra", exporter: "Boreal Rough" };
    const returned = () =>
      mailAbout(exporterId, userId, "returned", "returned", returnedData("KPO-2026-0001"));
    const left = await returned();
    const moved = await returned();
    const removed = await mailAbout(
      ...([exporterId, userId, "representatives", "mandateRemoved", person] as const),
    );
    const acting = await returned();
    expect(await sendAgain(reviewer, acting, inFrench)).toMatchObject({ ok: true });
    await db().mandate.updateMany({ where: { userId }, data: { endedAt: new Date() } });
    expect(await sendAgain(reviewer, left, inFrench)).toEqual({ ok: false, error: "noMandate" });
    expect((await findMail(reviewer, left))?.again).toEqual({ refused: "noMandate" });
    expect(await sendAgain(reviewer, removed, inFrench)).toMatchObject({ ok: true });
    // Who acts for the profile of which it became part.
    const { exporterId: into } = await newExporter();
    await asOwner(`UPDATE "Exporter" SET "mergedIntoId" = $1 WHERE id = $2`, [into, exporterId]);
    await db().mandate.create({
      data: { exporterId: into, userId, kind: "representative", acceptedAt: new Date() },
    });
    expect(await sendAgain(reviewer, moved, inFrench)).toMatchObject({ ok: true });
  });

  it("of an exporter's message goes to the officer who answers it", async () => {
    const { exporterId } = await newExporter();
    const reviewer = await newOfficer("reviewer");
    const data = { threadId: randomUUID(), number: null, exporter: "Boreal Rough", name: "Nora" };
    const mail = await mailAbout(
      ...([exporterId, reviewer.userId, "messages", "messageToAnswer", data] as const),
    );
    expect(await sendAgain(reviewer, mail, inFrench)).toMatchObject({ ok: true });
  });

  it("is refused of a kind that the portal no longer knows", async () => {
    const { userId } = await newPerson();
    const mail = await newMail(userId, { ...sent, template: "forgotten" });
    const reviewer = await newOfficer("reviewer");
    expect(await sendAgain(reviewer, mail.id, inFrench)).toEqual({
      ok: false,
      error: "unreadable",
    });
    expect(await findMail(reviewer, mail.id)).toMatchObject({ shown: null });
    const { rows } = await listMails(reviewer, mailFilter.parse({ text: mail.recipient }));
    expect(rows).toMatchObject([{ subjects: null }]);
  });
});

describe("mails that were never sent", () => {
  it("are listed until somebody looks at them or sends them again", async () => {
    const reviewer = await newOfficer("reviewer");
    const { userId } = await newPerson();
    const before = await countDeadLetters();
    const dead = { status: "failed", problem: OUTCOME_UNKNOWN } as const;
    const mails = [await newMail(userId, dead), await newMail(userId, dead)];
    const listed = async () => {
      const { rows } = await listMails(reviewer, mailFilter.parse({ view: "neverSent" }));
      return rows.map(({ id }) => id);
    };
    expect(await listed()).toEqual(expect.arrayContaining(mails.map(({ id }) => id)));
    expect(await countDeadLetters()).toBe(before + 2);
    const [first, second] = mails.map(({ id }) => id);
    const pressed = await Promise.all([1, 2].map(() => dismissMail(reviewer, first ?? "")));
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await sendAgain(reviewer, second ?? "", inFrench)).toMatchObject({ ok: true });
    expect(await countDeadLetters()).toBe(before);
    expect(await events("mail.dismissed")).toBe(1);
    expect(await findMail(reviewer, first ?? "")).toMatchObject({
      state: "inDoubt",
      dismissedBy: reviewer.name,
      waitsForEyes: false,
    });
    expect(await dismissMail(reviewer, second ?? "")).toEqual({ ok: false, error: "over" });
  });

  it("are not dismissed where they were sent", async () => {
    const { mail } = await sentMail();
    const reviewer = await newOfficer("reviewer");
    expect(await dismissMail(reviewer, mail.id)).toEqual({ ok: false, error: "over" });
    expect(await dismissMail(reviewer, "no id")).toEqual({ ok: false, error: "notFound" });
  });
});

describe("the office's list", () => {
  it("finds by recipient, by number and by words of the subject, page by page", async () => {
    const auditor = await newOfficer("auditor");
    const { userId } = await newPerson();
    const { email } = await db().user.findUniqueOrThrow({ where: { id: userId } });
    const number = `KPO-2026-${String(Date.now()).slice(-6)}`;
    for (let n = 0; n < 27; n += 1) await newMail(userId, {}, number);
    const found = (text: string, after = "") =>
      listMails(auditor, mailFilter.parse({ text, after }));
    for (const text of [email ?? "", number, number.toLowerCase()]) {
      expect((await found(text)).rows).toHaveLength(25);
    }
    const { next, rows } = await found(number);
    const rest = await found(number, next ?? "");
    expect(rest).toMatchObject({ next: null });
    expect(new Set([...rows, ...rest.rows].map(({ id }) => id)).size).toBe(27);
    expect((await found("corrections to make 100%_")).rows).toEqual([]);
    expect((await found(number, "tampered~with")).rows).toHaveLength(25);
  });

  it("shows what a mail says, but no token of its link", async () => {
    const { userId } = await newPerson();
    const linkId = randomUUID();
    const mail = await db().mail.create({
      data: {
        eventId: await newMailEvent(userId),
        template: "confirmAddress",
        language: "en",
        recipient: "a@test.example",
        data: { name: "", linkId },
      },
    });
    const shown = await findMail(await newOfficer("auditor"), mail.id);
    expect(shown?.again).toBeNull();
    expect(shown?.shown?.en.text).toMatch(/\/en\/confirm\/\*{5}(?!\S)/);
    const { linkToken } = await import("@/lib/auth/link-token");
    expect(
      JSON.stringify(shown, (_, value: unknown) => (typeof value === "bigint" ? "" : value)),
    ).not.toContain(linkToken(linkId));
  });
});
