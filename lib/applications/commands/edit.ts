import "server-only";
import { actionableBy } from "@/lib/applications/access";
import { unlockedSections } from "@/lib/applications/requests";
import type { Section } from "@/lib/applications/sections";
import { actorFor, type Viewer } from "@/lib/auth/viewer";
import { rollBack, type Tx } from "@/lib/db";
import type { EventOf } from "@/lib/events/event";
import { record } from "@/lib/events/record";
import { holdApplication } from "@/lib/exporters/hold";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

const selected = {
  id: true,
  exporterId: true,
  status: true,
  version: true,
  answers: true,
  sectionVersions: true,
  changeRequests: {
    select: {
      id: true,
      submissionVersion: true,
      section: true,
      reply: true,
      done: true,
      repliedAt: true,
    },
  },
} as const;

/** The application as the viewer may change this section of it now; nothing is locked by this. */
export async function findEditable(
  tx: Pick<Tx, "application">,
  viewer: Viewer,
  applicationId: string,
  section: Section,
) {
  const application = await tx.application.findFirst({
    where: { AND: [actionableBy(viewer, "prepare"), idIs(applicationId)] },
    select: selected,
  });
  if (!application) return err("notFound");
  const { status, changeRequests } = application;
  if (!unlockedSections(status, changeRequests).includes(section)) return err("locked");
  return ok(application);
}

/**
 * The same for an edit that carries no version, such as a document: the application's row is locked
 * and its version has grown, so whoever holds the page open is told. A caller that does not go on
 * must roll back.
 */
export async function lockEditable(
  tx: Tx,
  viewer: Viewer,
  applicationId: string,
  section: Section,
): Promise<Result<Editable, "notFound" | "locked">> {
  await tx.application.updateMany({
    where: { AND: [actionableBy(viewer, "prepare"), idIs(applicationId)] },
    data: { version: { increment: 1 } },
  });
  return findEditable(tx, viewer, applicationId, section);
}

type Found = Awaited<ReturnType<typeof findEditable>>;
export type Editable = Extract<Found, { ok: true }>["value"];

/**
 * What every edit leaves behind: the editor, who can never sign this file, and the event. Nothing of the
 * edit stays where the editor's mandate has ended meanwhile.
 */
export async function leaveTraces(
  tx: Tx,
  viewer: Viewer,
  { id, exporterId }: Pick<Editable, "id" | "exporterId">,
  event: EventOf<"application.saved" | "request.answered" | "document.added" | "document.removed">,
): Promise<void> {
  if (!(await holdApplication(tx, viewer, { id, exporterId }, "prepare"))) {
    rollBack(err("notFound"));
  }
  await tx.applicationEditor.createMany({
    data: [{ applicationId: id, userId: viewer.userId }],
    skipDuplicates: true,
  });
  await record(tx, actorFor(viewer, exporterId), event);
}
