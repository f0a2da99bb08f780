import "server-only";
import { currentPerson } from "@/lib/auth/current";
import { deniedFile } from "@/lib/auth/denied";
import { isThrough } from "@/lib/auth/through";
import { asExporter, asOfficer, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { addDocument, roomForDocument } from "@/lib/documents/commands";
import { displayName } from "@/lib/documents/display-name";
import { findOwnMessage } from "@/lib/documents/message-matter";
import type { Matter } from "@/lib/documents/open-matter";
import type { FailedFile, UploadProblem, UploadResult } from "@/lib/documents/upload-result";
import { env } from "@/lib/env";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { log } from "@/lib/log";
import { answerTo, mandateEnded, withHeaders } from "@/lib/receiving/answer";
import { receiveForm, type ReceivedForm } from "@/lib/receiving/receive-form";
import { inTurn } from "@/lib/receiving/turns";
import { databaseAnswers } from "@/lib/security/readiness";
import { refusal } from "@/lib/security/refusal";
import { DocumentKind } from "@/prisma/generated/enums";

/**
 * Takes the files of a form, each by itself, as documents of a matter, and leads back to the form's page,
 * which tells the result; a script is told it itself. Uploads stand outside the proxy, whose bodies are
 * limited, and so ask for themselves what the proxy asks of others.
 */
export async function takeUpload(request: Request, matter: Matter): Promise<Response> {
  const refused = refusal(request.method, request.headers, env().PORTAL_URL);
  if (refused) return withHeaders(new Response(refused.text, { status: refused.status }));
  const answer = answerTo(request);
  if (!(await databaseAnswers())) return answer.unavailable();
  const person = await currentPerson();
  // Without a session, or before the arrival is over, the page itself leads on.
  if (!person || !(await isThrough(person))) return answer.signedOut();
  const own =
    "messageId" in matter
      ? await findOwnMessage(db(), { userId: person.id }, matter.messageId)
      : null;
  const ofOffice = "importCertificateId" in matter || own?.side === "office";
  const viewer = ofOffice ? asOfficer(person) : asExporter(person);
  const taken = await take(viewer, matter, request);
  if (taken !== "notFound") return answer.result(taken);
  if (viewer.kind === "officer") await deniedFile(request, { ...matter });
  const ended = viewer.kind === "exporter" && (await hasEnded(viewer, matter, own?.threadId));
  return ended ? mandateEnded(request) : answer.result(none("locked"));
}

const none = (problem: UploadProblem): UploadResult => ({
  added: 0,
  failed: [{ problem, name: "" }],
});

async function take(
  viewer: Viewer,
  matter: Matter,
  request: Request,
): Promise<UploadResult | "notFound" | { busy: "person" | "portal" }> {
  const room = await roomForDocument(viewer, matter);
  if (!room.ok) return room.error === "notFound" ? room.error : none(room.error);
  try {
    const turn = await inTurn(viewer.userId, () =>
      receiveForm(request, (form) => addAll(viewer, matter, form)),
    );
    return "done" in turn ? turn.done : turn;
  } catch (error) {
    log().error({ err: error, matter }, "an upload could not be taken");
    return none("failed");
  }
}

async function addAll(
  viewer: Viewer,
  matter: Matter,
  form: ReceivedForm | null,
): Promise<UploadResult | "notFound"> {
  if (!form) return none("failed");
  // A file field in which nothing was chosen sends one nameless, empty file.
  const files = form.files.filter(({ name, incoming }) => name !== "" || incoming?.size !== 0);
  if (files.length === 0) return none("nothing");
  const kind = Object.values(DocumentKind).find((each) => each === form.fields.get("kind"));
  if (!kind) return none("kind");

  const failed: FailedFile[] = [];
  for (const { name: typed, incoming } of files) {
    const name = displayName(typed);
    if (!incoming) {
      failed.push({ problem: "tooLarge", name });
      continue;
    }
    const added = await addDocument(viewer, matter, kind, { name: typed, ...incoming });
    if (added.ok) continue;
    if (added.error === "notFound") return added.error;
    const under = "under" in added ? { under: added.under } : {};
    failed.push({ problem: added.error, name, ...under });
  }
  return { added: files.length - failed.length, failed };
}

async function hasEnded(
  viewer: ReturnType<typeof asExporter>,
  matter: Matter,
  threadId: string | undefined,
): Promise<boolean> {
  if (threadId !== undefined) {
    return (await whyRefused(viewer, { kind: "thread", id: threadId })) === "ended";
  }
  if ("applicationId" in matter) {
    const record = { kind: "application", id: matter.applicationId } as const;
    return (await whyRefused(viewer, record)) === "ended";
  }
  if (!("announcementId" in matter)) return false;
  const record = { kind: "announcement", id: matter.announcementId } as const;
  return (await whyRefused(viewer, record)) === "ended";
}
