import "server-only";
import { headSink, sealAudit, writeHeads } from "@/lib/audit/portal-chain";
import { checkChain } from "@/lib/audit/check-chain";
import { dateInOttawa, now, todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { log } from "@/lib/log";

const EVERY_MS = 5_000;

/** Seals the trail every few seconds until stopped; of several workers one does at a time. */
export function keepSealing(): { stop(): Promise<void> } {
  let turn: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // A database that is away ends the worker by its other connections; the next turn seals what waits.
    turn = sealAudit()
      .catch((error: unknown) => log().error({ err: error }, "the trail could not be sealed"))
      .finally(() => (busy = false));
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}

/** Each minute, whatever became of the turns between: seals, and writes the heads outside the database. */
export async function sealAndWriteHeads(): Promise<void> {
  await sealAudit();
  await writeHeads();
}

/** Once a day: reads the whole chain again, compares the heads outside, and has the result and the newest head mailed. */
export async function checkAudit(): Promise<void> {
  const last = await db().event.findFirst({
    where: { kind: "audit.checked", actorRole: "system" },
    orderBy: { id: "desc" },
    select: { at: true },
  });
  if (last && dateInOttawa(last.at) === todayInOttawa()) return;
  await sealAudit();
  const began = now();
  const { broken, entries } = await checkChain(
    { system: true },
    { heads: await headSink().read() },
  );
  const said = { entries, ms: now().getTime() - began.getTime() };
  if (broken) log().fatal({ ...said, broken }, "the trail is not whole");
  else log().info(said, "the trail is whole");
}
