import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findApplication } from "@/lib/applications/queries/find";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { newDraft, pdf, submit } from "@/tests/factories/applications";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { addDocument, removeDocument, type Upload } from "./commands";
import { DOCUMENT_MAX_BYTES, DOCUMENTS_PER_SECTION } from "./limits";
import { openDocument } from "./queries";

async function draft() {
  const { exporterId, owner } = await newExporter();
  return { owner, id: await newDraft(owner, exporterId, {}, []) };
}

const file = (changes: Partial<Upload> = {}): Upload => ({
  name: "invoice.pdf",
  size: pdf.length,
  content: pdf,
  ...changes,
});

const storedFiles = () =>
  readdirSync(env().STORAGE_DIR, { recursive: true, withFileTypes: true }).filter((f) =>
    f.isFile(),
  );

describe("attaching", () => {
  it("keeps the bytes, their fingerprint and a clean name, and gives them back", async () => {
    const { owner, id } = await draft();
    const halves = async function* () {
      yield pdf.subarray(0, 9);
      yield pdf.subarray(9);
      await Promise.resolve();
    };
    const added = await addDocument(
      owner,
      id,
      "invoice",
      file({ name: "C:\\x\\a\u202Eb.pdf", content: halves() }),
    );
    expect(added).toMatchObject({ ok: true, value: { version: 2 } });
    const [document] = (await findApplication(owner, id))?.documents ?? [];
    expect(document).toMatchObject({
      name: "ab.pdf",
      mediaType: "application/pdf",
      size: pdf.length,
    });
    const opened = await openDocument(owner, document?.id ?? "");
    expect(new Uint8Array(await new Response(opened?.stream).arrayBuffer())).toEqual(pdf);
    const read = await db().event.findMany({ where: { applicationId: id, kind: "document.read" } });
    expect(read).toMatchObject([{ actorId: owner.userId, data: { documentId: document?.id } }]);
  });

  it.each([
    ["empty", file({ size: 0, content: new Uint8Array() })],
    ["tooLarge", file({ size: DOCUMENT_MAX_BYTES + 1 })],
    ["tooLarge", file({ size: 10, content: new Uint8Array(DOCUMENT_MAX_BYTES + 1) })],
    ["typeNotAllowed", file({ name: "page.html" })],
    ["contentDiffers", file({ name: "photo.jpg" })],
    ["contentDiffers", file({ content: new Uint8Array([0x4d, 0x5a, 0, 1, 2, 3]) })],
  ])("refuses what is %s and keeps nothing of it", async (problem, upload) => {
    const { owner, id } = await draft();
    const before = storedFiles().length;
    expect(await addDocument(owner, id, "invoice", upload)).toEqual({ ok: false, error: problem });
    expect(storedFiles()).toHaveLength(before);
    expect(await findApplication(owner, id)).toMatchObject({ documents: [], version: 1 });
  });

  it("stops reading a stream at the limit, whatever size was declared", async () => {
    const { owner, id } = await draft();
    let sent = 0;
    const endless = async function* () {
      for (;;) {
        sent += 1 << 20;
        yield new Uint8Array(1 << 20);
        await Promise.resolve();
      }
    };
    const refused = await addDocument(owner, id, "invoice", file({ size: 10, content: endless() }));
    expect(refused).toEqual({ ok: false, error: "tooLarge" });
    expect(sent).toBeLessThanOrEqual(DOCUMENT_MAX_BYTES + (1 << 20));
  });

  it("takes ten files, also of twenty that come at once, and leaves no bytes of the others", async () => {
    const { owner, id } = await draft();
    const before = storedFiles().length;
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => addDocument(owner, id, "other", file())),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(DOCUMENTS_PER_SECTION);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 10 }, () => ({ ok: false, error: "tooMany" })),
    );
    expect(storedFiles()).toHaveLength(before + DOCUMENTS_PER_SECTION);
    const [document] = (await findApplication(owner, id))?.documents ?? [];
    expect((await removeDocument(owner, id, document?.id ?? "")).ok).toBe(true);
    expect((await addDocument(owner, id, "other", file())).ok).toBe(true);
  });
});

describe("removing", () => {
  it("takes a document off a draft for good", async () => {
    const { owner, id } = await draft();
    const added = await addDocument(owner, id, "invoice", file());
    const documentId = added.ok ? added.value.documentId : "";
    expect(await removeDocument(owner, id, documentId)).toEqual({
      ok: true,
      value: { version: 3 },
    });
    expect(await removeDocument(owner, id, documentId)).toEqual({ ok: false, error: "notFound" });
    expect(await removeDocument(owner, id, randomUUID())).toEqual({ ok: false, error: "notFound" });
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
