import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { findSentScan } from "@/lib/imports/queries/find-sent-scan";
import { assignThread } from "@/lib/messages/commands/assign-thread";
import { settleThread } from "@/lib/messages/commands/settle-thread";
import { inboxFilter } from "@/lib/messages/inbox-filter";
import { countInbox } from "@/lib/messages/queries/count-inbox";
import { findInboxThread } from "@/lib/messages/queries/find-inbox-thread";
import { listAnswerers } from "@/lib/messages/queries/list-answerers";
import { listInbox } from "@/lib/messages/queries/list-inbox";
import { listOfficeDrafts } from "@/lib/messages/queries/list-office-drafts";
import { writeThreadNote } from "@/lib/office-notes/commands";
import { listThreadNotes } from "@/lib/office-notes/queries";
import { prepareRequest, takeBackRequest } from "@/lib/reviews/commands/prepare-request";
import { listPrepared, listPreparedIn } from "@/lib/reviews/queries/list-prepared";
import { about, asOfficer, type Attempt } from "./attempt";

const whichCity = { section: "consignee", reason: "Which city?" } as const;

/** What the office does with conversations. */
export const inbox = {
  "imports/queries/find-sent-scan.ts findSentScan": asOfficer((viewer, { documentId }) =>
    findSentScan(viewer, documentId),
  ),
  "messages/commands/assign-thread.ts assignThread": asOfficer((viewer, { threadId }) =>
    assignThread(viewer, threadId, viewer.userId, null),
  ),
  "messages/commands/settle-thread.ts settleThread": asOfficer((viewer, { threadId, seen }) =>
    settleThread(viewer, threadId, new Date(seen)),
  ),
  "messages/queries/count-inbox.ts countInbox": asOfficer((viewer) => countInbox(viewer)),
  "messages/queries/find-inbox-thread.ts findInboxThread": asOfficer((viewer, { threadId }) =>
    findInboxThread(viewer, threadId),
  ),
  "messages/queries/list-answerers.ts listAnswerers": asOfficer((viewer, { threadId }) =>
    listAnswerers(viewer, threadId),
  ),
  "messages/queries/list-inbox.ts listInbox": asOfficer(async (viewer, { threadId, number }) => {
    const { rows } = await listInbox(viewer, inboxFilter.parse({ view: "all", q: number }));
    return about(rows, ({ id }) => id === threadId);
  }),
  "messages/queries/list-office-drafts.ts listOfficeDrafts": asOfficer(
    async (viewer, { threadId }) =>
      about(await listOfficeDrafts(viewer), ({ id }) => id === threadId),
  ),
  "office-notes/commands.ts writeThreadNote": asOfficer((viewer, { threadId }) =>
    writeThreadNote(viewer, threadId, "They ask each week."),
  ),
  "office-notes/queries.ts listThreadNotes": asOfficer(async (viewer, { threadId }) => {
    if (await findInboxThread(viewer, threadId)) {
      const data = { threadId, text: "Call them.", byId: viewer.userId };
      await db().officeNote.create({ data });
    }
    return listThreadNotes(viewer, threadId);
  }),
  "reviews/commands/prepare-request.ts prepareRequest": asOfficer((viewer, { threadId }) =>
    prepareRequest(viewer, threadId, whichCity, randomUUID()),
  ),
  "reviews/commands/prepare-request.ts takeBackRequest": asOfficer((viewer, { requestId }) =>
    takeBackRequest(viewer, requestId),
  ),
  "reviews/queries/list-prepared.ts listPrepared": asOfficer((viewer, { applicationId }) =>
    listPrepared(viewer, applicationId),
  ),
  "reviews/queries/list-prepared.ts listPreparedIn": asOfficer((viewer, { threadId }) =>
    listPreparedIn(viewer, threadId),
  ),
} satisfies Record<string, Attempt>;
