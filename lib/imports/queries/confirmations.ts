import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { visibleTo } from "@/lib/imports/access";
import { letterName, readFacts, type LetterForm } from "@/lib/imports/confirmation";
import { isReviewer } from "@/lib/imports/refusal";
import { fullName, named } from "@/lib/people/name";
import { findAuthority } from "@/lib/reference/queries";
import { idIs } from "@/lib/row-id";
import { storeNamed } from "@/lib/storage/stores";

/**
 * What has been confirmed to the exporting authority of an import certificate, newest first, and what the
 * next confirmation begins with; null where the officer knows of no such certificate.
 */
export async function findConfirmations(viewer: OfficerViewer, importCertificateId: string) {
  const found = await db().importCertificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(importCertificateId)] },
    select: {
      id: true,
      number: true,
      issuer: true,
      importedOn: true,
      originalReceivedOn: true,
      parcels: true,
      shipper: true,
      carats: true,
      valueUsd: true,
      lines: { select: { subheading: true }, orderBy: { subheading: "asc" } },
      exporter: {
        select: { legalName: true, ...mandateOf(viewer) },
      },
      confirmations: {
        select: {
          id: true,
          authority: true,
          recipient: true,
          confirmedAt: true,
          confirmedBy: named,
          facts: true,
          document: { select: { signed: true } },
        },
        orderBy: { confirmedAt: "desc" },
      },
    },
  });
  if (!found) return null;
  const { importedOn, originalReceivedOn, exporter, confirmations, ...certificate } = found;
  return {
    ...certificate,
    importedOn: isoDate(importedOn),
    originalReceivedOn: originalReceivedOn && isoDate(originalReceivedOn),
    carats: found.carats.toFixed(2),
    valueUsd: found.valueUsd.toFixed(2),
    subheadings: found.lines.map(({ subheading }) => subheading),
    importer: exporter.legalName,
    may: isReviewer(viewer) && !isOwn(exporter),
    to: (await findAuthority(found.issuer)) ?? (await lastTo(found.issuer)),
    confirmations: await Promise.all(
      confirmations.map(async ({ confirmedBy, document, facts, ...confirmation }) => ({
        ...confirmation,
        by: fullName(confirmedBy),
        facts: readFacts(facts),
        hasLetter: document !== null,
        hasSigned: document !== null && document.signed !== null,
        mail: await mailOf(confirmation.id),
      })),
    ),
  };
}

/** To whom the newest confirmation to this participant's authority went. */
async function lastTo(issuer: string) {
  return db().importConfirmation.findFirst({
    where: { importCertificate: { issuer } },
    select: { authority: true, recipient: true },
    orderBy: { confirmedAt: "desc" },
  });
}

async function mailOf(confirmationId: string) {
  const mail = await db().mail.findFirst({
    where: {
      template: "importConfirmation",
      data: { path: ["confirmationId"], equals: confirmationId },
    },
    select: { status: true },
  });
  return mail?.status ?? "queued";
}

/** A confirmation in one of its forms with its bytes, for the office; null until it is there. */
export async function openConfirmation(
  viewer: OfficerViewer,
  confirmationId: string,
  form: LetterForm,
) {
  const found = await db().importConfirmation.findFirst({
    where: { AND: [{ importCertificate: visibleTo(viewer) }, idIs(confirmationId)] },
    select: {
      importCertificate: { select: { number: true } },
      document: { select: { store: true, key: true, size: true, signed: true } },
    },
  });
  if (!found?.document) return null;
  const { store, key, size, signed } = found.document;
  const name = letterName(found.importCertificate.number, form);
  if (form === "pdf") return { name, size, stream: await storeNamed(store).read(key) };
  if (signed === null) return null;
  const data = new Blob([signed]);
  return { name, size: data.size, stream: data.stream() };
}
