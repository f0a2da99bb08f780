import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findApplication } from "@/lib/applications/queries/find";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { register } from "@/lib/imports/commands/register";
import { storage } from "@/lib/storage/stores";
import { newDraft, pdf, submit, versionOf } from "@/tests/factories/applications";
import { another, cameIn } from "@/tests/factories/documents";
import {
  goodPaper,
  newAnnouncement,
  newAnnouncementDraft,
  newImportCertificate,
} from "@/tests/factories/imports";
import { started } from "@/tests/factories/messages";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { addDocument, removeDocument, roomForDocument } from "./commands";
import { DAILY_MAX_BYTES, DOCUMENT_MAX_BYTES, DOCUMENTS_PER_SECTION } from "./limits";
import type { Matter } from "./open-matter";
import { openDocument } from "./queries";

afterEach(() => vi.restoreAllMocks());

async function draft() {
  const { exporterId, owner } = await newExporter();
  const id = await newDraft(owner, exporterId, {}, []);
  return { owner, id, matter: { applicationId: id } };
}

/** Somebody who may add to it, and nobody else, for each kind of matter. */
const matters: [string, () => Promise<{ viewer: Viewer; matter: Matter }>][] = [
  [
    "an application",
    async () => {
      const { owner, matter } = await draft();
      return { viewer: owner, matter };
    },
  ],
  [
    "an announced import",
    async () => {
      const { exporterId, owner } = await newExporter();
      const createdById = owner.userId;
      const announcementId = await newAnnouncementDraft({ exporterId, createdById });
      return { viewer: owner, matter: { announcementId } };
    },
  ],
  [
    "a registered import",
    async () => {
      const { exporterId } = await newExporter();
      const { id } = await newImportCertificate({ exporterId });
      return { viewer: await newOfficer("reviewer"), matter: { importCertificateId: id } };
    },
  ],
  [
    "a message",
    async () => {
      const { exporterId, owner } = await newExporter();
      const { messageId } = await started(owner, exporterId);
      return { viewer: owner, matter: { messageId } };
    },
  ],
  [
    "a message of the office",
    async () => {
      const viewer = await newOfficer("signatory");
      const { messageId } = await started(viewer, (await newExporter()).exporterId);
      return { viewer, matter: { messageId } };
    },
  ],
];

const files = () =>
  readdirSync(env().STORAGE_DIR, { recursive: true, withFileTypes: true }).filter((f) =>
    f.isFile(),
  );
const standing = (matter: Matter) =>
  db().document.findMany({ where: { ...matter, removedAt: null } });

