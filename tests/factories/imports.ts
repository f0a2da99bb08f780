import { randomInt, randomUUID } from "node:crypto";
import Decimal from "decimal.js";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { RegisterInput } from "@/lib/imports/schema-register";
import { storeBytes } from "@/lib/storage/store-bytes";
import { storage } from "@/lib/storage/stores";
import { confirmImport } from "@/lib/imports/commands/confirm";
import { confirmationLetter } from "@/lib/jobs/render-confirmation";
import { proposeCorrection } from "@/lib/imports/commands/correct";
import { paper } from "@/prisma/seed/demonstration/paper";
import { newOfficer } from "./people";

interface Registered {
  exporterId: string;
  issuer?: string;
  /** As printed; a fresh one where it does not matter. */
  number?: string;
  origins?: readonly string[];
  carats?: string;
  /** What is left of the carats: another application of the profile holds the rest. */
  remaining?: string;
  /** A reviewer; a new one where it does not matter who. */
  registeredById?: string;
}

/** An entry of the office's register of import certificates, with its ledger. */
export async function newImportCertificate({
  exporterId,
  issuer = "BW",
  number = `${issuer}${String(randomInt(1e8)).padStart(8, "0")}`,
  origins = [issuer],
  carats = "512.40",
  remaining = carats,
  registeredById,
}: Registered): Promise<{ id: string; number: string }> {
  const actorId = registeredById ?? (await newOfficer("reviewer")).userId;
  const id = randomUUID();
  const valueUsd = new Decimal(carats).times(800).toFixed(2);
  const registered = db().importCertificate.create({
    data: {
      id,
      issuer,
      number,
      numberNormalised: number.replace(/[\s-]/g, "").toUpperCase(),
      exporterId,
      provenance: issuer,
      origins: [...origins],
      issuedOn: new Date("2026-08-03"),
      expiresOn: new Date("2026-10-02"),
      importedOn: new Date("2026-08-20"),
      originalReceivedOn: new Date("2026-08-24"),
      carats,
      valueUsd,
      lines: { create: { subheading: "7102.31", carats, valueUsd } },
      registeredById: actorId,
    },
  });
  const entry = { importCertificateId: id, actorId, at: now() };
  const opened = db().ledgerEntry.create({
    data: { ...entry, kind: "registered", carats, valueUsd },
  });
  // Together: the register and the ledger agree when a transaction ends.
  await db().$transaction([registered, opened]);
  const elsewhere = new Decimal(carats).minus(remaining);
  if (elsewhere.gt(0)) {
    const other = await db().application.create({
      data: { exporterId, answers: {}, creationToken: randomUUID(), createdById: actorId },
    });
    await db().ledgerEntry.create({
      data: {
        ...entry,
        kind: "reserved",
        carats: elsewhere.toFixed(2),
        valueUsd: elsewhere.times(800).toFixed(2),
        applicationId: other.id,
      },
    });
  }
  return { id, number };
}

/** A confirmation of receipt to the exporting authority, with its letter. */
export async function newConfirmation(exporterId: string) {
  const { id } = await newImportCertificate({ exporterId });
  const reviewer = await newOfficer("reviewer");
  const confirmed = await confirmImport(
    reviewer,
    id,
    {
      authority: "Department of Mines",
      recipient: "kp@mines.example",
      parcels: 2,
      shipper: "Karoo Rough (Pty) Ltd\n88 Commissioner St, Johannesburg",
    },
    0,
  );
  if (!confirmed.ok) throw new Error(confirmed.error);
  const { confirmationId } = confirmed.value;
  await confirmationLetter(confirmationId);
  return { importCertificateId: id, importId: id, confirmationId };
}

/** A correction that this officer proposed: half a carat less, as the paper says. */
export async function newCorrection(
  officer: OfficerViewer,
  importCertificateId: string,
): Promise<string> {
  const balance = await db().importBalance.findUniqueOrThrow({ where: { importCertificateId } });
  const proposed = await proposeCorrection(officer, importCertificateId, {
    carats: balance.registered.minus("0.50").toFixed(2),
    usd: balance.registeredUsd.toFixed(2),
    reason: "The paper says half a carat less.",
  });
  if (!proposed.ok) throw new Error(proposed.error);
  const { id } = await db().importCorrection.findFirstOrThrow({
    where: { importCertificateId, outcome: null },
  });
  return id;
}

/** Carats left, reserved and used, as the triggers keep them. */
export async function balanceOf(importCertificateId: string) {
  const balance = await db().importBalance.findUniqueOrThrow({ where: { importCertificateId } });
  const { remaining, reserved, consumed } = balance;
  return {
    remaining: remaining.toFixed(2),
    reserved: reserved.toFixed(2),
    consumed: consumed.toFixed(2),
  };
}

interface Announced {
  exporterId: string;
  /** Who announces it. */
  by: string;
  issuer?: string;
  number?: string;
  importedOn?: string;
  /** With a scan of its paper. */
  scanned?: boolean;
}

/** An import that an exporter announced and sent. */
export async function newAnnouncement({
  exporterId,
  by,
  issuer = "ZA",
  number = `${issuer}${String(randomInt(1e8)).padStart(8, "0")}`,
  importedOn = "2026-11-12",
  scanned = false,
}: Announced): Promise<{ id: string; number: string }> {
  const id = randomUUID();
  await db().importAnnouncement.create({
    data: {
      id,
      exporterId,
      status: "sent",
      issuer,
      number,
      importedOn: new Date(importedOn),
      note: "The stones came with courier 7731.",
      creationToken: randomUUID(),
      createdById: by,
      sentAt: new Date(),
    },
  });
  if (scanned) {
    const sheet = paper(["KIMBERLEY PROCESS CERTIFICATE", number, "212.84 carats"]);
    const stored = await storeBytes(storage(), sheet, "application/pdf");
    await db().document.create({
      data: {
        announcementId: id,
        kind: "import_certificate",
        name: `${number}.pdf`,
        mediaType: "application/pdf",
        ...stored,
        uploadedById: by,
      },
    });
  }
  return { id, number };
}

/** What an officer reads from a good paper. */
export function goodPaper(changes: Partial<RegisterInput> = {}): RegisterInput {
  const issuer = changes.issuer ?? "ZA";
  return {
    issuer,
    number: `${issuer} ${String(randomInt(1e8)).padStart(8, "0")}`,
    issuedOn: "2026-08-03",
    expiresOn: "2026-10-02",
    provenance: issuer,
    origins: [issuer],
    carats: "212.84",
    valueUsd: "108548.40",
    lines: [
      { subheading: "7102.10", carats: "12.84", valueUsd: "8548.40" },
      { subheading: "7102.31", carats: "200.00", valueUsd: "100000.00" },
    ],
    parcels: 2,
    shipper: "Karoo Rough (Pty) Ltd\n88 Commissioner St, Johannesburg",
    importedOn: "2026-08-20",
    stampSeen: true,
    originalReceivedOn: null,
    ...changes,
  };
}

/** An import that an exporter is about to announce: a draft. */
export async function newAnnouncementDraft({
  exporterId,
  createdById,
}: {
  exporterId: string;
  createdById: string;
}): Promise<string> {
  const { id } = await db().importAnnouncement.create({
    data: { exporterId, createdById, creationToken: randomUUID() },
    select: { id: true },
  });
  return id;
}
