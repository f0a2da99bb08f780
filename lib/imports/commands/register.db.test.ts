import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { answerAnnouncement } from "@/lib/imports/commands/answer-announcement";
import { receiveOriginal } from "@/lib/imports/commands/receive-original";
import { register } from "@/lib/imports/commands/register";
import { lockImportCertificates } from "@/lib/imports/ledger";
import { findSentAnnouncement } from "@/lib/imports/queries/find-sent-announcement";
import { findRegistered } from "@/lib/imports/queries/find-registered";
import { goodPaper, newAnnouncement } from "@/tests/factories/imports";
import { newExporter, newOfficer } from "@/tests/factories/people";

let owner: ExporterViewer;
let exporterId: string;
let reviewer: OfficerViewer;

beforeEach(async () => {
  ({ owner, exporterId } = await newExporter());
  reviewer = await newOfficer("reviewer");
});

const announce = (changes: Partial<Parameters<typeof newAnnouncement>[0]> = {}) =>
  newAnnouncement({ exporterId, by: owner.userId, ...changes });

const events = async (importCertificateId: string) => {
  const found = await db().event.findMany({
    where: { importCertificateId },
    orderBy: { id: "asc" },
  });
  return found.map(({ kind, data }) => [kind, data]);
};
const entriesOf = (exporter: string) =>
  db().importCertificate.count({ where: { exporterId: exporter } });

describe("a certificate is registered", () => {
  it("of an announcement, with its account, its lines and its scans", async () => {
    const { id: announcementId } = await announce({ scanned: true });
    const paper = goodPaper({ originalReceivedOn: "2026-08-24" });
    const token = randomUUID();
    const registered = await register(reviewer, { announcementId, version: 1 }, paper, token);
    expect(registered).toEqual({ ok: true, value: { importCertificateId: token } });

    const entry = await db().importCertificate.findUniqueOrThrow({
      where: { id: token },
      include: { lines: true, balance: true, entries: true, documents: true, announcement: true },
    });
    expect(entry).toMatchObject({
      exporterId,
      number: paper.number,
      numberNormalised: paper.number.replace(" ", ""),
      origins: ["ZA"],
      parcels: 2,
      stampSeen: true,
      originalReceivedById: reviewer.userId,
      registeredById: reviewer.userId,
    });
    expect(entry.lines).toHaveLength(2);
    expect(entry.balance?.remaining.toFixed(2)).toBe("212.84");
    expect(entry.balance?.remainingUsd.toFixed(2)).toBe("108548.40");
    expect(entry.entries.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ["registered", reviewer.userId],
    ]);
    expect(entry.documents).toHaveLength(1);
    expect(entry.announcement).toMatchObject({ id: announcementId, status: "registered" });
    expect(await events(token)).toEqual([
      ["import.registered", { number: paper.number }],
      ["import.originalReceived", { on: "2026-08-24" }],
    ]);
  });

  it("once, however often the press is sent", async () => {
    const token = randomUUID();
    const press = () =>
      register(reviewer, { exporterId }, goodPaper({ number: "ZA 1234567" }), token);
    const results = await Promise.all([press(), press(), press()]);
    expect(results).toEqual(Array(3).fill({ ok: true, value: { importCertificateId: token } }));
    expect(await entriesOf(exporterId)).toBe(1);
    expect(await events(token)).toHaveLength(1);
    // The token of somebody else's press is nobody else's.
    expect(
      await register(await newOfficer("reviewer"), { exporterId }, goodPaper(), token),
    ).toMatchObject({ error: "notFound" });
  });

  it("once of an announcement too, however often the press is sent", async () => {
    const { id: announcementId } = await announce();
    const token = randomUUID();
    const paper = goodPaper();
    const press = () => register(reviewer, { announcementId, version: 1 }, paper, token);
    const results = await Promise.all([press(), press(), press()]);
    expect(results).toEqual(Array(3).fill({ ok: true, value: { importCertificateId: token } }));
  });

  it("by exactly one of two officers, and the other is told by whom", async () => {
    const { id: announcementId } = await announce();
    const other = await newOfficer("reviewer");
    const [a, b] = await Promise.all([
      register(reviewer, { announcementId, version: 1 }, goodPaper(), randomUUID()),
      register(other, { announcementId, version: 1 }, goodPaper(), randomUUID()),
    ]);
    const [won, lost] = a.ok ? [a, b] : [b, a];
    expect(won.ok).toBe(true);
    expect(lost).toEqual({ ok: false, error: "answered", by: (a.ok ? reviewer : other).name });
    expect(await entriesOf(exporterId)).toBe(1);
  });

  it("under one number of an issuer, whoever presses when; the other is shown the entry", async () => {
    const paper = goodPaper();
    const again = { ...paper, number: paper.number.replace(" ", "-").toLowerCase() };
    const [a, b] = await Promise.all([
      register(reviewer, { exporterId }, paper, randomUUID()),
      register(await newOfficer("reviewer"), { exporterId }, again, randomUUID()),
    ]);
    const [won, lost] = a.ok ? [a, b] : [b, a];
    if (!won.ok) throw new Error("nobody won");
    const { importCertificateId: id } = won.value;
    expect(lost).toMatchObject({
      error: "stopped",
      problems: [{ field: "number", key: "register.number.duplicate", params: { id } }],
    });
    expect(await entriesOf(exporterId)).toBe(1);
    // The same figures of another issuer are another certificate.
    const elsewhere = goodPaper({ issuer: "BW", number: paper.number.replace("ZA", "BW") });
    expect(await register(reviewer, { exporterId }, elsewhere, randomUUID())).toMatchObject({
      ok: true,
    });
  });
});

