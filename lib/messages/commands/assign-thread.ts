import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { rollBack, transaction, violatedConstraint } from "@/lib/db";
import { record } from "@/lib/events/record";
import { matterColumns, matterOfThread } from "@/lib/messages/columns";
import { lockThread, type MayNotWrite } from "@/lib/messages/commands/open-to-writer";
import { keepDraft, type NotKept } from "@/lib/messages/commands/save-draft";
import type { Written } from "@/lib/messages/written";
import { fullName, named } from "@/lib/people/name";
import { isUuid } from "@/lib/row-id";

interface NotAssigned {
  readonly ok: false;
  readonly error: MayNotWrite | NotKept | "held" | "released" | "notAnswering";
  /** Who has it meanwhile. */
  readonly by?: string;
}
export type Assigned = { readonly ok: true; readonly value: undefined } | NotAssigned;

const done = { ok: true, value: undefined } as const;

/**
 * Says who of the office answers a conversation; null: nobody in particular. It stands on who had it when the page
 * was drawn: of two officers who press at once one wins, and the other is told. What the officer had begun to write
 * is kept as their draft.
 */
export async function assignThread(
  viewer: OfficerViewer,
  threadId: string,
  to: string | null,
  expectedHolder: string | null,
  begun?: Written,
): Promise<Assigned> {
  if (to !== null && !isUuid(to)) return { ok: false, error: "notAnswering" };
  try {
    return await transaction(async (tx): Promise<Assigned> => {
      const locked = await lockThread(tx, viewer, threadId);
      if (!locked.ok) return rollBack(locked);
      const thread = await tx.thread.findUniqueOrThrow({
        where: { id: locked.value.id },
        select: { ...matterColumns, id: true, assignedToId: true, assignedTo: named },
      });
      const { id, assignedToId, assignedTo } = thread;
      const kept = begun ? await keepDraft(tx, viewer, locked.value, begun) : done;
      if (!kept.ok) return rollBack(kept);
      // A second press of the same button finds done what it asks for.
      if (assignedToId === to) return done;
      if (assignedToId !== expectedHolder) {
        const held = { ok: false, error: "held", by: fullName(assignedTo) } as const;
        return rollBack(assignedTo ? held : { ok: false, error: "released" });
      }
      await tx.thread.update({ where: { id }, data: { assignedToId: to } });
      await record(tx, actorOf(viewer), {
        kind: "thread.assigned",
        ...matterOfThread(thread),
        data: { threadId: id, to },
      });
      return done;
    });
  } catch (thrown) {
    const refusals = ["Thread_held_by_office", "Thread_assignedToId_fkey"];
    if (!refusals.includes(violatedConstraint(thrown) ?? "")) throw thrown;
    return { ok: false, error: "notAnswering" };
  }
}
