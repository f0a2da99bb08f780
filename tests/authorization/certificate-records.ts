import { proposeInvalidation } from "@/lib/certificates/commands/invalidate";
import { confirmImport } from "@/lib/certificates/commands/confirm-import";
import { recordLoss, stateLoss } from "@/lib/certificates/commands/loss";
import { notePrint } from "@/lib/certificates/commands/print";
import { spoilSheets } from "@/lib/certificates/commands/sheets";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import type { Answers } from "@/lib/applications/answers";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import { inState } from "@/e2e/support/scene";
import { pdf } from "@/tests/factories/applications";
import {
  asCertified,
  askedToConfirm,
  newPrinter,
  newSheet,
  printed,
  sent,
  stampedCopy,
} from "@/tests/factories/certificates";
import { application, sceneOf } from "./application-record";
import type { Side } from "./identities";
import type { Target } from "./records";
import type { World } from "./world";

/** The PDF for a pre-printed sheet; of a confirmed import its receipt, which one it is, and in which form it is asked for. */
export interface PaperIds {
  readonly printId: string;
  readonly receiptId: string;
  readonly place: string;
  readonly form: string;
}

export const papersNamed = (id: string): PaperIds => ({
  printId: id,
  receiptId: id,
  place: "1",
  form: "pdf",
});

const authority = { authority: "Kimberley Process Office", recipient: "kp@example.ae" };

/** A certificate with its PDF, and a sheet to print it on. */
export async function issued(
  world: World,
  side: Side,
  answers?: Answers,
): Promise<Partial<Target> & { certificateId: string; sheet: number }> {
  const id = await inState.recommended(sceneOf(world, side), answers);
  const made = await issueCertificate(world.officers.signatory, id);
  if (!made.ok) throw new Error(made.error);
  const { certificateId } = made.value;
  await world.rendered(certificateId);
  return { ...(await application(id)), certificateId, sheet: await newSheet() };
}

async function proposed(officer: OfficerViewer, world: World, side: Side) {
  const made = await issued(world, side);
  const { certificateId } = made;
  await proposeInvalidation(officer, certificateId, { reason: "Mistaken.", ...authority });
  const { id } = await db().invalidationProposal.findFirstOrThrow({ where: { certificateId } });
  return { ...made, proposalId: id };
}

/** What the column "on" can say of a certificate after its issue. */
export const ofCertificates = {
  issued,
  // Of no exporter.
  "blank sheet": async () => ({ sheet: await newSheet() }),
  async "spoiled sheet"(world: World) {
    const sheet = await newSheet();
    const range = { first: sheet, last: sheet, reason: "Wet." };
    const spoiled = await spoilSheets(world.officers.reviewer, range);
    if (!spoiled.ok) throw new Error(spoiled.error);
    return { sheet };
  },
  // On a pre-printed sheet, with the PDF of its values.
  async "printed values"(world: World, side: Side) {
    const made = await issued(world, side);
    const { reviewer } = world.officers;
    const printer = await newPrinter(reviewer);
    const { certificateId, sheet } = made;
    await notePrint(reviewer, certificateId, { sheet, printer });
    const step = await db().certificateStep.findFirstOrThrow({ where: { certificateId } });
    const stored = await storeBytes(storage(), pdf, "application/pdf");
    const of = { printerId: printer, stepId: step.id };
    const { id } = await db().printFile.create({ data: { ...of, ...stored } });
    return { ...made, printId: id };
  },
  async printed(world: World, side: Side) {
    const made = await issued(world, side);
    await printed(world.officers.reviewer, made.certificateId);
    return made;
  },
  async dispatched(world: World, side: Side) {
    const made = await issued(world, side);
    await sent(world.officers.reviewer, made.certificateId);
    return made;
  },
  // Its page to record a print.
  async "to print"(world: World, side: Side) {
    return { ...(await issued(world, side)), step: "print" };
  },
  // Of which nothing is said yet.
  async exported(world: World, side: Side) {
    const made = await issued(world, side);
    return { ...made, matter: { certificateId: made.certificateId } };
  },
  // With the copy that customs stamped.
  async "to report"(world: World, side: Side) {
    const made = await issued(world, side);
    const documentId = await stampedCopy(world.owners[side], made.certificateId);
    return { ...made, documentId, matter: { certificateId: made.certificateId } };
  },
  async "stated lost"(world: World, side: Side) {
    const made = await issued(world, side);
    const statement = { on: todayInOttawa(), words: "Stolen." };
    await stateLoss(world.owners[side], made.certificateId, statement);
    return made;
  },
  // The importing authority has a link by which it confirms the import.
  async "asked to confirm"(world: World, side: Side) {
    const made = await issued(world, side);
    return { ...made, token: await askedToConfirm(world.officers.reviewer, made.certificateId) };
  },
  // With a receipt whose differences nobody has cleared.
  async "confirmed with differences"(world: World, side: Side) {
    const made = await issued(world, side);
    const { certificateId } = made;
    const token = await askedToConfirm(world.officers.reviewer, certificateId);
    const said = await asCertified(certificateId);
    const confirmed = await confirmImport(token, { ...said, parcels: said.parcels + 1 });
    if (!confirmed.ok) throw new Error(confirmed.error);
    return { ...made, place: "1", form: "jwt", receiptId: confirmed.value.id };
  },
  async lost(world: World, side: Side) {
    const made = await issued(world, side);
    await recordLoss(world.officers.reviewer, made.certificateId, { words: "Lost.", ...authority });
    return made;
  },
  "invalidation to decide": (world: World, side: Side) =>
    proposed(world.anotherReviewer, world, side),
  "own invalidation": (world: World, side: Side) => proposed(world.officers.reviewer, world, side),
};
