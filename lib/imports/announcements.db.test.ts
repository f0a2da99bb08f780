import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { announceImport } from "@/lib/imports/commands/announce";
import { saveAnnouncement } from "@/lib/imports/commands/save-announcement";
import { sendAnnouncement } from "@/lib/imports/commands/send-announcement";
import { withdrawAnnouncement } from "@/lib/imports/commands/withdraw-announcement";
import { findAnnouncement } from "@/lib/imports/queries/find-announcement";
import { announcementMoves } from "@/lib/imports/status";
import { AnnouncementStatus } from "@/prisma/generated/enums";
import {
  addScan,
  announced,
  newAnnounced,
  newSent,
  sendNow,
} from "@/tests/factories/announcements";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter, newOfficer, newRepresentative } from "@/tests/factories/people";

let owner: ExporterViewer;
let exporterId: string;
let officerId: string;
beforeAll(async () => {
  ({ owner, exporterId } = await newExporter());
  officerId = (await newOfficer("reviewer")).userId;
});

const row = (id: string) => db().importAnnouncement.findUniqueOrThrow({ where: { id } });
const kinds = async (announcementId: string) =>
  (
    await db().event.findMany({
      where: { announcementId, kind: { startsWith: "import." } },
      orderBy: { id: "asc" },
    })
  ).map(({ kind }) => kind);

/** As the office answers, without its pages. */
async function answer(id: string, status: "returned" | "declined" | "registered") {
  const { number } = await row(id);
  const registered =
    status === "registered"
      ? await newImportCertificate({ exporterId, number: number ?? "" })
      : null;
  await db().importAnnouncement.update({
    where: { id },
    data: {
      status,
      importCertificateId: registered?.id ?? null,
      answer: "The scan is dark.",
      answeredById: officerId,
      answeredAt: new Date(),
    },
  });
}

async function inStatus(status: AnnouncementStatus): Promise<string> {
  if (status === "draft") return newAnnounced(owner, exporterId);
  const id = await newSent(owner, exporterId);
  if (status === "withdrawn") await withdrawAnnouncement(owner, id);
  else if (status !== "sent") await answer(id, status);
  return id;
}

