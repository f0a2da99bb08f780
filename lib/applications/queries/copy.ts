import "server-only";
import { visibleTo } from "@/lib/applications/access";
import type { Answers } from "@/lib/applications/answers";
import { leftOutOf } from "@/lib/applications/copy";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { idIs } from "@/lib/row-id";

const content = {
  answers: true,
  documents: { where: { removedAt: null }, select: { id: true } },
} as const;

/** Of a draft that began as a copy: of what, and what it still lacks; null for every other application. */
export async function findCopy(viewer: Viewer, applicationId: string) {
  const copy = await db().application.findFirst({
    where: { AND: [visibleTo(viewer), idIs(applicationId)], status: "draft" },
    select: { ...content, copiedFrom: { select: { id: true, number: true, ...content } } },
  });
  if (!copy?.copiedFrom) return null;
  const { id, number, ...source } = copy.copiedFrom;
  const read = ({ answers, documents }: { answers: unknown; documents: { id: string }[] }) => ({
    answers: answers as Answers,
    documents,
  });
  return { source: { id, number }, leftOut: leftOutOf(read(source), read(copy)) };
}
