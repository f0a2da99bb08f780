import "server-only";
import type { SubmitResult } from "@/lib/applications/commands/submit";
import { readSnapshot } from "@/lib/applications/snapshot";
import { transitions } from "@/lib/applications/status";
import type { Viewer } from "@/lib/auth/viewer";
import type { Tx } from "@/lib/db";
import { err, ok } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";

/** Why the press did not pass; a press repeated by the same person is answered as the first one was. */
export async function whyNotSubmitted(
  tx: Tx,
  viewer: Viewer,
  mine: Prisma.ApplicationWhereInput,
  version: number,
): Promise<SubmitResult> {
  const application = await tx.application.findFirst({
    where: mine,
    select: {
      status: true,
      number: true,
      submissions: {
        where: { snapshot: { path: ["applicationVersion"], gte: version } },
        orderBy: { version: "asc" },
        select: { version: true, submittedById: true, snapshot: true },
      },
    },
  });
  if (!application) return err("notFound");
  const same = application.submissions.find(
    ({ submittedById, snapshot }) =>
      submittedById === viewer.userId && readSnapshot(snapshot).applicationVersion === version,
  );
  if (same && application.number) {
    return ok({ number: application.number, submissionVersion: same.version });
  }
  const from: readonly string[] = transitions.submit.from;
  if (from.includes(application.status)) return err("changedMeanwhile");
  // Nobody has sent what the page showed, or anything later: the office has decided, or it was cancelled.
  return err(application.submissions.length > 0 ? "alreadySubmitted" : "overtaken");
}
