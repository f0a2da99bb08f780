import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { mayFollow } from "@/lib/certificates/access";
import { done, judged, refuse, type Followed } from "@/lib/certificates/life/follow";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { addJob } from "@/lib/jobs/queue";
import { idIs } from "@/lib/row-id";

/** By how much a printer is off the fields of its sheets, in tenths of a millimetre. */
export interface PrinterSetting {
  readonly name: string;
  readonly right: number;
  readonly down: number;
  /** The setting that is replaced; none for a printer that is new. */
  readonly seen?: string | undefined;
}

/** Sets a printer, and has a test print made as it is set now. Of two who set it anew at once, one is first. */
export function setPrinter(
  viewer: OfficerViewer,
  { name, right, down, seen }: PrinterSetting,
): Promise<Followed> {
  if (!mayFollow(viewer)) return Promise.resolve(refuse("notAllowed"));
  return judged(() =>
    transaction(async (tx) => {
      const former = seen ? await tx.printer.findFirst({ where: idIs(seen) }) : null;
      if (seen && !former) return refuse("notFound");
      const { id } = await tx.printer.create({
        data: {
          name: former?.name ?? name,
          right,
          down,
          replacesId: former?.id ?? null,
          setById: viewer.userId,
          setAt: now(),
        },
      });
      const before = former ? { from: { right: former.right, down: former.down } } : {};
      await record(tx, actorOf(viewer), {
        kind: "printer.set",
        data: { name: former?.name ?? name, right, down, ...before },
      });
      await addJob(tx, "renderTestPrint", { printerId: id });
      return done;
    }),
  );
}