describe("nothing is registered", () => {
  it.each([
    [{ number: "BW 1234567" }, ["number register.number.prefix"]],
    [{ issuer: "EU", number: "BE 1234567" }, ["number register.number.prefix"]],
    [
      { issuer: "XX", number: "XX 1234567", provenance: "ZA", origins: ["ZA"] },
      ["issuer register.issuer.notParticipant"],
    ],
    [{ expiresOn: "2026-08-19" }, ["expiresOn register.expiresOn.expired"]],
    [{ provenance: "XX" }, ["provenance register.provenance.required"]],
    [{ origins: ["ZA", "XX"] }, ["origins[0] register.origins.required"]],
  ])("that the law or the Schedule stops: %j", async (changes, expected) => {
    const { id: announcementId } = await announce();
    const refused = await register(
      reviewer,
      { announcementId, version: 1 },
      goodPaper(changes),
      randomUUID(),
    );
    const told = (!refused.ok && refused.problems) || [];
    expect(told.map(({ field, key }) => `${field} ${key}`)).toEqual(expected);
    expect(await entriesOf(exporterId)).toBe(0);
    expect(await findSentAnnouncement(reviewer, announcementId)).toMatchObject({ status: "sent" });
  });

  it("of another scan than the one that was read: returned, replaced and sent again meanwhile", async () => {
    const { id: announcementId } = await announce({ scanned: true });
    const other = await newOfficer("reviewer");
    const asked = { outcome: "returned", answer: "Page 2 is not legible." } as const;
    expect(await answerAnnouncement(other, announcementId, asked, 1)).toEqual({ ok: true });
    await db().document.updateMany({ where: { announcementId }, data: { removedAt: new Date() } });
    await db().importAnnouncement.update({
      where: { id: announcementId },
      data: { status: "sent", sentAt: new Date(), version: { increment: 1 } },
    });
    const of = { announcementId, version: 1 };
    expect(await register(reviewer, of, goodPaper(), randomUUID())).toMatchObject({
      error: "newer",
    });
    expect(await entriesOf(exporterId)).toBe(0);
  });

  it("by somebody who is no reviewer, or of the profile, whatever way they come", async () => {
    for (const role of ["signatory", "administrator", "auditor"] as const) {
      const officer = await newOfficer(role);
      expect(await register(officer, { exporterId }, goodPaper(), randomUUID())).toMatchObject({
        error: "notAllowed",
      });
    }
    const { id: announcementId } = await announce();
    await db().mandate.create({
      data: {
        exporterId,
        userId: reviewer.userId,
        kind: "representative",
        permissions: ["view"],
        acceptedAt: new Date(),
        endedAt: new Date(),
      },
    });
    for (const of of [{ exporterId }, { announcementId, version: 1 }]) {
      expect(await register(reviewer, of, goodPaper(), randomUUID())).toMatchObject({
        error: "ownProfile",
      });
    }
    const answer = { outcome: "declined", answer: "No." } as const;
    expect(await answerAnnouncement(reviewer, announcementId, answer, 1)).toMatchObject({
      error: "ownProfile",
    });
    expect(await entriesOf(exporterId)).toBe(0);
  });

  it("for a profile or an announcement that is not there, nor after a withdrawal", async () => {
    for (const id of [randomUUID(), "nothing"]) {
      for (const of of [{ exporterId: id }, { announcementId: id, version: 1 }]) {
        expect(await register(reviewer, of, goodPaper(), randomUUID())).toMatchObject({
          error: "notFound",
        });
      }
    }
    const { id: announcementId } = await announce();
    await db().importAnnouncement.update({
      where: { id: announcementId },
      data: { status: "withdrawn" },
    });
    expect(
      await register(reviewer, { announcementId, version: 1 }, goodPaper(), randomUUID()),
    ).toMatchObject({
      error: "withdrawn",
    });
  });
});

