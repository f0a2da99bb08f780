import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTo } from "@/lib/certificates/access";
import { possibleSteps, standingOf } from "@/lib/certificates/life/life";
import { isoDate, now } from "@/lib/clock";
import type { Db, Tx } from "@/lib/db";
import { lockCertificate } from "@/lib/documents/report-matter";
import { isOwn } from "@/lib/exporters/own-profile";
import { idIs } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

const stepSelect = {
  id: true,
  kind: true,
  on: true,
} as const satisfies Prisma.CertificateStepSelect;

/** A certificate with its steps, as far as a command must know it. */
export async function findFollowed(reader: Db, viewer: Viewer, certificateId: string) {
  const found = await reader.certificate.findFirst({
    where: { AND: [visibleTo(viewer), idIs(certificateId)] },
    select: {
      id: true,
      number: true,
      applicationId: true,
      issuedOn: true,
      expiresOn: true,
      expiresAt: true,
      steps: { select: stepSelect, orderBy: { id: "asc" } },
      proposals: { where: { outcome: null } },
      application: {
        select: {
          exporterId: true,
          enteredById: true,
          exporter: {
            select: {
              mandates: { where: { userId: viewer.userId }, select: { id: true }, take: 1 },
            },
          },
        },
      },
    },
  });
  if (!found) return null;
  const { application, issuedOn, expiresOn, proposals, ...certificate } = found;
  const steps = found.steps.map(({ on, ...step }) => ({ ...step, on: on && isoDate(on) }));
  const standing = standingOf(steps, found.expiresAt, now());
  return {
    ...certificate,
    steps,
    standing,
    possible: possibleSteps(steps, standing),
    proposal: proposals[0] ?? null,
    issuedOn: isoDate(issuedOn),
    expiresOn: isoDate(expiresOn),
    exporterId: application.exporterId,
    ownProfile: isOwn(application.exporter),
    /** As every event about it names it. */
    of: {
      certificateId: found.id,
      applicationId: found.applicationId,
      exporterId: application.exporterId,
    },
  };
}
export type FollowedCertificate = NonNullable<Awaited<ReturnType<typeof findFollowed>>>;

/** Does `work` on a certificate of which no other step is taken meanwhile. Null where the viewer knows no such one. */
export async function locked(tx: Tx, viewer: Viewer, certificateId: string) {
  const before = await findFollowed(tx, viewer, certificateId);
  if (!before) return null;
  await lockCertificate(tx, before.of);
  return findFollowed(tx, viewer, certificateId);
}
