import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { addDocument, removeDocument } from "@/lib/documents/commands";
import { openDocument } from "@/lib/documents/queries";
import { register } from "@/lib/imports/commands/register";
import { findRegistered } from "@/lib/imports/queries/find-registered";
import { findSentScan } from "@/lib/imports/queries/find-sent-scan";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { findThread } from "@/lib/messages/queries/find-thread";
import { pdf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { goodPaper } from "@/tests/factories/imports";
import { started } from "@/tests/factories/messages";
import { newExporter, newOfficer } from "@/tests/factories/people";

/* A scan that came with a message becomes the scan of an import certificate. */

let owner: ExporterViewer;
let exporterId: string;
let nora: OfficerViewer;

beforeEach(async () => {
  ({ owner, exporterId } = await newExporter());
  nora = await newOfficer("reviewer");
});

async function scanSent({ send = true } = {}) {
  const { threadId, messageId } = await started(owner, exporterId, { text: "Here it is." });
  const added = await addDocument(
    owner,
    { messageId },
    "import_certificate",
    await cameIn("certificate.pdf", pdf),
  );
  if (!added.ok) throw new Error(added.error);
  if (send)
    expect(await sendMessage(owner, threadId, { messageId, text: "Here." })).toMatchObject({
      ok: true,
    });
  return { threadId, messageId, documentId: added.value.documentId };
}
const refused = (error: string) => ({ ok: false, error });

describe("a certificate is registered of a scan that came with a message", () => {
  it("with its profile, its account and its scan, and the exporter is told as always", async () => {
    const { threadId, documentId } = await scanSent();
    expect(await findSentScan(nora, documentId)).toMatchObject({
      mayRegister: true,
      importer: { id: exporterId },
      thread: { id: threadId },
      sentBy: owner.name,
    });
    const paper = goodPaper();
    const token = randomUUID();
    const made = { ok: true, value: { importCertificateId: token } };
    expect(await register(nora, { documentId }, paper, token)).toEqual(made);
    // The same press, sent again.
    expect(await register(nora, { documentId }, paper, token)).toEqual(made);

    const found = await findRegistered(nora, token);
    expect(found).toMatchObject({
      number: paper.number,
      documents: [{ id: documentId, name: "certificate.pdf", mayTakeOff: false }],
    });
    const events = await db().event.findMany({
      where: { importCertificateId: token, kind: "import.registered" },
    });
    expect(events).toMatchObject([{ exporterId, data: { number: paper.number } }]);
    const importCertificate = { id: token, number: paper.number };
    for (const viewer of [nora, owner]) {
      const thread = await findThread(viewer, threadId);
      expect(thread?.messages[0]?.documents).toMatchObject([{ id: documentId, importCertificate }]);
    }
    expect(await openDocument(owner, documentId)).not.toBeNull();
    const off = await removeDocument(nora, { importCertificateId: token }, documentId);
    expect(off).toEqual(refused("notFound"));
  });

  it("once, whoever presses: the other is told the number", async () => {
    const { documentId } = await scanSent();
    const samir = await newOfficer("reviewer");
    const [a, b] = [goodPaper(), goodPaper()];
    const both = await Promise.all([
      register(nora, { documentId }, a, randomUUID()),
      register(samir, { documentId }, b, randomUUID()),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { number } = both[0].ok ? a : b;
    expect(both.find(({ ok }) => !ok)).toEqual({ ...refused("scanRegistered"), by: number });
    expect(await db().importCertificate.count({ where: { exporterId } })).toBe(1);
    expect(await findSentScan(nora, documentId)).toMatchObject({
      mayRegister: false,
      importCertificate: { number },
    });
  });

  it("only by a reviewer who never belonged to the exporter, and only once it is sent", async () => {
    const { documentId } = await scanSent();
    for (const role of ["signatory", "administrator", "auditor"] as const) {
      const viewer = await newOfficer(role);
      const answer = await register(viewer, { documentId }, goodPaper(), randomUUID());
      expect(answer).toEqual(refused("notAllowed"));
      expect(await findSentScan(viewer, documentId)).toMatchObject({ mayRegister: false });
    }
    const own = await newOfficer("reviewer");
    const at = new Date("2026-01-05T15:00:00Z");
    await db().mandate.create({
      data: {
        ...{ exporterId, userId: own.userId, kind: "representative", permissions: ["view"] },
        ...{ acceptedAt: at, endedAt: at },
      },
    });
    expect(await register(own, { documentId }, goodPaper(), randomUUID())).toEqual(
      refused("ownProfile"),
    );
    const kept = await scanSent({ send: false });
    for (const id of [kept.documentId, randomUUID(), "no id"]) {
      expect(await register(nora, { documentId: id }, goodPaper(), randomUUID())).toEqual(
        refused("notFound"),
      );
      expect(await findSentScan(nora, id)).toBeNull();
    }
  });

  it("never from a file that the office sent", async () => {
    const { threadId } = await scanSent();
    const messageId = randomUUID();
    await saveDraft(nora, threadId, { messageId, text: "A form." });
    const added = await addDocument(nora, { messageId }, "other", await cameIn("form.pdf", pdf));
    if (!added.ok) throw new Error(added.error);
    expect(await sendMessage(nora, threadId, { messageId, text: "A form." })).toMatchObject({
      ok: true,
    });
    const { documentId } = added.value;
    expect(await register(nora, { documentId }, goodPaper(), randomUUID())).toEqual(
      refused("notFound"),
    );
  });

  it("leaves nothing behind where the paper is refused", async () => {
    const { documentId } = await scanSent();
    const paper = goodPaper({ provenance: "KE" });
    expect(await register(nora, { documentId }, paper, randomUUID())).toMatchObject(
      refused("stopped"),
    );
    const document = await db().document.findUniqueOrThrow({ where: { id: documentId } });
    expect(document.importCertificateId).toBeNull();
  });
});