describe.each(matters)("documents of %s", (_, newMatter) => {
  it("keeps the bytes, their fingerprint and a clean name, and gives them back", async () => {
    const { viewer, matter } = await newMatter();
    const upload = await cameIn("C:\\x\\a\u202Eb.pdf", pdf);
    const added = await addDocument(viewer, matter, "invoice", upload);
    expect(added).toMatchObject({ ok: true });
    expect(existsSync(upload.path)).toBe(false);
    const [document] = await standing(matter);
    expect(document).toMatchObject({
      name: "ab.pdf",
      mediaType: "application/pdf",
      size: pdf.length,
      sha256: upload.sha256,
      uploadedById: viewer.userId,
    });
    const opened = await openDocument(viewer, document?.id ?? "");
    expect(new Uint8Array(await new Response(opened?.stream).arrayBuffer())).toEqual(pdf);
    const events = await db().event.findMany({
      where: { data: { path: ["documentId"], equals: document?.id ?? "" } },
      orderBy: { id: "asc" },
    });
    expect(events).toMatchObject([
      { kind: "document.added", actorId: viewer.userId, data: { documentKind: "invoice" } },
      { kind: "document.read", data: { documentId: document?.id } },
    ]);
  });

  it("takes ten files, also of fourteen that come at once, and leaves no bytes of the others", async () => {
    const { viewer, matter } = await newMatter();
    const before = files().length;
    const outcomes = await Promise.all(
      Array.from({ length: 14 }, async (_, n) =>
        addDocument(viewer, matter, "other", await cameIn("scan.pdf", another(pdf, n))),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(DOCUMENTS_PER_SECTION);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 4 }, () => ({ ok: false, error: "tooMany" })),
    );
    expect(files()).toHaveLength(before + DOCUMENTS_PER_SECTION);
    expect(await roomForDocument(viewer, matter)).toEqual({ ok: false, error: "tooMany" });
    const stand = await standing(matter);
    // Each is known by its name.
    expect(new Set(stand.map(({ name }) => name)).size).toBe(DOCUMENTS_PER_SECTION);
    expect(stand.map(({ name }) => name)).toContain("scan (10).pdf");
    expect((await removeDocument(viewer, matter, stand[0]?.id ?? "")).ok).toBe(true);
    const eleventh = await cameIn("scan.pdf", another(pdf, 99));
    expect((await addDocument(viewer, matter, "other", eleventh)).ok).toBe(true);
  });

  it("notices the same file, whatever it is called, and takes it as another kind or once it is gone", async () => {
    const { viewer, matter } = await newMatter();
    const add = async (kind: "invoice" | "other", name: string) =>
      addDocument(viewer, matter, kind, await cameIn(name, pdf));
    const twice = await Promise.all([add("invoice", "one.pdf"), add("invoice", "two.pdf")]);
    const [kept] = await standing(matter);
    expect(twice.filter(({ ok }) => !ok)).toEqual([
      { ok: false, error: "duplicate", under: kept?.name },
    ]);
    const before = files().length;
    expect(await add("invoice", "three.pdf")).toMatchObject({ error: "duplicate" });
    expect(files()).toHaveLength(before);
    expect(await add("other", "three.pdf")).toMatchObject({ ok: true });
    expect(await removeDocument(viewer, matter, kept?.id ?? "")).toMatchObject({ ok: true });
    expect(await add("invoice", "three.pdf")).toMatchObject({ ok: true });
    expect((await standing(matter)).map(({ name }) => name)).toEqual([
      "three.pdf",
      "three (2).pdf",
    ]);
  });

  it("says so where the store is away, and nothing is half there", async () => {
    const { viewer, matter } = await newMatter();
    const before = files().length;
    vi.spyOn(storage(), "put").mockRejectedValue(new Error("the store did not answer in time"));
    const upload = await cameIn("invoice.pdf", pdf);
    expect(await addDocument(viewer, matter, "invoice", upload)).toEqual({
      ok: false,
      error: "failed",
    });
    expect(files()).toHaveLength(before);
    expect(await standing(matter)).toEqual([]);
  });
});

describe("attaching", () => {
  it.each([
    ["empty", "invoice.pdf", new Uint8Array()],
    ["tooLarge", "invoice.pdf", new Uint8Array(DOCUMENT_MAX_BYTES + 1)],
    ["typeNotAllowed", "page.html", pdf],
    ["typeNotAllowed", ".pdf", pdf],
    ["contentDiffers", "photo.jpg", pdf],
    ["contentDiffers", "invoice.pdf", new Uint8Array([0x4d, 0x5a, 0, 1, 2, 3])],
  ])("refuses what is %s (%s) and keeps nothing of it", async (problem, name, bytes) => {
    const { owner, id, matter } = await draft();
    const before = files().length;
    expect(await addDocument(owner, matter, "invoice", await cameIn(name, bytes))).toEqual({
      ok: false,
      error: problem,
    });
    expect(files()).toHaveLength(before);
    expect(await findApplication(owner, id)).toMatchObject({ documents: [], version: 1 });
  });

  it("makes the application another version, so that who has it open is told", async () => {
    const { owner, id, matter } = await draft();
    await addDocument(owner, matter, "invoice", await cameIn("a.pdf", pdf));
    expect(await versionOf(id)).toBe(2);
    const [document] = await standing(matter);
    await removeDocument(owner, matter, document?.id ?? "");
    expect(await versionOf(id)).toBe(3);
  });
});

