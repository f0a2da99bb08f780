import "server-only";
import { seesAudit } from "@/lib/audit/access";
import { checkChain } from "@/lib/audit/check-chain";
import { headSink } from "@/lib/audit/portal-chain";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { db } from "@/lib/db";
import { startOfDay } from "@/lib/reference/working-time";

/** So many entries are read again while somebody waits for the page; the command on the server has no limit. */
export const checkLimit = 200_000;

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type CheckRefusal = {
  readonly ok: false;
  readonly error: "tooBig" | "tooMany" | "noneThere" | "notAllowed";
  readonly limit: number;
};

/** Reads the chain again, or the batches of some days, and says in the trail what was found. */
export async function check(
  viewer: OfficerViewer,
  { from, to }: Days,
): Promise<{ readonly ok: true; readonly whole: boolean } | CheckRefusal> {
  const refuse = (error: CheckRefusal["error"]) =>
    ({ ok: false, error, limit: checkLimit }) as const;
  if (!seesAudit(viewer)) return refuse("notAllowed");
  const sealedAt = {
    ...(from ? { gte: startOfDay(from) } : {}),
    ...(to ? { lt: startOfDay(addDays(to, 1)) } : {}),
  };
  const {
    _min: first,
    _max: last,
    _sum: sum,
  } = await db().auditBatch.aggregate({
    where: { sealedAt },
    _min: { id: true },
    _max: { id: true },
    _sum: { entries: true },
  });
  const some = Boolean(from ?? to);
  if (some && first.id === null) return refuse("noneThere");
  if ((sum.entries ?? 0) > checkLimit) return refuse(some ? "tooMany" : "tooBig");
  const range = some ? { from: first.id, to: last.id } : {};
  const heads = await headSink().read();
  const { broken } = await checkChain(actorOf(viewer), { ...range, heads });
  return { ok: true, whole: broken === null };
}
