import "server-only";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { isoDate } from "@/lib/clock";
import { db } from "@/lib/db";
import { isOwner, visibleTo } from "@/lib/exporters/access";
import { inForce } from "@/lib/people/mandate";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";

const selected = {
  id: true,
  userId: true,
  kind: true,
  permissions: true,
  endsOn: true,
  exporter: { select: { id: true, legalName: true } },
} as const;

/** For whom the viewer acts, and within which mandate. */
export async function listMandates(viewer: ExporterViewer) {
  const mandates = await db().mandate.findMany({
    where: { AND: [inForce(), { userId: viewer.userId, exporter: visibleTo(viewer) }] },
    select: selected,
    orderBy: { createdAt: "asc" },
  });
  return mandates.map((mandate) => ({ ...mandate, endsOn: lastDay(mandate.endsOn) }));
}

/** A mandate in force, for an owner of its profile or the person who holds it, or null. */
export async function findMandate(viewer: ExporterViewer, exporterId: string, mandateId: string) {
  const mandate = await db().mandate.findFirst({
    where: {
      AND: [
        inForce(),
        idIs(mandateId),
        { exporter: { AND: [visibleTo(viewer), idIs(exporterId)] } },
      ],
    },
    select: { ...selected, user: { select: { ...named.select, email: true } } },
  });
  if (!mandate) return null;
  const { user, endsOn, ...rest } = mandate;
  const self = mandate.userId === viewer.userId;
  const asOwner = isOwner(viewer, mandate.exporter.id);
  if (!self && !asOwner) return null;
  const owners = await db().mandate.count({
    where: { AND: [inForce(), { exporterId: mandate.exporter.id, kind: "owner" }] },
  });
  return {
    ...rest,
    endsOn: lastDay(endsOn),
    name: fullName(user),
    email: user.email,
    self,
    /** Its terms can be changed by the viewer. */
    mayChange: asOwner && mandate.kind === "representative",
    /** Without it the profile would have no owner. */
    soleOwner: mandate.kind === "owner" && owners === 1,
  };
}

export type MandateDetail = NonNullable<Awaited<ReturnType<typeof findMandate>>>;

function lastDay(date: Date | null): string | null {
  return date && isoDate(date);
}
