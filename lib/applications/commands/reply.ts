import "server-only";
import { leaveTraces, lockEditable } from "@/lib/applications/commands/edit";
import { currentRequests } from "@/lib/applications/requests";
import type { Viewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { rollBack, transaction } from "@/lib/db";
import { err, ok, type Result } from "@/lib/result";

/** Characters of an answer to an officer's request. */
export const longestReply = 2000;

/** Answers a request of the newest notice in words: nothing needs to change, or a change needs explaining. */
export async function replyToRequest(
  viewer: Viewer,
  applicationId: string,
  requestId: string,
  reply: string,
): Promise<Result<{ version: number }, "notFound" | "locked" | "empty" | "tooLong">> {
  const text = reply.replaceAll("\0", "").toWellFormed().trim().normalize("NFC");
  if (text === "") return err("empty");
  if (text.length > longestReply) return err("tooLong");
  return transaction(async (tx) => {
    const found = await lockEditable(tx, viewer, applicationId, "summary");
    if (!found.ok) return rollBack(found);
    const { id, exporterId, version, status, changeRequests } = found.value;
    const request = currentRequests(changeRequests).find((r) => r.id === requestId);
    if (!request) return rollBack(err("notFound"));
    if (status !== "returned") return rollBack(err("locked"));
    await tx.changeRequest.update({
      where: { id: requestId },
      data: { reply: text, repliedAt: now() },
    });
    await leaveTraces(tx, viewer, found.value, "summary", {
      kind: "application.saved",
      applicationId: id,
      exporterId,
      data: { section: request.section, version },
    });
    return ok({ version });
  });
}
