import "server-only";
import type { Answers } from "@/lib/applications/answers";
import { findEditable, leaveTraces } from "@/lib/applications/commands/edit";
import type { AnsweredSection } from "@/lib/applications/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { transaction } from "@/lib/db";
import { err, ok, type Result } from "@/lib/result";
import { asVersion } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Saves one section, complete or not. `version` is the one that the page showed: of two people who
 * edit at once, the second is told and overwrites nothing. While returned only flagged sections can
 * be saved; it does not answer their requests.
 */
export async function saveSection<S extends AnsweredSection>(
  viewer: Viewer,
  applicationId: string,
  section: S,
  value: NonNullable<Answers[S]>,
  version: number,
): Promise<Result<{ version: number }, "notFound" | "changedMeanwhile" | "locked">> {
  return transaction(async (tx) => {
    const found = await findEditable(tx, viewer, applicationId, section);
    if (!found.ok) return found;
    const { id, exporterId, status } = found.value;
    // The other sections are written back as they were read, so they must be those of this version.
    if (found.value.version !== version) return err("changedMeanwhile");
    const answers = { ...(found.value.answers as Answers), [section]: storable(value) };
    const { count } = await tx.application.updateMany({
      where: { id, version: asVersion(version), status },
      data: { answers: answers as Prisma.InputJsonObject, version: { increment: 1 } },
    });
    if (count === 0) return err("changedMeanwhile");
    await leaveTraces(tx, viewer, found.value, {
      kind: "application.saved",
      applicationId: id,
      exporterId,
      data: { section, version: version + 1 },
    });
    return ok({ version: version + 1 });
  });
}

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair; a draft keeps all else as it was typed. */
function storable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === "string" ? part.replaceAll("\0", "").toWellFormed() : part,
    ),
  );
}
