import "server-only";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { transaction, violatedConstraint } from "@/lib/db";
import { printQueue, readQueue, viewOf } from "@/lib/reviews/queue-filter";
import { savedViewLimits } from "@/lib/reviews/schema";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/** Keeps a query of the queue under a name; of its pages the first. */
export async function saveView(
  { userId }: OfficerViewer,
  { name, query }: { name: string; query: string },
): Promise<Result<void, "nameTaken" | "tooMany">> {
  const view = { userId, name, query: printQueue(viewOf(readQueue(query))) };
  return unlessTaken(() =>
    transaction(async (tx) => {
      // One after the other, so that two presses do not both find room for the last one.
      await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
      if ((await tx.savedView.count({ where: { userId } })) >= savedViewLimits.views) {
        return err("tooMany");
      }
      await tx.savedView.create({ data: view });
      return ok(undefined);
    }),
  );
}

export async function renameView(
  { userId }: OfficerViewer,
  viewId: string,
  name: string,
): Promise<Result<void, "notFound" | "nameTaken">> {
  return unlessTaken(() =>
    transaction(async (tx) => {
      const where = { AND: [{ userId }, idIs(viewId)] };
      const { count } = await tx.savedView.updateMany({ where, data: { name } });
      return count === 0 ? err("notFound") : ok(undefined);
    }),
  );
}

export async function removeView(
  { userId }: OfficerViewer,
  viewId: string,
): Promise<Result<void, "notFound">> {
  return transaction(async (tx) => {
    const { count } = await tx.savedView.deleteMany({ where: { AND: [{ userId }, idIs(viewId)] } });
    return count === 0 ? err("notFound") : ok(undefined);
  });
}

/** The database is the judge of names: each once for a person. */
async function unlessTaken<E extends string>(
  work: () => Promise<Result<void, E>>,
): Promise<Result<void, E | "nameTaken">> {
  try {
    return await work();
  } catch (thrown) {
    if (violatedConstraint(thrown) === "SavedView_userId_name_key") return err("nameTaken");
    throw thrown;
  }
}
