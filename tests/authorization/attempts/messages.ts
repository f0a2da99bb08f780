import { randomUUID } from "node:crypto";
import { transaction } from "@/lib/db";
import { discardDraft } from "@/lib/messages/commands/discard-draft";
import { markRead } from "@/lib/messages/commands/mark-read";
import { lockThread, mayWriteTo } from "@/lib/messages/commands/open-to-writer";
import { saveDraft } from "@/lib/messages/commands/save-draft";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { startThread } from "@/lib/messages/commands/start-thread";
import { findThread, openThread } from "@/lib/messages/queries/find-thread";
import { findMatter, listMatters } from "@/lib/messages/queries/list-matters";
import { countThreads, listThreads } from "@/lib/messages/queries/list-threads";
import { threadFilter } from "@/lib/messages/schema-list";
import { about, anyOf, type Attempt } from "./attempt";

const written = () => ({ messageId: randomUUID(), text: "We write." });

/** Conversations of exporters with the office. */
export const messages = {
  "messages/commands/discard-draft.ts discardDraft": (viewer, { threadId }) =>
    discardDraft(viewer, threadId),
  "messages/commands/mark-read.ts markRead": (viewer, { threadId }) =>
    markRead(viewer, threadId, new Date()),
  "messages/commands/open-to-writer.ts mayWriteTo": (viewer, { exporterId }) =>
    transaction((tx) => mayWriteTo(tx, viewer, exporterId)),
  "messages/commands/open-to-writer.ts lockThread": (viewer, { threadId }) =>
    transaction((tx) => lockThread(tx, viewer, threadId)),
  "messages/commands/save-draft.ts saveDraft": (viewer, { threadId }) =>
    saveDraft(viewer, threadId, written()),
  "messages/commands/send-message.ts sendMessage": (viewer, { threadId }) =>
    sendMessage(viewer, threadId, written()),
  "messages/commands/start-thread.ts startThread": (viewer, { exporterId }) =>
    startThread(viewer, {
      ...{ exporterId, about: "general", matterId: null },
      ...{ subject: "A question", text: "May we?", creationToken: randomUUID() },
    }),
  "messages/queries/find-thread.ts findThread": (viewer, { threadId }) =>
    findThread(viewer, threadId),
  "messages/queries/find-thread.ts openThread": (viewer, { threadId }) =>
    openThread(viewer, threadId),
  "messages/queries/list-matters.ts listMatters": async (
    viewer,
    { exporterId, importCertificateId },
  ) => about(await listMatters(viewer, exporterId), ({ id }) => id === importCertificateId),
  "messages/queries/list-matters.ts findMatter": (viewer, { importCertificateId }) =>
    findMatter(viewer, `import:${importCertificateId}`),
  "messages/queries/list-threads.ts listThreads": async (viewer, { exporterId, threadId }) => {
    const { rows } = await listThreads(viewer, exporterId, threadFilter.parse({}), 1000);
    return about(rows, ({ id }) => id === threadId);
  },
  "messages/queries/list-threads.ts countThreads": async (viewer, { exporterId }) =>
    anyOf((await countThreads(viewer, exporterId, threadFilter.parse({}))) > 0),
} satisfies Record<string, Attempt>;
