import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { rollBack, transaction, type Tx } from "@/lib/db";
import { record } from "@/lib/events/record";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { visibleTo } from "@/lib/imports/access";
import type { ConfirmationFacts } from "@/lib/imports/confirmation";
import { lockImportCertificates } from "@/lib/imports/ledger";
import { isReviewer, notAllowed, refuse, type Refused } from "@/lib/imports/refusal";
import type { Confirmation } from "@/lib/imports/schema-confirmation";
import { fullName } from "@/lib/people/name";
import { countryNames } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";
import { idIs } from "@/lib/row-id";

interface Confirmed {
  readonly ok: true;
  readonly value: { readonly confirmationId: string };
}

/**
 * Confirms to the exporting authority that the shipment has arrived (KPCS III(b)): the letter and its mail
 * follow. `after` is how many confirmations the officer has seen: one press, or two officers, send one.
 */
export async function confirmImport(
  viewer: OfficerViewer,
  importCertificateId: string,
  confirmation: Confirmation,
  after: number,
): Promise<Confirmed | Refused> {
  if (!isReviewer(viewer)) return notAllowed;
  return transaction(async (tx) => {
    await lockImportCertificates(tx, [importCertificateId]);
    const found = await find(tx, viewer, importCertificateId);
    if (!found) return rollBack(refuse("notFound"));
    const { id, number, exporterId, exporter, confirmations } = found;
    if (isOwn(exporter)) return rollBack(refuse("ownProfile"));
    if (confirmations.length !== after) return rollBack(refuse("confirmedMeanwhile"));
    const { id: confirmationId } = await tx.importConfirmation.create({
      data: {
        importCertificateId: id,
        facts: await freeze(tx, viewer, found, confirmation),
        authority: confirmation.authority,
        recipient: confirmation.recipient,
        confirmedById: viewer.userId,
        confirmedAt: now(),
      },
      select: { id: true },
    });
    await record(tx, actorOf(viewer), {
      kind: "import.confirmed",
      importCertificateId: id,
      exporterId,
      data: { confirmationId, number },
    });
    return { ok: true, value: { confirmationId } } as const;
  });
}

function find(tx: Tx, viewer: OfficerViewer, importCertificateId: string) {
  return tx.importCertificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(importCertificateId)] },
    include: {
      lines: { select: { subheading: true }, orderBy: { subheading: "asc" } },
      confirmations: { select: { id: true } },
      exporter: { include: mandateOf(viewer) },
    },
  });
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

async function freeze(
  tx: Tx,
  { userId }: OfficerViewer,
  found: Found,
  { authority, parcels, shipper, remarks }: Confirmation,
): Promise<ConfirmationFacts> {
  const { exporter, lines, issuedOn, importedOn, originalReceivedOn } = found;
  const { nameEn, nameFr } = countryNames(await getReference(todayInOttawa(), tx), found.issuer);
  const officer = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  return {
    schemaVersion: 1,
    number: found.number,
    issuer: { nameEn, nameFr },
    issuedOn: isoDate(issuedOn),
    importedOn: isoDate(importedOn),
    parcels,
    carats: found.carats.toFixed(2),
    valueUsd: found.valueUsd.toFixed(2),
    subheadings: lines.map(({ subheading }) => subheading),
    importer: [
      exporter.legalName,
      ...exporter.addressLines,
      `${exporter.city} ${exporter.province} ${exporter.postalCode}`,
      "Canada",
    ],
    exporter: shipper.split("\n").map((line) => line.trim()),
    originalReceivedOn: originalReceivedOn && isoDate(originalReceivedOn),
    remarks: remarks ? remarks : null,
    authority,
    by: { name: fullName(officer), title: officer.title ?? "", titleFr: officer.titleFr ?? "" },
  };
}
