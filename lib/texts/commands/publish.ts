import "server-only";
import { isSteppedUp } from "@/lib/auth/step-up";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { todayInOttawa } from "@/lib/clock";
import { transaction, violatedConstraint } from "@/lib/db";
import { record } from "@/lib/events/record";
import { err, ok, type Result } from "@/lib/result";
import type { NextText } from "@/lib/texts/schema";
import type { PortalTextKind } from "@/prisma/generated/enums";

type PublishError = "notAllowed" | "stepUp" | "newer" | "past" | "unchanged";

/**
 * Publishes the version after `seen`, the newest that the page showed. Of two administrators at once one
 * publishes; the other is told, and their words are still on their page. Words that say what the last
 * version says are not published: everybody would be asked to accept terms that did not change.
 */
export async function publishText(
  viewer: OfficerViewer,
  kind: PortalTextKind,
  { textEn, textFr, validFrom }: NextText,
  seen: number,
): Promise<Result<{ version: number }, PublishError>> {
  if (!viewer.roles.includes("administrator")) return err("notAllowed");
  if (!isSteppedUp(viewer)) return err("stepUp");
  if (validFrom < todayInOttawa()) return err("past");
  try {
    return await transaction(async (tx) => {
      const newest = await tx.portalText.findFirst({
        where: { kind },
        orderBy: { version: "desc" },
      });
      if ((newest?.version ?? 0) !== seen) return err("newer");
      if (newest?.textEn === textEn && newest.textFr === textFr) return err("unchanged");
      const version = seen + 1;
      await tx.portalText.create({
        data: {
          kind,
          version,
          textEn,
          textFr,
          validFrom: new Date(validFrom),
          publishedById: viewer.userId,
        },
      });
      await record(tx, actorOf(viewer), {
        kind: "text.published",
        data: { text: kind, version },
      });
      return ok({ version });
    });
  } catch (thrown) {
    const constraint = violatedConstraint(thrown);
    if (constraint === "PortalText_by_administrator") return err("notAllowed");
    // Somebody else's version came first.
    if (constraint === "PortalText_pkey") return err("newer");
    throw thrown;
  }
}
