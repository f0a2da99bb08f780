import { openReceipt } from "@/lib/applications/queries/receipts";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import {
  findCertificate,
  findCredential,
  openCertificateDocument,
} from "@/lib/certificates/queries";
import { openPrint } from "@/lib/certificates/queries/find-printers";
import { addDocument, removeDocument, roomForDocument } from "@/lib/documents/commands";
import { findDocument, openDocument, openPage } from "@/lib/documents/queries";
import { createExporter } from "@/lib/exporters/commands/create";
import { removeFromBook } from "@/lib/exporters/commands/remove-from-book";
import { saveExporter } from "@/lib/exporters/commands/save";
import { findBookEntry, listBook } from "@/lib/exporters/queries/book";
import { findExporter } from "@/lib/exporters/queries/find";
import { listImportBalances } from "@/lib/imports/queries/balances";
import { confirmImport } from "@/lib/imports/commands/confirm";
import { findConfirmations, openConfirmation } from "@/lib/imports/queries/confirmations";
import { openNotice, openRejection } from "@/lib/reviews/queries/letters";
import { pdf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { profile } from "@/tests/factories/profile";
import { about, asExporter, asOfficer, type Attempt } from "./attempt";

const closed = async <T extends { stream: ReadableStream } | null>(opened: T): Promise<T> => {
  await opened?.stream.cancel();
  return opened;
};

/** Profiles, import certificates, documents and certificates. */
export const papers = {
  "exporters/commands/create.ts createExporter": asExporter((viewer, { creationToken }) =>
    createExporter(viewer, profile(), creationToken),
  ),
  "exporters/commands/save.ts saveExporter": (viewer, { exporterId, businessNumber, version }) =>
    saveExporter(viewer, exporterId, profile({ businessNumber }), version),
  "exporters/queries/find.ts findExporter": (viewer, { exporterId }) =>
    findExporter(viewer, exporterId),
  "exporters/queries/book.ts listBook": async (viewer, { exporterId, bookEntryId }) =>
    about(await listBook(viewer, exporterId), ({ id }) => id === bookEntryId),
  "exporters/queries/book.ts findBookEntry": (viewer, { applicationId, bookEntryId }) =>
    findBookEntry(viewer, applicationId, bookEntryId),
  "exporters/commands/remove-from-book.ts removeFromBook": (viewer, { exporterId, bookEntryId }) =>
    removeFromBook(viewer, exporterId, bookEntryId),
  "imports/queries/balances.ts listImportBalances": async (
    viewer,
    { exporterId, importCertificateId },
  ) => about(await listImportBalances(viewer, exporterId), ({ id }) => id === importCertificateId),
  "imports/commands/confirm.ts confirmImport": asOfficer((viewer, { importCertificateId }) =>
    confirmImport(
      viewer,
      importCertificateId,
      {
        authority: "Department of Mines",
        recipient: "kp@mines.example",
        parcels: 1,
        shipper: "Karoo Rough (Pty) Ltd",
      },
      0,
    ),
  ),
  "imports/queries/confirmations.ts findConfirmations": asOfficer(
    (viewer, { importCertificateId }) => findConfirmations(viewer, importCertificateId),
  ),
  "imports/queries/confirmations.ts openConfirmation": asOfficer(
    async (viewer, { confirmationId }) =>
      closed(await openConfirmation(viewer, confirmationId, "pdf")),
  ),
  "documents/commands.ts addDocument": async (viewer, { matter }) =>
    addDocument(viewer, matter, "other", await cameIn("a.pdf", pdf)),
  "documents/commands.ts roomForDocument": (viewer, { matter }) => roomForDocument(viewer, matter),
  "documents/commands.ts removeDocument": (viewer, { matter, documentId }) =>
    removeDocument(viewer, matter, documentId),
  "documents/queries.ts openDocument": async (viewer, { documentId }) =>
    closed(await openDocument(viewer, documentId)),
  "documents/queries.ts openPage": asOfficer((viewer, { documentId }) =>
    openPage(viewer, documentId, { page: 1, size: "fit", turns: 0 }),
  ),
  "documents/queries.ts findDocument": asOfficer((viewer, { documentId }) =>
    findDocument(viewer, documentId),
  ),
  "applications/queries/receipts.ts openReceipt": async (viewer, { applicationId }) =>
    closed(await openReceipt(viewer, applicationId, 1, "en")),
  "reviews/queries/letters.ts openNotice": async (viewer, { applicationId }) =>
    closed(await openNotice(viewer, applicationId, 1, "en")),
  "reviews/queries/letters.ts openRejection": async (viewer, { applicationId }) =>
    closed(await openRejection(viewer, applicationId, "en")),
  "certificates/commands/issue.ts issueCertificate": asOfficer((viewer, { applicationId }) =>
    issueCertificate(viewer, applicationId),
  ),
  "certificates/queries.ts findCertificate": (viewer, { certificateId }) =>
    findCertificate(viewer, certificateId),
  "certificates/queries.ts findCredential": (viewer, { certificateId }) =>
    findCredential(viewer, certificateId),
  "certificates/queries.ts openCertificateDocument": async (viewer, { certificateId }) =>
    closed(await openCertificateDocument(viewer, certificateId)),
  "certificates/queries/find-printers.ts openPrint": async (viewer, { printId }) =>
    closed(await openPrint(viewer, printId)),
} satisfies Record<string, Attempt>;
