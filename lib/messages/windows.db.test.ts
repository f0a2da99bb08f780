import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { assignThread } from "./commands/assign-thread";
import { saveDraft } from "./commands/save-draft";
import { sendMessage } from "./commands/send-message";
import { settleThread } from "./commands/settle-thread";
import { startThread } from "./commands/start-thread";
import { findThread } from "./queries/find-thread";
import type { ExporterViewer, OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { reply, sent, started } from "@/tests/factories/messages";
import { newExporter, newOfficer } from "@/tests/factories/people";

/* Two windows of one person, and two people at once: nobody's words are lost, and nobody answers what they did not read. */

let exporterId: string;
let owner: ExporterViewer;
let nora: OfficerViewer;
let samir: OfficerViewer;
beforeEach(async () => {
  ({ exporterId, owner } = await newExporter());
  nora = await newOfficer("reviewer");
  samir = await newOfficer("signatory");
});

const refused = (error: string) => ({ ok: false, error });
const written = (text: string) => ({ messageId: randomUUID(), text });
const stands = (threadId: string) => db().thread.findUniqueOrThrow({ where: { id: threadId } });
/** What the page of a conversation knows of it. */
async function opened(viewer: Viewer, threadId: string) {
  const thread = await findThread(viewer, threadId);
  return {
    seen: thread?.lastMessageAt?.toISOString() ?? "",
    savedAt: thread?.draft?.savedAt.getTime() ?? 0,
    draft: thread?.draft?.text,
    texts: thread?.messages.map(({ text }) => text),
  };
}

describe("an answer of the office", () => {
  it("is not sent over a message that its writer was not shown", async () => {
    const { threadId } = await sent(owner, exporterId);
    const { seen } = await opened(nora, threadId);
    await reply(owner, threadId, "And this?");
    const answer = written("Yes.");
    expect(await sendMessage(nora, threadId, { ...answer, seen })).toEqual(refused("newMessage"));
    expect((await stands(threadId)).waitingSince).not.toBeNull();
    const read = (await opened(nora, threadId)).seen;
    expect(await sendMessage(nora, threadId, { ...answer, seen: read })).toMatchObject({
      ok: true,
    });
    expect((await stands(threadId)).waitingSince).toBeNull();
    // The same press once more says that it is done.
    expect(await sendMessage(nora, threadId, { ...answer, seen })).toMatchObject({ ok: true });
  });

  it("is one, where two officers answer at once", async () => {
    const { threadId } = await sent(owner, exporterId);
    const { seen } = await opened(nora, threadId);
    const both = await Promise.all([
      sendMessage(nora, threadId, { ...written("Yes."), seen }),
      sendMessage(samir, threadId, { ...written("No."), seen }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(refused("newMessage"));
    expect((await opened(owner, threadId)).texts).toHaveLength(2);
  });

  it("settles nothing that comes at the same moment", async () => {
    const { threadId } = await sent(owner, exporterId);
    const { seen } = await opened(nora, threadId);
    await Promise.all([
      sendMessage(nora, threadId, { ...written("Yes."), seen }),
      sendMessage(owner, threadId, written("And this?")),
    ]);
    expect((await stands(threadId)).waitingSince).not.toBeNull();
  });

  it("that is begun is kept by whatever else is pressed, and only if that is done", async () => {
    const { threadId } = await sent(owner, exporterId);
    const lastMessageAt = async () => (await stands(threadId)).lastMessageAt ?? new Date(NaN);
    const late = await settleThread(nora, threadId, new Date(0), written("Half"));
    expect(late).toEqual(refused("newer"));
    expect((await opened(nora, threadId)).draft).toBeUndefined();
    const settled = await settleThread(nora, threadId, await lastMessageAt(), written("Half a"));
    expect(settled).toMatchObject({ ok: true });
    expect((await opened(nora, threadId)).draft).toBe("Half a");
    const other = written("Another");
    expect(await assignThread(nora, threadId, nora.userId, null, other)).toEqual(
      refused("otherDraft"),
    );
    expect(await assignThread(samir, threadId, samir.userId, null, other)).toMatchObject({
      ok: true,
    });
    expect((await opened(samir, threadId)).draft).toBe("Another");
    expect((await stands(threadId)).assignedToId).toBe(samir.userId);
  });
});

describe("a draft that is open in two windows", () => {
  it("is neither sent nor overwritten by the one that knows an older text", async () => {
    const { threadId, messageId } = await started(owner, exporterId, { text: "One" });
    const { savedAt } = await opened(owner, threadId);
    const later = { messageId, text: "One and two", savedAt };
    expect(await saveDraft(owner, threadId, later)).toMatchObject({ ok: true });
    const older = { messageId, text: "One and three", savedAt };
    expect(await saveDraft(owner, threadId, older)).toEqual(refused("draftChanged"));
    expect(await sendMessage(owner, threadId, older)).toEqual(refused("draftChanged"));
    // Where the form has no text, what is kept is sent; but only as it was shown.
    const shown = { messageId, savedAt };
    expect(await sendMessage(owner, threadId, shown)).toEqual(refused("draftChanged"));
    // Of the same press, a second time.
    expect(await saveDraft(owner, threadId, later)).toMatchObject({ ok: true });
    const now = await opened(owner, threadId);
    expect(now.draft).toBe("One and two");
    const subject = { ...later, savedAt: now.savedAt, subject: "Another subject" };
    expect(await saveDraft(owner, threadId, subject)).toMatchObject({ ok: true });
    expect(await sendMessage(owner, threadId, { ...later, subject: "A question" })).toEqual(
      refused("draftChanged"),
    );
    const newest = { messageId, savedAt: (await opened(owner, threadId)).savedAt };
    expect(await sendMessage(owner, threadId, newest)).toMatchObject({ ok: true });
    expect(await findThread(owner, threadId)).toMatchObject({
      subject: "Another subject",
      messages: [{ text: "One and two" }],
    });
  });

  it("goes on in one of them, where both press at once", async () => {
    const { threadId, messageId } = await started(owner, exporterId, { text: "One" });
    const { savedAt } = await opened(owner, threadId);
    const both = await Promise.all([
      saveDraft(owner, threadId, { messageId, text: "One and two", savedAt }),
      sendMessage(owner, threadId, { messageId, text: "One and three", savedAt }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { draft, texts } = await opened(owner, threadId);
    const kept = both[0].ok ? ["One and two", []] : [undefined, ["One and three"]];
    expect([draft, texts]).toEqual(kept);
    expect(both).toContainEqual(refused(both[0].ok ? "draftChanged" : "notDraft"));
  });

  it("is not said to be sent where it was sent with other words", async () => {
    const { threadId, messageId } = await started(owner, exporterId);
    const both = await Promise.all(
      ["One", "Two"].map((text) => sendMessage(owner, threadId, { messageId, text })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(refused("sentAlready"));
    const { texts } = await opened(owner, threadId);
    const [text = ""] = texts ?? [];
    expect(await sendMessage(owner, threadId, { messageId, text })).toMatchObject({ ok: true });
    expect(await sendMessage(owner, threadId, { messageId })).toMatchObject({ ok: true });
    expect((await opened(owner, threadId)).texts).toEqual([text]);
  });

  it("is not sent without words", async () => {
    const { threadId, messageId } = await started(owner, exporterId, { text: "" });
    expect(await sendMessage(owner, threadId, { messageId })).toEqual(refused("text"));
    expect(await sendMessage(owner, threadId, { messageId: randomUUID() })).toEqual(
      refused("text"),
    );
  });
});

describe("a conversation whose first answer was lost", () => {
  const start = (text: string) =>
    ({ exporterId, about: "general", matterId: null, subject: "Hours", text }) as const;

  it("keeps what was typed since", async () => {
    const creationToken = randomUUID();
    await startThread(owner, { ...start("When"), creationToken });
    const again = { ...start("When do you open?"), subject: "Opening hours", creationToken };
    expect(await startThread(owner, again)).toMatchObject({ ok: true });
    expect(await findThread(owner, creationToken)).toMatchObject({
      subject: "Opening hours",
      draft: { text: "When do you open?" },
    });
    expect(await db().message.count({ where: { threadId: creationToken } })).toBe(1);
  });

  it("does not overwrite what has gone on elsewhere, and says so", async () => {
    const creationToken = randomUUID();
    const made = await startThread(owner, { ...start("When"), creationToken });
    const messageId = made.ok ? made.value.messageId : "";
    const { savedAt } = await opened(owner, creationToken);
    const again = { ...start("When do you open?"), creationToken };
    const both = await Promise.all([
      startThread(owner, again),
      saveDraft(owner, creationToken, { messageId, text: "When on Friday?", savedAt }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(refused(both[0].ok ? "draftChanged" : "begun"));
    const { draft = "" } = await opened(owner, creationToken);
    expect(draft).toBe(both[0].ok ? "When do you open?" : "When on Friday?");
    const third = { ...start("When at Christmas?"), creationToken };
    expect(await startThread(owner, third)).toEqual(refused("begun"));
    await sendMessage(owner, creationToken, { messageId, text: draft });
    expect(await startThread(owner, third)).toEqual(refused("begun"));
    expect(await startThread(owner, { ...third, text: draft })).toMatchObject({ ok: true });
    expect((await opened(owner, creationToken)).texts).toEqual([draft]);
  });
});
