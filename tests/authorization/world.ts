import type { ExporterViewer, OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { newBusinessNumber } from "@/tests/factories/business-number";
import {
  exporterViewer,
  newExporter,
  newOfficer,
  newPerson,
  newRepresentative,
} from "@/tests/factories/people";
import type { Identity, Side } from "./identities";
import type { OfficerRole } from "@/prisma/generated/enums";

/**
 * Two exporters, and everybody of the matrix around them. `rendered` ends when a certificate that was just
 * issued has its PDF, and its application its receipts, which the worker makes; `lettered` when an
 * application that was just returned or rejected has its letters.
 */
export async function newWorld(worker: {
  rendered: (certificateId: string) => Promise<void>;
  lettered: (applicationId: string) => Promise<void>;
}) {
  const mark = Math.random().toString(36).slice(2, 8);
  const names = { A: `Boreal Rough ${mark} Ltd.`, B: `Somebody Else ${mark} Inc.` };
  const numbers = { A: newBusinessNumber(), B: newBusinessNumber() };
  const [a, b] = await Promise.all([
    newExporter({ legalName: names.A, businessNumber: numbers.A }),
    newExporter({ legalName: names.B, businessNumber: numbers.B }),
  ]);
  const beforeTheEnd = await newRepresentative(a.exporterId);
  await db().mandate.updateMany({
    where: { exporterId: a.exporterId, userId: beforeTheEnd.userId },
    data: { endedAt: new Date() },
  });
  const lastDayPast = await newRepresentative(a.exporterId);
  await db().mandate.updateMany({
    where: { exporterId: a.exporterId, userId: lastDayPast.userId },
    data: { endsOn: new Date(Date.now() - 36 * 3_600_000) },
  });
  const [view, prepare, submit] = await Promise.all([
    newRepresentative(a.exporterId, ["view"]),
    newRepresentative(a.exporterId, ["view", "prepare"]),
    newRepresentative(a.exporterId, ["view", "prepare", "submit"]),
  ]);
  const exporters = {
    "owner A": a.owner,
    "owner B": b.owner,
    view,
    prepare,
    submit,
    ended: await exporterViewer(beforeTheEnd.userId),
  };
  const [reviewer, signatory, administrator, auditor, anotherReviewer] = await Promise.all([
    justSignedIn("reviewer"),
    justSignedIn("signatory"),
    justSignedIn("administrator"),
    justSignedIn("auditor"),
    justSignedIn("reviewer"),
  ]);
  const officers = { reviewer, signatory, administrator, auditor };
  return {
    ...worker,
    /** Names nobody else has. */
    legalNames: names satisfies Record<Side, string>,
    businessNumbers: numbers satisfies Record<Side, string>,
    exporterIds: { A: a.exporterId, B: b.exporterId } satisfies Record<Side, string>,
    owners: { A: a.owner, B: b.owner } satisfies Record<Side, ExporterViewer>,
    exporters,
    officers,
    /** Holds what the reviewer does not. */
    anotherReviewer,
    /** To whom everything is as to the representative whose mandate has ended. */
    strangers: {
      "a person who acts for nobody": await newPerson(),
      "a representative whose last day is past": await exporterViewer(lastDayPast.userId),
    },
    /** The representative whose mandate has ended, as a request knew them that began before. */
    beforeTheEnd,
    /** Each owner acts again for their own profile alone. */
    async partOwners(): Promise<void> {
      const crossed = [
        { exporterId: a.exporterId, userId: b.owner.userId },
        { exporterId: b.exporterId, userId: a.owner.userId },
      ];
      await db().mandate.updateMany({
        where: { OR: crossed, endedAt: null },
        data: { endedAt: new Date() },
      });
    },
  };
}
export type World = Awaited<ReturnType<typeof newWorld>>;

/** Whoever has signed in just now, however long the tests before have taken. */
async function justSignedIn(role: OfficerRole): Promise<OfficerViewer> {
  const officer = await newOfficer(role);
  return {
    ...officer,
    get authenticatedAt() {
      return new Date();
    },
  };
}

const isOfficer = (world: World, identity: Identity): identity is keyof World["officers"] =>
  identity in world.officers;

/** Null for whoever is not signed in. */
export function userIdOf(world: World, identity: Identity): string | null {
  return viewersOf(world, identity)[0]?.userId ?? null;
}

/**
 * The qualities in which somebody reaches queries and commands: everybody signed in may come as an
 * exporter, and sees then what their mandates show.
 */
export function viewersOf(world: World, identity: Identity): Viewer[] {
  if (identity === "nobody" || identity === "expired") return [];
  if (!isOfficer(world, identity)) return [world.exporters[identity]];
  const officer = world.officers[identity];
  const { userId, name, language, roles } = officer;
  const entersPaper = roles.includes("reviewer");
  return [officer, { kind: "exporter", userId, name, language, standings: [], entersPaper }];
}