describe("who may not any more", () => {
  const locked = { ok: false, error: "locked" };
  const notFound = { ok: false, error: "notFound" };

  it("adds nothing to what was sent, and removes nothing of it", async () => {
    const { exporterId, owner } = await newExporter();
    const announcementId = await newAnnouncementDraft({ exporterId, createdById: owner.userId });
    const matter = { announcementId };
    await addDocument(owner, matter, "import_certificate", await cameIn("scan.pdf", pdf));
    const [document] = await standing(matter);
    await db().importAnnouncement.update({
      where: { id: announcementId },
      data: {
        status: "sent",
        sentAt: new Date(),
        issuer: "BW",
        number: "BW1",
        importedOn: new Date("2026-08-20"),
      },
    });
    const more = await cameIn("b.pdf", another(pdf, 1));
    expect(await addDocument(owner, matter, "other", more)).toEqual(locked);
    expect(await removeDocument(owner, matter, document?.id ?? "")).toEqual(locked);
    expect(await roomForDocument(owner, matter)).toEqual(locked);
  });

  it("is an officer of the profile, or one who reviews nothing", async () => {
    const { exporterId } = await newExporter();
    const { id } = await newImportCertificate({ exporterId });
    const member = await newOfficer("reviewer");
    await db().mandate.create({
      data: { exporterId, userId: member.userId, kind: "representative", acceptedAt: new Date() },
    });
    for (const officer of [member, await newOfficer("signatory", "administrator")]) {
      const scan = await cameIn("scan.pdf", pdf);
      const matter = { importCertificateId: id };
      expect(await addDocument(officer, matter, "import_certificate", scan)).toEqual(notFound);
      expect(existsSync(scan.path)).toBe(false);
    }
  });
});

describe("removing", () => {
  it("leaves on a registered certificate the scan it was registered from, and takes off what the office added", async () => {
    const { exporterId, owner } = await newExporter();
    const reviewer = await newOfficer("reviewer");
    const announced = await newAnnouncement({ exporterId, by: owner.userId, scanned: true });
    const of = { announcementId: announced.id, version: 1 };
    const registered = await register(reviewer, of, goodPaper(), randomUUID());
    if (!registered.ok) throw new Error(registered.error);
    const matter = registered.value;
    const added = await addDocument(reviewer, matter, "other", await cameIn("back.pdf", pdf));
    if (!added.ok) throw new Error(added.error);
    const stand = () => db().document.findMany({ where: { ...matter, removedAt: null } });
    const [scan] = (await stand()).filter(({ announcementId }) => announcementId !== null);
    expect(await removeDocument(reviewer, matter, scan?.id ?? "")).toEqual({
      ok: false,
      error: "notFound",
    });
    expect(await removeDocument(reviewer, matter, added.value.documentId)).toMatchObject({
      ok: true,
    });
    expect((await stand()).map(({ id }) => id)).toEqual([scan?.id]);
  });

  it("takes a document off a draft for good", async () => {
    const { owner, matter } = await draft();
    const added = await addDocument(owner, matter, "invoice", await cameIn("a.pdf", pdf));
    const documentId = added.ok ? added.value.documentId : "";
    expect(await removeDocument(owner, matter, documentId)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await removeDocument(owner, matter, documentId)).toEqual({
      ok: false,
      error: "notFound",
    });
    expect(await removeDocument(owner, matter, randomUUID())).toEqual({
      ok: false,
      error: "notFound",
    });
    expect(await openDocument(owner, documentId)).toBeNull();
  });

  it("leaves what was submitted readable", async () => {
    const { exporterId, owner } = await newExporter();
    const id = await newDraft(owner, exporterId);
    const officer = await newOfficer("reviewer");
    const [document] = (await findApplication(owner, id))?.documents ?? [];
    const documentId = document?.id ?? "";
    expect(await openDocument(officer, documentId)).toBeNull();
    expect((await submit(owner, id)).ok).toBe(true);
    // As when it is removed while the application is returned.
    await db().document.update({ where: { id: documentId }, data: { removedAt: new Date() } });
    expect(await openDocument(officer, documentId)).toMatchObject({ name: "invoice.pdf" });
    expect(await openDocument(owner, documentId)).toMatchObject({ size: pdf.length });
  });
});

it("takes no more of a person than two gigabytes a day, removed files included", async () => {
  const { owner, matter } = await draft();
  const before = (size: number, hoursAgo: number) =>
    db().document.create({
      data: {
        ...matter,
        kind: "other",
        name: "scan.pdf",
        mediaType: "application/pdf",
        size,
        sha256: "0".repeat(64),
        store: "local",
        key: randomUUID(),
        uploadedById: owner.userId,
        uploadedAt: new Date(Date.now() - hoursAgo * 3_600_000),
        removedAt: new Date(),
      },
    });
  await before(2_000_000_000, 25);
  await before(2_000_000_000, 23);
  expect(await roomForDocument(owner, matter)).toEqual({ ok: true });
  await before(DAILY_MAX_BYTES - 2_000_000_000, 1);
  expect(await roomForDocument(owner, matter)).toEqual({ ok: false, error: "tooMuchToday" });
});
