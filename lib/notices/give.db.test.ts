import { describe, expect, it } from "vitest";
import { z } from "zod";
import { db, transaction } from "@/lib/db";
import type { Told } from "@/lib/mail/who-is-told";
import { give } from "@/lib/notices/give";
import { asOwner } from "@/tests/factories/owner";
import { newEvent, overdueNotice, readerOf, rejectedNotice, told } from "@/tests/factories/notices";
import { newOfficer, newPerson } from "@/tests/factories/people";

/* Who is told in the portal, by mail, or both. */

const planned = async (userId: string, notice = rejectedNotice()): Promise<Told> => ({
  ...(await readerOf(userId)),
  ...notice,
});
const choose = (userId: string, type: string, channel: "portal" | "email" | "digest") =>
  db().noticePreference.create({ data: { userId, type, channel } });
const noticesOf = (eventId: bigint) => db().notice.findMany({ where: { eventId } });
const mailsOf = (eventId: bigint) => db().mail.findMany({ where: { eventId } });

describe("what happened is told", () => {
  it("in the portal and by mail where nothing was chosen, each once however often", async () => {
    const { userId } = await newPerson();
    const mail = await planned(userId);
    const eventId = await newEvent();
    const tell = () => transaction((tx) => give(tx, eventId, [mail]));
    await tell();
    await Promise.all([tell(), tell(), tell()]);
    const [notice, ...more] = await noticesOf(eventId);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      userId,
      type: "decision",
      urgent: false,
      digest: false,
      readAt: null,
      subjectEn: "Application KPO-2026-0418 rejected",
      searchFr: "demande kpo-2026-0418 rejetee",
    });
    expect(await mailsOf(eventId)).toMatchObject([
      { recipient: mail.recipient, noticeId: notice?.id, template: "rejected" },
    ]);
  });

  it("in the portal only where that was chosen, but what is urgent by mail too", async () => {
    const { userId } = await newPerson();
    await choose(userId, "decision", "portal");
    // As nobody can choose it, but a row may say.
    await choose(userId, "deadline", "portal");
    const quiet = await told([await planned(userId)]);
    expect(await noticesOf(quiet)).toHaveLength(1);
    expect(await mailsOf(quiet)).toEqual([]);
    const urgent = await told([await planned(userId, overdueNotice())]);
    expect(await noticesOf(urgent)).toMatchObject([{ urgent: true }]);
    expect(await mailsOf(urgent)).toHaveLength(1);
  });

  it("in the morning mail of officers who chose it; who is none any more has it by mail", async () => {
    const officer = await newOfficer("reviewer");
    const { userId: former } = await newPerson();
    const notice = {
      template: "fileSentBack",
      data: { applicationId: crypto.randomUUID(), number: "K", exporter: "E", name: "N" },
    } as const;
    for (const userId of [officer.userId, former]) await choose(userId, "office", "digest");
    const eventId = await told([
      { ...(await readerOf(officer.userId)), ...notice },
      { ...(await readerOf(former)), ...notice },
    ]);
    const digest = new Map((await noticesOf(eventId)).map((each) => [each.userId, each.digest]));
    expect(digest).toEqual(
      new Map([
        [officer.userId, true],
        [former, false],
      ]),
    );
    expect(await mailsOf(eventId)).toMatchObject([
      { recipient: (await readerOf(former)).recipient },
    ]);
  });

  it("in the portal alone to whoever has no confirmed address, and by mail alone to an address", async () => {
    const { userId } = await newPerson();
    const silent = await told([{ ...(await planned(userId)), recipient: null }]);
    expect(await noticesOf(silent)).toHaveLength(1);
    expect(await mailsOf(silent)).toEqual([]);
    const office = await told([
      {
        recipient: "office@test.example",
        language: "en",
        template: "officeLoss",
        data: { certificateId: crypto.randomUUID(), certificateNumber: "CA1", exporter: "E" },
      },
    ]);
    expect(await noticesOf(office)).toEqual([]);
    expect(await mailsOf(office)).toMatchObject([{ noticeId: null }]);
  });

  it("with a subject of any length, cut where the list ends", async () => {
    const { userId } = await newPerson();
    const long = await told([await planned(userId, rejectedNotice("😀".repeat(400)))]);
    const [notice] = await noticesOf(long);
    expect(notice?.subjectEn.length).toBeLessThanOrEqual(300);
  });

  it("to five hundred at once, each with a notice, a mail and a job", async () => {
    const { rows } = await asOwner(
      `INSERT INTO "User" (id, "firstName", "lastName", email, "emailVerified")
       SELECT gen_random_uuid(), 'Many', 'Number ' || n, 'many-' || gen_random_uuid() || '@test.example', now()
         FROM generate_series(1, 500) n RETURNING id, email`,
    );
    const people = z.array(z.object({ id: z.uuid(), email: z.string() })).parse(rows);
    expect(people).toHaveLength(500);
    const eventId = await newEvent();
    const all = people.map(({ id, email }): Told => ({
      userId: id,
      recipient: email,
      language: "fr",
      ...rejectedNotice(),
    }));
    const began = performance.now();
    await transaction((tx) => give(tx, eventId, all));
    const took = performance.now() - began;
    expect(await db().notice.count({ where: { eventId } })).toBe(500);
    const mails = await mailsOf(eventId);
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(500);
    const keys = mails.map(({ id }) => `mail:${id}`);
    const jobs = await db().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ANY(${keys})`;
    expect(jobs).toHaveLength(500);
    // A transaction has 15 seconds; this took two on a busy machine.
    expect(took).toBeLessThan(10_000);
  });
});