describe("an announced import", () => {
  it("is made once however often the press is sent, and by no other profile's token", async () => {
    const token = randomUUID();
    const facts = announced();
    const made = await Promise.all(
      [1, 2, 3].map(() => announceImport(owner, exporterId, facts, token)),
    );
    const ids = new Set(made.map((one) => (one.ok ? one.value.announcementId : one.error)));
    expect(ids.size).toBe(1);
    const other = await newExporter();
    expect(await announceImport(other.owner, other.exporterId, facts, token)).toMatchObject({
      ok: false,
    });
    expect(await kinds([...ids][0] ?? "")).toEqual(["import.announced"]);
  });

  it("takes from each of two people what only they changed, and asks about the rest", async () => {
    const id = await newAnnounced(owner, exporterId);
    const second = await newRepresentative(exporterId, ["view", "prepare"]);
    const base = (await findAnnouncement(owner, id))?.announced ?? {};
    const theirs = { ...base, issuer: "NA", note: "Two boxes." };
    expect(await saveAnnouncement(second, id, { base, mine: theirs, choices: {} })).toMatchObject({
      ok: true,
      value: { stored: theirs, clashes: [], version: 2 },
    });
    const mine = { ...base, importedOn: "2026-11-02", note: "One box." };
    const merged = { ...theirs, importedOn: "2026-11-02" };
    expect(await saveAnnouncement(owner, id, { base, mine, choices: {} })).toMatchObject({
      ok: true,
      value: { stored: merged, clashes: ["note"], version: 3 },
    });
    const choices = { note: "mine" } as const;
    expect(
      await saveAnnouncement(owner, id, {
        base: merged,
        mine: { ...merged, note: "One box." },
        choices,
      }),
    ).toMatchObject({
      ok: true,
      value: { stored: { ...merged, note: "One box." }, clashes: [] },
    });
    expect(await kinds(id)).toEqual([
      "import.announced",
      "import.changed",
      "import.changed",
      "import.changed",
    ]);
  });

  it("is sent only whole, and only as it was seen", async () => {
    const made = await announceImport(owner, exporterId, {}, randomUUID());
    const id = made.ok ? made.value.announcementId : "";
    expect((await findAnnouncement(owner, id))?.lacks).toEqual([
      "issuer",
      "number",
      "importedOn",
      "scan",
    ]);
    expect(await sendNow(owner, id)).toEqual({ ok: false, error: "issuer" });
    await saveAnnouncement(owner, id, { base: {}, mine: announced(), choices: {} });
    expect(await sendNow(owner, id)).toEqual({ ok: false, error: "scan" });
    const waiting = await addScan(owner, id, "waiting");
    expect(await sendNow(owner, id)).toEqual({ ok: false, error: "scanWaiting" });
    await db().document.update({ where: waiting, data: { scan: "infected" } });
    expect(await sendNow(owner, id)).toEqual({ ok: false, error: "scanInfected" });
    await db().document.update({ where: waiting, data: { removedAt: new Date() } });
    await addScan(owner, id, "clean");
    expect(await sendAnnouncement(owner, id, 1)).toEqual({ ok: false, error: "changedMeanwhile" });
    expect(await sendNow(owner, id)).toEqual({ ok: true, value: undefined });
    expect(await row(id)).toMatchObject({ status: "sent", sentAt: expect.any(Date) as Date });
    expect((await kinds(id)).at(-1)).toBe("import.sent");
  });

  it("is for nobody who may only view, nor for whom the mandate has just ended", async () => {
    const id = await newAnnounced(owner, exporterId);
    const view = await newRepresentative(exporterId, ["view"]);
    const before = await newRepresentative(exporterId, ["view", "prepare"]);
    await db().mandate.updateMany({
      where: { exporterId, userId: before.userId },
      data: { endedAt: new Date() },
    });
    const stranger = (await newExporter()).owner;
    const edit = { base: {}, mine: announced(), choices: {} };
    for (const viewer of [view, before, stranger]) {
      const refused = { ok: false, error: "notFound" };
      expect(await saveAnnouncement(viewer, id, edit)).toEqual(refused);
      expect(await sendAnnouncement(viewer, id, 1)).toEqual(refused);
      expect(await withdrawAnnouncement(viewer, id)).toEqual(refused);
    }
    expect(await kinds(id)).toEqual(["import.announced"]);
  });

  it("moves in the database exactly as its table says", async () => {
    const presses = {
      send: (id: string) => sendNow(owner, id),
      withdraw: (id: string) => withdrawAnnouncement(owner, id),
    };
    for (const status of Object.values(AnnouncementStatus)) {
      for (const [move, press] of Object.entries(presses)) {
        const id = await inStatus(status);
        const { from, to } = announcementMoves[move as keyof typeof presses];
        const may = (from as readonly string[]).includes(status);
        const what = `${move} from ${status}`;
        expect((await press(id)).ok, what).toBe(may);
        expect((await row(id)).status, what).toBe(may ? to : status);
      }
      const id = await inStatus(status);
      const saved = await saveAnnouncement(owner, id, { base: {}, mine: {}, choices: {} });
      expect(saved.ok, `change in ${status}`).toBe(["draft", "returned"].includes(status));
    }
  });

  it("is sent or withdrawn, not both, by two who press at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await newSent(owner, exporterId);
      await answer(id, "returned");
      const { version } = await row(id);
      const [sent, withdrawn] = await Promise.all([
        sendAnnouncement(owner, id, version),
        withdrawAnnouncement(owner, id),
      ]);
      // Withdrawing after it was sent is fine; sending after it was withdrawn is not.
      expect(withdrawn.ok).toBe(true);
      expect((await row(id)).status).toBe("withdrawn");
      expect((await kinds(id)).filter((kind) => kind === "import.sent").length).toBe(
        sent.ok ? 2 : 1,
      );
    }
  });

  it("warns of its own profile's certificates only", async () => {
    const other = await newExporter();
    const facts = announced();
    await newImportCertificate({ exporterId: other.exporterId, number: facts.number ?? "" });
    await newSent(other.owner, other.exporterId, facts);
    const id = await newAnnounced(owner, exporterId, facts);
    const warnings = async () =>
      (await findAnnouncement(owner, id))?.warnings.map(({ kind }) => kind);
    expect(await warnings()).toEqual([]);
    const twin = await newAnnounced(owner, exporterId, {
      ...facts,
      number: facts.number?.replace(" ", "-"),
    } as typeof facts);
    expect(await warnings()).toEqual(["announcedTwice"]);
    await withdrawAnnouncement(owner, twin);
    expect(await warnings()).toEqual([]);
  });
});