describe("an announcement is answered", () => {
  it("with the words that the exporter reads, on the version that was read", async () => {
    const { id } = await announce();
    const asked = { outcome: "returned", answer: "Page 2 is not legible." } as const;
    expect(await answerAnnouncement(reviewer, id, asked, 7)).toMatchObject({ error: "newer" });
    expect(await answerAnnouncement(reviewer, id, asked, 1)).toEqual({ ok: true });
    expect(await findSentAnnouncement(reviewer, id)).toMatchObject({
      status: "returned",
      answer: asked.answer,
      answeredBy: reviewer.name,
      mayAnswer: false,
    });
    const [event] = await db().event.findMany({ where: { announcementId: id } });
    expect(event).toMatchObject({ kind: "import.returned", data: { answer: asked.answer } });
  });

  it("once: by the first of two who decline and register", async () => {
    const { id: announcementId } = await announce();
    const other = await newOfficer("reviewer");
    const [declined, registered] = await Promise.all([
      answerAnnouncement(reviewer, announcementId, { outcome: "declined", answer: "No." }, 1),
      register(other, { announcementId, version: 1 }, goodPaper(), randomUUID()),
    ]);
    expect([declined.ok, registered.ok].filter(Boolean)).toHaveLength(1);
    expect(await entriesOf(exporterId)).toBe(registered.ok ? 1 : 0);
    // Whoever read the version before is told who answered.
    if (registered.ok) expect(declined).toMatchObject({ error: "answered", by: other.name });
    else expect(registered).toMatchObject({ error: "answered", by: reviewer.name });
  });
});

describe("an original is received", () => {
  const entered = async () => {
    const done = await register(reviewer, { exporterId }, goodPaper(), randomUUID());
    if (!done.ok) throw new Error(done.error);
    return done.value.importCertificateId;
  };

  it("once, with its day and officer", async () => {
    const id = await entered();
    const other = await newOfficer("reviewer");
    const [a, b] = await Promise.all([
      receiveOriginal(reviewer, id, { on: "2026-08-25" }),
      receiveOriginal(other, id, { on: "2026-08-26" }),
    ]);
    const [lost, winner] = a.ok ? [b, reviewer] : [a, other];
    expect(lost).toEqual({ ok: false, error: "received", by: winner.name });
    expect(await findRegistered(reviewer, id)).toMatchObject({
      originalReceivedOn: a.ok ? "2026-08-25" : "2026-08-26",
      originalReceivedBy: winner.name,
      mayReceive: false,
      mayCorrectOriginal: true,
    });
    expect(await events(id)).toHaveLength(2);
  });

  it("not before the import, nor after today, nor by others than reviewers", async () => {
    const id = await entered();
    for (const on of ["2026-08-19", "2999-01-01"]) {
      expect(await receiveOriginal(reviewer, id, { on })).toMatchObject({ error: "stopped" });
    }
    expect(await receiveOriginal(await newOfficer("auditor"), id, { on: "2026-08-25" })).toEqual({
      ok: false,
      error: "notAllowed",
    });
    expect(await receiveOriginal(reviewer, randomUUID(), { on: "2026-08-25" })).toMatchObject({
      error: "notFound",
    });
  });

  it("on another day than was written, with the reason, until the import is confirmed", async () => {
    const id = await entered();
    await receiveOriginal(reviewer, id, { on: "2026-08-25" });
    const right = (of: string) =>
      receiveOriginal(reviewer, id, { on: "2026-08-24", instead: { of, reason: "Mail stamp." } });
    expect(await right("2026-08-23")).toMatchObject({ error: "received" });
    expect(await right("yesterday")).toMatchObject({ error: "newer" });
    expect(await right("2026-08-25")).toEqual({ ok: true });
    expect((await events(id)).at(-1)).toEqual([
      "import.originalReceived",
      { on: "2026-08-24", former: "2026-08-25", reason: "Mail stamp." },
    ]);
    await db().importConfirmation.create({
      data: {
        importCertificateId: id,
        facts: {},
        authority: "SADPMR",
        recipient: "kp@test.example",
        confirmedById: reviewer.userId,
      },
    });
    expect(await right("2026-08-24")).toMatchObject({ error: "confirmed" });
    expect((await findRegistered(reviewer, id))?.mayCorrectOriginal).toBe(false);
  });

  it("as the letter says that another officer confirms at the same moment", async () => {
    const id = await entered();
    await receiveOriginal(reviewer, id, { on: "2026-08-25" });
    let corrected: ReturnType<typeof receiveOriginal> | undefined;
    await transaction(async (tx) => {
      await lockImportCertificates(tx, [id]);
      const instead = { of: "2026-08-25", reason: "Mail stamp." };
      corrected = receiveOriginal(reviewer, id, { on: "2026-08-24", instead });
      // Time to look, if it does not wait.
      await setTimeout(300);
      const to = { authority: "SADPMR", recipient: "kp@test.example" };
      const by = { importCertificateId: id, confirmedById: reviewer.userId };
      await tx.importConfirmation.create({ data: { ...to, ...by, facts: {} } });
    });
    expect(await corrected).toMatchObject({ error: "confirmed" });
    expect((await findRegistered(reviewer, id))?.originalReceivedOn).toBe("2026-08-25");
  });
});
