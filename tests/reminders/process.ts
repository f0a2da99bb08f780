import { publishDue } from "@/lib/broadcasts/publish";
import { setClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { remindConfirmations } from "@/lib/jobs/remind-confirmations";
import { remindDormant } from "@/lib/jobs/remind-dormant";
import { remindExpiring } from "@/lib/jobs/remind-expiring";
import { remindExports } from "@/lib/jobs/remind-exports";
import { remindInvitations } from "@/lib/jobs/remind-invitations";
import { remindMandates } from "@/lib/jobs/remind-mandates";
import { remindOriginals } from "@/lib/jobs/remind-originals";
import { remindReturned } from "@/lib/jobs/remind-returned";
import { sendDigests } from "@/lib/jobs/send-digests";
import { tellPeople } from "@/lib/jobs/tell-people";
import { perform } from "./acts";
import type { Asked } from "./processes";

/* A process of the portal at a moment that it is told: a worker in its turn, or an app with what people press. */

const jobs = [
  remindReturned,
  remindOriginals,
  remindExports,
  remindConfirmations,
  remindMandates,
  remindInvitations,
  remindExpiring,
  remindDormant,
  sendDigests,
  publishDue,
];

/** Everything that has not been looked at by this worker. */
let seen = 0n;

/** The timetable of a turn, then whatever happened: also what another worker tells at the same moment. */
async function work(): Promise<void> {
  await Promise.all(jobs.map((job) => job()));
  const events = await db().event.findMany({
    where: { id: { gt: seen } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of events) await tellPeople(id);
  seen = events.at(-1)?.id ?? seen;
}

async function answer({ id, at, acts }: Asked): Promise<void> {
  setClock(new Date(at));
  try {
    if (acts === "work") await work();
    const done = acts === "work" ? [] : await Promise.all(acts.map(perform));
    const refused = done.find((outcome) => !outcome.ok);
    process.send?.({ id, fault: refused ? JSON.stringify({ refused, acts }) : null });
  } catch (thrown) {
    process.send?.({ id, fault: String(thrown) });
  }
}

process.on("message", (message) => void answer(message as Asked));
process.on("disconnect", () => void db().$disconnect());
process.send?.("ready");
