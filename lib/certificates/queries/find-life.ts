import "server-only";
import { actionableBy } from "@/lib/applications/access";
import { readSnapshot } from "@/lib/applications/snapshot";
import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { visibleTo } from "@/lib/certificates/access";
import { deliveryAddress } from "@/lib/certificates/life/delivery-address";
import { possibleSteps, reportOf, standingOf } from "@/lib/certificates/life/life";
import { isoDate, now, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwn, mandateOf } from "@/lib/exporters/own-profile";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

const inNumbers = { select: { id: true, number: true } } as const;

const lived = {
  id: true,
  number: true,
  issuedOn: true,
  expiresOn: true,
  expiresAt: true,
  application: {
    select: { id: true, exporterId: true, replaces: inNumbers },
  },
  replacements: {
    where: { status: { notIn: ["rejected", "cancelled"] } },
    select: { id: true, number: true, status: true },
    orderBy: { createdAt: "desc" },
    take: 1,
  },
  documents: {
    where: { removedAt: null },
    select: { id: true, name: true, size: true, scan: true, uploadedBy: named, uploadedAt: true },
    orderBy: { uploadedAt: "asc" },
  },
  steps: {
    select: {
      id: true,
      kind: true,
      on: true,
      words: true,
      sheet: true,
      copy: true,
      file: { select: { id: true, size: true } },
      printerId: true,
      carrier: true,
      tracking: true,
      address: true,
      documentId: true,
      successor: inNumbers,
      authority: true,
      recipient: true,
      actor: named,
      at: true,
    },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.CertificateSelect;

type Lived = Prisma.CertificateGetPayload<{ select: typeof lived }>;

/** What became of a certificate, and what can be done with it now; null for one that the viewer does not know. */
export async function findLife(viewer: Viewer, certificateId: string) {
  const found = await db().certificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(certificateId)] },
    select: lived,
  });
  if (!found) return null;
  const mine = { AND: [actionableBy(viewer, "submit"), { id: found.application.id }] };
  return {
    ...lifeOf(found, viewer),
    /** Whether the viewer may speak for the exporter. */
    maySubmit: (await db().application.count({ where: mine })) > 0,
  };
}
export type CertificateLife = NonNullable<Awaited<ReturnType<typeof findLife>>>;

function lifeOf(found: Lived, viewer: Viewer) {
  const { issuedOn, expiresOn, application, replacements, documents } = found;
  const steps = found.steps.map(({ on, actor, file, printerId, ...step }) => ({
    ...step,
    id: step.id.toString(),
    on: on && isoDate(on),
    /** Who did it stays inside the office. */
    by: viewer.kind === "officer" ? fullName(actor) : "",
    // What officers write to each other and to other authorities is not the exporter's.
    words: viewer.kind === "officer" || toldToExporter.has(step.kind) ? step.words : null,
    recipient: viewer.kind === "officer" ? step.recipient : null,
    /** The PDF for a pre-printed sheet: undefined where it was printed whole, null until the worker has made it. */
    print: viewer.kind === "officer" && printerId ? file : undefined,
  }));
  const standing = standingOf(steps, found.expiresAt, now());
  return {
    id: found.id,
    number: found.number,
    applicationId: application.id,
    exporterId: application.exporterId,
    issuedOn: isoDate(issuedOn),
    expiresOn: isoDate(expiresOn),
    replaces: application.replaces,
    replacement: replacements[0] ?? null,
    documents: documents.map(({ uploadedBy, ...document }) => ({
      ...document,
      uploadedBy: fullName(uploadedBy),
    })),
    steps,
    standing,
    report: reportOf(steps, todayInOttawa()),
    possible: possibleSteps(steps, standing),
  };
}

const toldToExporter = new Set(["loss_stated", "invalidated"]);

/** For the forms of the office: the same, with what only officers need, or null. */
export async function findFollowUp(viewer: OfficerViewer, certificateId: string) {
  const found = await db().certificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(certificateId)] },
    select: {
      ...lived,
      document: { select: { size: true } },
      submission: { select: { snapshot: true } },
      application: {
        select: { ...lived.application.select, exporter: { select: mandateOf(viewer) } },
      },
      proposals: {
        select: {
          id: true,
          reason: true,
          authority: true,
          recipient: true,
          proposedAt: true,
          proposedById: true,
          proposedBy: named,
          outcome: true,
          answer: true,
          decidedBy: named,
        },
        orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
      },
    },
  });
  if (!found) return null;
  const { application, document, submission } = found;
  const proposals = found.proposals.map(({ proposedBy, decidedBy, ...proposal }) => ({
    ...proposal,
    by: fullName(proposedBy),
    byViewer: proposal.proposedById === viewer.userId,
    decider: fullName(decidedBy),
  }));
  return {
    ...lifeOf(found, viewer),
    ownProfile: isOwn(application.exporter),
    documentReady: document !== null,
    sendTo: deliveryAddress(readSnapshot(submission.snapshot)),
    open: proposals.find(({ outcome }) => outcome === null) ?? null,
    past: proposals.filter(({ outcome }) => outcome !== null),
  };
}
export type FollowUp = NonNullable<Awaited<ReturnType<typeof findFollowUp>>>;
