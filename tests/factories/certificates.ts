import { randomInt } from "node:crypto";
import type { Answers } from "@/lib/applications/answers";
import { linkToken } from "@/lib/auth/link-token";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { askToConfirm } from "@/lib/certificates/commands/ask-to-confirm";
import { dispatch } from "@/lib/certificates/commands/dispatch";
import { notePrint } from "@/lib/certificates/commands/print";
import { setPrinter } from "@/lib/certificates/commands/printers";
import { receiveSheets } from "@/lib/certificates/commands/sheets";
import { certificateRecord } from "@/lib/certificates/record/record";
import type { ConfirmedImport } from "@/lib/certificates/receipt/schema";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { newSubmitted, pdf } from "./applications";
import { cameIn } from "./documents";
import { issueSubmitted } from "./office";
import { newOfficer } from "./people";

function must(outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

/** A certificate that was issued just now, with its PDF. */
export async function newCertificate(
  owner: ExporterViewer,
  exporterId: string,
  answers?: Answers,
): Promise<{ certificateId: string; applicationId: string; number: string }> {
  const applicationId = await newSubmitted(owner, exporterId, answers);
  const { certificateId, number } = await issueSubmitted(applicationId);
  await rendered(certificateId);
  return { certificateId, applicationId, number };
}

/** As the worker leaves it: the PDF is stored. */
export async function rendered(certificateId: string): Promise<void> {
  const file = { store: "local", key: certificateId, size: 1, sha256: "0".repeat(64) };
  await db().certificateDocument.create({ data: { certificateId, ...file } });
}

/** The number of a blank sheet in stock that no other test uses. */
export async function newSheet(): Promise<number> {
  const number = randomInt(1, 99_999_999);
  must(await receiveSheets(await newOfficer("reviewer"), { first: number, last: number }));
  return number;
}

/** A printer of pre-printed sheets that no other test uses, as it is set. */
export async function newPrinter(viewer: OfficerViewer): Promise<string> {
  const name = `Printer ${randomInt(1, 99_999_999)}`;
  must(await setPrinter(viewer, { name, right: 15, down: -5 }));
  return (await db().printer.findFirstOrThrow({ where: { name } })).id;
}

/** Prints a certificate on a sheet of its own. */
export async function printed(viewer: OfficerViewer, certificateId: string): Promise<number> {
  const sheet = await newSheet();
  must(await notePrint(viewer, certificateId, { sheet }));
  return sheet;
}

/** Prints a certificate and sends it. */
export async function sent(viewer: OfficerViewer, certificateId: string): Promise<void> {
  await printed(viewer, certificateId);
  must(await dispatch(viewer, certificateId, { on: todayInOttawa(), carrier: "Purolator" }));
}

/** The export report as customs stamped it. */
export async function stampedCopy(viewer: ExporterViewer, certificateId: string): Promise<string> {
  const upload = await cameIn("export-report.pdf", pdf);
  const added = await addDocument(viewer, { certificateId }, "other", upload);
  if (!added.ok) throw new Error(added.error);
  return added.value.documentId;
}

/** The token of a link that an officer has sent to the importing authority. */
export async function askedToConfirm(
  viewer: OfficerViewer,
  certificateId: string,
  recipient = "kp@example.ae",
): Promise<string> {
  must(await askToConfirm(viewer, certificateId, { authority: "Diamond Office", recipient }));
  const link = await db().confirmationLink.findFirstOrThrow({
    where: { certificateId },
    orderBy: { place: "desc" },
  });
  return linkToken(link.id);
}

/** What an importing authority says that finds everything as the certificate has it. */
export async function asCertified(certificateId: string): Promise<ConfirmedImport> {
  const found = await db().certificate.findUniqueOrThrow({ where: { id: certificateId } });
  const { lines, totals, parcels } = certificateRecord.parse(found.record);
  return {
    code: found.checkCode,
    receivedOn: todayInOttawa(),
    parcels,
    ...totals,
    subheadings: lines.map(({ hs }) => hs).sort(),
    seals: true,
    remarks: null,
    name: "Amina Haddad",
    role: "Head of customs",
  };
}
