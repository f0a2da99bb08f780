import { addDocument } from "@/lib/documents/commands";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { pdf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { reply, started } from "@/tests/factories/messages";
import type { Side } from "./identities";
import type { Make } from "./records";
import type { World } from "./world";

export interface MessageIds {
  readonly messageId: string;
}

export const messagesNamed = (id: string): MessageIds => ({ messageId: id });

/** Begun by the owner, with a file. */
async function drafted(world: World, side: Side) {
  const owner = world.owners[side];
  const said = { subject: `Which invoice does ${world.legalNames[side]} need?` };
  const { threadId, messageId } = await started(owner, world.exporterIds[side], said);
  const matter = { messageId };
  const added = await addDocument(owner, matter, "invoice", await cameIn("question.pdf", pdf));
  if (!added.ok) throw new Error(added.error);
  return { threadId, messageId, matter, ...added.value };
}

/** Conversations of exporters with the office. */
export const ofMessages = {
  "message draft": drafted,
  // With an answer that nobody has read.
  async conversation(world, side) {
    const target = await drafted(world, side);
    const { threadId, messageId } = target;
    const sent = await sendMessage(world.owners[side], threadId, { messageId, text: "May we?" });
    if (!sent.ok) throw new Error(sent.error);
    await reply(world.anotherReviewer, threadId, "You may.");
    return target;
  },
} satisfies Record<string, Make>;
