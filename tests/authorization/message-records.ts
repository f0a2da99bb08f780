import type { ExporterViewer } from "@/lib/auth/viewer";
import { addDocument } from "@/lib/documents/commands";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { pdf } from "@/tests/factories/applications";
import { cameIn } from "@/tests/factories/documents";
import { reply, started } from "@/tests/factories/messages";
import { newRepresentative } from "@/tests/factories/people";
import type { Side } from "./identities";
import type { Make } from "./records";
import type { World } from "./world";

export interface MessageIds {
  readonly messageId: string;
}

export const messagesNamed = (id: string): MessageIds => ({ messageId: id });

/** Begun by somebody of the profile, with a file. */
async function drafted(by: ExporterViewer, world: World, side: Side) {
  const said = { subject: `Which invoice does ${world.legalNames[side]} need?` };
  const { threadId, messageId } = await started(by, world.exporterIds[side], said);
  const matter = { messageId };
  const added = await addDocument(by, matter, "invoice", await cameIn("question.pdf", pdf));
  if (!added.ok) throw new Error(added.error);
  return { threadId, messageId, matter, ...added.value };
}

/** Conversations of exporters with the office. */
export const ofMessages = {
  "message draft": (world, side) => drafted(world.owners[side], world, side),
  // With an answer that nobody has read.
  async conversation(world, side) {
    // Each of another representative: nobody sends as many within an hour.
    const writer = await newRepresentative(world.exporterIds[side]);
    const target = await drafted(writer, world, side);
    const { threadId, messageId } = target;
    const sent = await sendMessage(writer, threadId, { messageId, text: "May we?" });
    if (!sent.ok) throw new Error(sent.error);
    await reply(world.anotherReviewer, threadId, "You may.");
    return target;
  },
} satisfies Record<string, Make>;
