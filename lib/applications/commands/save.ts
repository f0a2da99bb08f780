import "server-only";
import type { Answers } from "@/lib/applications/answers";
import { leaveTraces, lockEditable } from "@/lib/applications/commands/edit";
import { draftAnswers } from "@/lib/applications/draft";
import { merge, same, type Merged } from "@/lib/applications/merge";
import type { Row } from "@/lib/applications/merge-rows";
import type { AnsweredSection } from "@/lib/applications/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { rollBack, transaction } from "@/lib/db";
import { holdApplication } from "@/lib/exporters/hold";
import { err, ok, type Result } from "@/lib/result";
import { asVersion } from "@/lib/row-id";
import type { Prisma } from "@/prisma/generated/client";

export interface Saved<S extends AnsweredSection> extends Pick<Merged, "clashes" | "keptRows"> {
  /** Of the application. */
  readonly version: number;
  /** The section as it is stored now. */
  readonly answers: NonNullable<Answers[S]>;
}

/**
 * Saves one section, complete or not. `base` is what the page was drawn from, `version` of when: what
 * somebody else has changed in the section since then is merged, and where both changed the same answer
 * theirs stays stored and the clash is told. Whoever edits another section is not concerned. While
 * returned only flagged sections can be saved; it does not answer their requests. A save that changes
 * nothing leaves no trace.
 */
export async function saveSection<S extends AnsweredSection>(
  viewer: Viewer,
  applicationId: string,
  section: S,
  value: NonNullable<Answers[S]>,
  version: number,
  base?: Answers[S],
): Promise<Result<Saved<S>, "notFound" | "locked">> {
  return transaction(async (tx) => {
    const found = await lockEditable(tx, viewer, applicationId, section);
    if (!found.ok) return rollBack(found);
    const { id, exporterId, version: next } = found.value;
    const answers = found.value.answers as Answers;
    const sectionVersions = found.value.sectionVersions as Record<string, number>;
    const stored = (answers[section] ?? {}) as Row;
    // Who does not say what they saw, but saw the newest, saw what is stored.
    const seenNewest =
      asVersion(version) > 0 && version < next && (sectionVersions[section] ?? 0) <= version;
    const seen = base ?? (seenNewest ? stored : {});
    const merged = merge(storable(seen), storable(value), stored);
    const { clashes, keptRows } = merged;
    // Two people's rows together may be more than a form offers, and never more than a draft keeps.
    const saved = { answers: draftAnswers(section, merged.answers), clashes, keptRows };
    if (answers[section] && same(saved.answers, stored)) {
      // Nothing is written, but what is stored is told: to nobody whose mandate has just ended.
      if (!(await holdApplication(tx, viewer, { id, exporterId }, "prepare"))) {
        rollBack(err("notFound"));
      }
      return rollBack(ok({ ...saved, version: next - 1 }));
    }
    const all = { ...answers, [section]: saved.answers };
    await tx.application.update({
      where: { id },
      data: {
        answers: all as Prisma.InputJsonObject,
        sectionVersions: { ...sectionVersions, [section]: next },
      },
    });
    await leaveTraces(tx, viewer, found.value, {
      kind: "application.saved",
      applicationId: id,
      exporterId,
      data: { section, version: next },
    });
    return ok({ ...saved, version: next });
  });
}

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair; a draft keeps all else as it was typed. */
function storable(value: unknown): Row {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === "string" ? part.replaceAll("\0", "").toWellFormed() : part,
    ),
  ) as Row;
}
