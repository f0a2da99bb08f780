import "server-only";
import { actorOf, type ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { profileFacts } from "@/lib/exporters/profile-facts";
import { levels } from "@/lib/exporters/permissions";
import type { ExporterProfile } from "@/lib/exporters/schema";
import { lockPeople } from "@/lib/people/commands/lock-person";
import { err, ok, type Result } from "@/lib/result";
import { isUuid } from "@/lib/row-id";

/**
 * Registers a profile; who makes it owns it. The token stands for one press of the button: however
 * often it is sent, one profile is made. Who comes back to the form and presses again has another
 * token; the same applicant is not made twice by one owner.
 */
export async function createExporter(
  viewer: ExporterViewer,
  input: ExporterProfile,
  creationToken: string,
): Promise<Result<{ exporterId: string }, "notFound" | "alreadyYours">> {
  if (!isUuid(creationToken)) return err("notFound");
  return transaction(async (tx) => {
    await lockPeople(tx, viewer.userId);
    const facts = profileFacts(viewer, input);
    const { legalName, businessNumber } = facts;
    const mine = { some: { userId: viewer.userId, kind: "owner", endedAt: null } } as const;
    const same = await tx.exporter.findFirst({
      where: { legalName, businessNumber, mandates: mine, NOT: { creationToken } },
    });
    if (same) return rollBack(err("alreadyYours"));
    const { count } = await tx.exporter.createMany({
      data: [{ ...facts, creationToken }],
      skipDuplicates: true,
    });
    const exporter = await tx.exporter.findUniqueOrThrow({
      where: { creationToken },
      select: { id: true, mandates: { where: { userId: viewer.userId, kind: "owner" } } },
    });
    if (count === 0) {
      return exporter.mandates.length > 0 ? ok({ exporterId: exporter.id }) : err("notFound");
    }
    await tx.mandate.create({
      data: {
        exporterId: exporter.id,
        userId: viewer.userId,
        kind: "owner",
        permissions: [...levels],
        acceptedAt: now(),
      },
    });
    await record(tx, actorOf(viewer), {
      kind: "exporter.created",
      exporterId: exporter.id,
      data: {},
    });
    return ok({ exporterId: exporter.id });
  });
}
