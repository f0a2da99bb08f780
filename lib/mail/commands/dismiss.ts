import "server-only";
import { actorOf, type OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { record } from "@/lib/events/record";
import { deadLetters, looksAfterMail, visibleTo } from "@/lib/mail/access";
import { err, ok, type Result } from "@/lib/result";
import { idIs } from "@/lib/row-id";

/** An officer has looked at a mail that was never sent, and leaves it at that. Of two, one signs for it. */
export function dismissMail(
  viewer: OfficerViewer,
  mailId: string,
): Promise<Result<void, "notAllowed" | "notFound" | "over">> {
  if (!looksAfterMail(viewer)) return Promise.resolve(err("notAllowed"));
  return transaction(async (tx) => {
    const [mail] = await tx.mail.updateManyAndReturn({
      where: { AND: [visibleTo(viewer), idIs(mailId), deadLetters] },
      data: { dismissedAt: now(), dismissedById: viewer.userId },
      select: { id: true },
    });
    if (!mail) {
      const there = await tx.mail.count({ where: idIs(mailId) });
      return err(there > 0 ? "over" : "notFound");
    }
    await record(tx, actorOf(viewer), { kind: "mail.dismissed", data: { mailId: mail.id } });
    return ok(undefined);
  });
}
