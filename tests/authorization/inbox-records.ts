import { randomUUID } from "node:crypto";
import { addDocument } from "@/lib/documents/commands";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { prepareRequest } from "@/lib/reviews/commands/prepare-request";
import { inState } from "@/e2e/support/scene";
import { db } from "@/lib/db";
import { pdf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { started } from "@/tests/factories/messages";
import { application, sceneOf } from "./application-record";
import type { Make } from "./records";

/** A question about an application that is in review, sent with a scan; nobody has answered it. */
const question: Make = async (world, side, answers) => {
  const id = await inState.in_review(sceneOf(world, side), answers);
  const owner = world.owners[side];
  const { threadId, messageId } = await started(owner, world.exporterIds[side], {
    about: "application",
    matterId: id,
    subject: `About ${world.legalNames[side]}`,
  });
  const file = await cameIn("certificate.pdf", pdf);
  const added = await addDocument(owner, { messageId }, "import_certificate", file);
  if (!added.ok) throw new Error(added.error);
  const sent = await sendMessage(owner, threadId, { messageId, text: "May we?" });
  if (!sent.ok) throw new Error(sent.error);
  const { lastMessageAt } = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
  return {
    ...(await application(id)),
    threadId,
    documentId: added.value.documentId,
    seen: lastMessageAt?.toISOString() ?? "",
  };
};

/** What the office does with conversations. */
export const ofInbox = {
  question,
  // By the reviewer, who holds the application.
  async "prepared request"(world, side, answers) {
    const asked = await question(world, side, answers);
    const requestId = randomUUID();
    const input = { section: "consignee", reason: "Which city?" } as const;
    const prepared = await prepareRequest(
      world.officers.reviewer,
      asked.threadId ?? "",
      input,
      requestId,
    );
    if (!prepared.ok) throw new Error(prepared.error);
    return { ...asked, requestId };
  },
  // An answer that the reviewer has begun, with a file, and nobody else sees.
  async "answer in draft"(world, side, answers) {
    const asked = await question(world, side, answers);
    const messageId = randomUUID();
    const { reviewer } = world.officers;
    const saved = await saveDraft(reviewer, asked.threadId ?? "", { messageId, text: "Half a" });
    if (!saved.ok) throw new Error(saved.error);
    const file = await cameIn("form.pdf", pdf);
    const added = await addDocument(reviewer, { messageId }, "other", file);
    if (!added.ok) throw new Error(added.error);
    return { ...asked, matter: { messageId }, ...added.value };
  },
} satisfies Record<string, Make>;
