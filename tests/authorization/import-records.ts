import type { OfficerViewer } from "@/lib/auth/viewer";
import { addDocument } from "@/lib/documents/commands";
import { asTarget, newAnnounced } from "@/tests/factories/announcements";
import { pdf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import {
  newAnnouncement,
  newConfirmation,
  newCorrection,
  newImportCertificate,
} from "@/tests/factories/imports";
import { newOfficer } from "@/tests/factories/people";
import type { Make, Target } from "./records";

/** With a correction that this officer proposed. */
async function proposed(officer: OfficerViewer, exporterId: string): Promise<Partial<Target>> {
  const { id } = await newImportCertificate({ exporterId });
  const correctionId = await newCorrection(officer, id);
  return { importCertificateId: id, importId: id, correctionId };
}

/** Imports that are announced, registered, corrected and confirmed. */
export const ofImports = {
  async "import certificate"(world, side) {
    const { id, number } = await newImportCertificate({ exporterId: world.exporterIds[side] });
    const matter = { importCertificateId: id };
    const reviewer = await newOfficer("reviewer");
    const added = await addDocument(reviewer, matter, "waybill", await cameIn("scan.pdf", pdf));
    return {
      importCertificateId: id,
      importId: id,
      importNumber: number,
      matter,
      ...(added.ok ? added.value : {}),
    };
  },
  async "confirmed import"(world, side) {
    return { ...(await newConfirmation(world.exporterIds[side])), form: "pdf" };
  },
  async "announced import"(world, side) {
    const by = world.owners[side].userId;
    const { id } = await newAnnouncement({ exporterId: world.exporterIds[side], by });
    return { announcementId: id };
  },
  "correction to decide": (world, side) => proposed(world.anotherReviewer, world.exporterIds[side]),
  "own correction": (world, side) => proposed(world.officers.reviewer, world.exporterIds[side]),
  // In preparation, with its scan.
  async "announcement draft"(world, side) {
    return asTarget(await newAnnounced(world.owners[side], world.exporterIds[side]));
  },
} satisfies Record<string, Make>;
