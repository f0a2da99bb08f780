import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { openDocument } from "@/lib/documents/queries";
import { env } from "@/lib/env";
import { renderCertificate } from "@/lib/jobs/render-certificate";
import { renderReceipts } from "@/lib/jobs/render-receipts";
import { sweepStorage } from "@/lib/jobs/sweep-storage";
import { incomingFolder, incomingPath } from "@/lib/storage/incoming";
import { StoredFileMissing } from "@/lib/storage/storage";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage, storeNamed } from "@/lib/storage/stores";
import { newDraft, newSubmitted, submit } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { portalProcess } from "@/tests/stand-ins/portal-process";
import { s3Environment, s3StandIn, type S3StandIn } from "@/tests/stand-ins/s3";
import { uploadThingStandIn, type UploadThingStandIn } from "@/tests/stand-ins/uploadthing";

let bucket: S3StandIn;
let cloud: UploadThingStandIn;

// New files go to the local store; both others hold files of earlier times.
beforeAll(async () => {
  bucket = await s3StandIn();
  cloud = await uploadThingStandIn();
  const s3 = s3Environment(bucket.settings);
  const uploadThing = { UPLOADTHING_TOKEN: cloud.token, ...cloud.environment };
  Object.assign(process.env, s3, uploadThing, { STORAGE: "local" });
});
afterAll(() => Promise.all([bucket.close(), cloud.close()]));
afterEach(() => {
  setClock(null);
  bucket.fault = null;
});

const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);
const pathOf = (key: string) => join(env().STORAGE_DIR, key.slice(0, 2), key);

/** As if that much time had gone by since the file was put. */
const age = (path: string, days: number) => utimes(path, daysAgo(days), daysAgo(days));

async function orphan(days = 2) {
  const { key } = await storeBytes(storage(), randomBytes(100), "text/plain");
  await age(pathOf(key), days);
  return key;
}

async function isThere(store: string, key: string): Promise<boolean> {
  try {
    await (await storeNamed(store).read(key)).cancel();
    return true;
  } catch (error) {
    if (error instanceof StoredFileMissing) return false;
    throw error;
  }
}

const documentsOf = async (applicationId: string) =>
  db().document.findMany({ where: { applicationId }, orderBy: { uploadedAt: "asc" } });

/** The row of another file of the same matter. */
function likeThat(document: Awaited<ReturnType<typeof documentsOf>>[number] | undefined) {
  if (!document) throw new Error("There is no document.");
  return { ...document, id: randomUUID() };
}

async function remove(id: string, days: number) {
  // Handed in before it was taken off.
  await db().document.update({ where: { id }, data: { removedAt: daysAgo(days) } });
}

describe("documents that were taken off", () => {
  it("lose their bytes after 35 days, and their rows say so", async () => {
    const { exporterId, owner } = await newExporter();
    const kinds = ["invoice", "import_certificate", "other"] as const;
    const documents = await documentsOf(await newDraft(owner, exporterId, {}, kinds));
    const [long, recently, kept] = documents;
    if (!long || !recently || !kept) throw new Error("three documents");
    await remove(long.id, 35.1);
    await remove(recently.id, 34.9);
    await sweepStorage();
    await sweepStorage();
    expect(await isThere("local", long.key)).toBe(false);
    expect(await isThere("local", recently.key)).toBe(true);
    expect(await isThere("local", kept.key)).toBe(true);
    const rows = await documentsOf(long.applicationId ?? "");
    expect(rows.map(({ bytesRemovedAt }) => bytesRemovedAt !== null)).toEqual([true, false, false]);
    expect(await openDocument(owner, long.id)).toBeNull();
  });

  it("keep them for ever where a submission shows them", async () => {
    const { exporterId, owner } = await newExporter();
    const id = await newDraft(owner, exporterId);
    setClock(daysAgo(-1));
    expect((await submit(owner, id)).ok).toBe(true);
    const [shown, after] = await documentsOf(id);
    if (!shown || !after) throw new Error("two documents");
    // One was taken off after the submission, the other before it.
    const data = { removedAt: daysAgo(-2) };
    await db().document.update({ where: { id: shown.id }, data });
    await db().document.update({ where: { id: after.id }, data: { removedAt: daysAgo(-0.5) } });
    setClock(daysAgo(-60));
    for (const { key } of [shown, after]) await age(pathOf(key), -59.5);
    await sweepStorage();
    expect(await isThere("local", shown.key)).toBe(true);
    expect(await openDocument(owner, shown.id)).not.toBeNull();
    expect(await isThere("local", after.key)).toBe(false);
    expect(await openDocument(owner, after.id)).toBeNull();
  });

  it("are looked for again when their store failed", async () => {
    const { exporterId, owner } = await newExporter();
    const [document] = await documentsOf(await newDraft(owner, exporterId, {}, ["invoice"]));
    const bytes = await storeBytes(storeNamed("s3"), randomBytes(10), "text/plain");
    const { id } = await db().document.create({
      data: { ...likeThat(document), ...bytes, removedAt: daysAgo(40) },
    });
    const elsewhere = await orphan();
    bucket.fault = "fails";
    await expect(sweepStorage()).rejects.toThrow("s3 answered 500");
    const find = () => db().document.findUniqueOrThrow({ where: { id } });
    expect((await find()).bytesRemovedAt).toBeNull();
    // What is wrong with one store is no reason to leave the others.
    expect(await isThere("local", elsewhere)).toBe(false);
    bucket.fault = null;
    await sweepStorage();
    expect((await find()).bytesRemovedAt).not.toBeNull();
    expect(await isThere("s3", bytes.key)).toBe(false);
  });
});

