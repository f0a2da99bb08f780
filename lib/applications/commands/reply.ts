import "server-only";
import { leaveTraces, lockEditable } from "@/lib/applications/commands/edit";
import { currentRequests, longestReply } from "@/lib/applications/requests";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { err, ok, type Result } from "@/lib/result";

/** What an exporter says to a request: that it was done as asked, a note, or both; neither takes the answer back. */
export interface Reply {
  readonly done: boolean;
  readonly note: string;
}

/** Answers a request of the newest notice, or takes its answer back, as long as the application is returned. */
export async function replyToRequest(
  viewer: Viewer,
  applicationId: string,
  requestId: string,
  { done, note }: Reply,
): Promise<Result<{ version: number }, "notFound" | "locked" | "tooLong">> {
  const text = note.replaceAll("\0", "").toWellFormed().trim().normalize("NFC");
  if (text.length > longestReply) return err("tooLong");
  const reply = text === "" ? null : text;
  return transaction(async (tx) => {
    const found = await lockEditable(tx, viewer, applicationId, "summary");
    if (!found.ok) return rollBack(found);
    const { id, exporterId, version, status, changeRequests } = found.value;
    const request = currentRequests(changeRequests).find((each) => each.id === requestId);
    if (!request) return rollBack(err("notFound"));
    if (status !== "returned") return rollBack(err("locked"));
    // Nothing new is said: whoever has the page open keeps their version.
    if (request.done === done && request.reply === reply) {
      return rollBack(ok({ version: version - 1 }));
    }
    await tx.changeRequest.update({
      where: { id: requestId },
      data: { done, reply, repliedAt: done || reply !== null ? now() : null },
    });
    await leaveTraces(tx, viewer, found.value, {
      kind: "request.answered",
      applicationId: id,
      exporterId,
      data: { requestId, done, note: reply !== null },
    });
    return ok({ version });
  });
}