describe("files that no row names", () => {
  it("go after a day, from every store, and those that some row names never do", async () => {
    const { exporterId, owner } = await newExporter();
    const applicationId = await newSubmitted(owner, exporterId);
    const { certificateId } = await issueSubmitted(applicationId);
    await renderCertificate(certificateId);
    const submission = await db().submission.findFirstOrThrow({ where: { applicationId } });
    await renderReceipts(submission.id);
    const { id: importCertificateId } = await newImportCertificate({ exporterId });
    const { userId: confirmedById } = await newOfficer("reviewer");
    const letter = await storeBytes(storage(), randomBytes(10), "application/pdf");
    await db().importConfirmation.create({
      data: {
        importCertificateId,
        facts: {},
        authority: "Ministry of Mines",
        recipient: "mines@example.bw",
        confirmedById,
        document: { create: letter },
      },
    });
    const named = [
      letter,
      ...(await db().document.findMany({ where: { bytesRemovedAt: null } })),
      ...(await db().certificateDocument.findMany()),
      ...(await db().submissionReceipt.findMany()),
    ].filter(({ store }) => store === "local");
    expect(named.length).toBeGreaterThanOrEqual(6);
    for (const { key } of named) await age(pathOf(key), 400);

    const [old, young] = [await orphan(1.1), await orphan(0.9)];
    const [far, near] = [
      await storeBytes(storeNamed("uploadthing"), randomBytes(10), "text/plain"),
      await storeBytes(storeNamed("s3"), randomBytes(10), "text/plain"),
    ];
    for (const file of cloud.files.values()) file.uploadedAt = daysAgo(2).getTime();
    for (const object of bucket.objects.values()) object.modified = daysAgo(2);
    await sweepStorage();
    expect(await isThere("local", old)).toBe(false);
    expect(await isThere("local", young)).toBe(true);
    expect(await isThere(far.store, far.key)).toBe(false);
    expect(await isThere(near.store, near.key)).toBe(false);
    for (const { store, key } of named) expect(await isThere(store, key)).toBe(true);
  }, 60_000);

  it("are found however many there are, a batch at a time", async () => {
    const { exporterId, owner } = await newExporter();
    const [document] = await documentsOf(await newDraft(owner, exporterId, {}, ["invoice"]));
    const keys = Array.from({ length: 1200 }, () => randomBytes(20).toString("hex"));
    for (const key of keys) {
      await mkdir(join(env().STORAGE_DIR, key.slice(0, 2)), { recursive: true });
      await writeFile(pathOf(key), "x");
      await age(pathOf(key), 2);
    }
    const named = keys.filter((_, index) => index % 3 > 0);
    await db().document.createMany({
      data: named.map((key) => ({ ...likeThat(document), key })),
    });
    await sweepStorage();
    expect(keys.filter((key) => existsSync(pathOf(key)))).toEqual(named);
  }, 60_000);

  it("stay where the database knows less than half: it is not that store's", async () => {
    for (const [name, object] of Array.from(
      { length: 30 },
      () =>
        [
          `documents/${randomBytes(20).toString("hex")}`,
          { bytes: Buffer.from("x"), modified: daysAgo(2), mediaType: "" },
        ] as const,
    ))
      bucket.objects.set(name, object);
    const count = bucket.objects.size;
    await expect(sweepStorage()).rejects.toThrow(/less than half .* "s3"/);
    expect(bucket.objects.size).toBe(count);
    bucket.objects.clear();
  });
});

describe("a process that is killed", () => {
  it("in the middle of an upload leaves what goes after a day", async () => {
    const portal = await portalProcess("upload");
    await portal.kill();
    expect((await stat(portal.said)).size).toBe(1000);
    const current = await incomingPath();
    await writeFile(current, "still coming");
    await age(portal.said, 0.9);
    await sweepStorage();
    expect(existsSync(portal.said)).toBe(true);
    await age(portal.said, 1.1);
    await sweepStorage();
    expect(await readdir(incomingFolder())).toEqual([basename(current)]);
  });

  it("between a file and its row leaves what goes after a day", async () => {
    const portal = await portalProcess("put");
    await portal.kill();
    expect(await isThere("local", portal.said)).toBe(true);
    await sweepStorage();
    expect(await isThere("local", portal.said)).toBe(true);
    await age(pathOf(portal.said), 1.1);
    await sweepStorage();
    expect(await isThere("local", portal.said)).toBe(false);
  });
});
