import { randomUUID } from "node:crypto";
import { findKept, forgetKept } from "@/lib/auth/kept-text";
import { endOtherSessions, endOwnSession, listSessions } from "@/lib/auth/own-sessions";
import { db } from "@/lib/db";
import { markAllRead, markRead } from "@/lib/notices/commands/mark-read";
import { setPreferences } from "@/lib/notices/commands/set-preferences";
import {
  countUnreadNotices,
  findNewestNotice,
  findPreferences,
  listNotices,
  openNotice,
} from "@/lib/notices/queries";
import { noticeFilter } from "@/lib/notices/schema";
import { changeDetails } from "@/lib/people/commands/change-details";
import { setLetterKeys } from "@/lib/people/commands/letter-keys";
import { acceptCredential, refuseCredential } from "@/lib/people/commands/decide-credential";
import { introduce, requestAddress, sendAgain } from "@/lib/people/commands/send-link";
import {
  findDetails,
  findOwnRequest,
  findPendingAddress,
  listCredentialRequests,
} from "@/lib/people/queries";
import { acceptTerms } from "@/lib/texts/commands/accept-terms";
import { currentTerms } from "@/lib/texts/queries";
import { introduction } from "@/tests/factories/arrival";
import { about, asOfficer, type Attempt } from "./attempt";

/** What is asked about oneself alone is answered, whatever the answer is. */
const own = async (answer: Promise<unknown>) => ({ answer: await answer });

/** Whether the session is over, as a list of what was ended. */
async function ended(sessionId: string, work: () => Promise<void>): Promise<string[]> {
  const found = () => db().session.findMany({ select: { id: true } });
  const before = await found();
  await work();
  const after = await found();
  const gone = before.filter(({ id }) => !after.some((session) => session.id === id));
  return about(gone, ({ id }) => id === sessionId).map(({ id }) => id);
}

/** Oneself: details, address, sessions, the terms; and who may sign in anew. */
export const people = {
  "auth/own-sessions.ts listSessions": async (viewer, { sessionId }) =>
    about(await listSessions(viewer), ({ id }) => id === sessionId),
  "auth/own-sessions.ts endOwnSession": (viewer, { sessionId }) =>
    ended(sessionId, () => endOwnSession(viewer, sessionId)),
  "auth/own-sessions.ts endOtherSessions": (viewer, { sessionId }) =>
    ended(sessionId, () => endOtherSessions(viewer)),
  "auth/kept-text.ts findKept": (viewer) => own(findKept(viewer, "/profile/new")),
  "auth/kept-text.ts forgetKept": (viewer) => own(forgetKept(viewer, "/profile/new")),
  "people/commands/change-details.ts changeDetails": (viewer) =>
    own(changeDetails(viewer, { firstName: "Ezra", lastName: "Renamed", language: "en" })),
  "people/commands/letter-keys.ts setLetterKeys": asOfficer((viewer) =>
    own(setLetterKeys(viewer, false)),
  ),
  "people/commands/send-link.ts introduce": (viewer) => own(introduce(viewer, introduction())),
  "people/commands/send-link.ts requestAddress": (viewer) =>
    own(requestAddress(viewer, `${randomUUID()}@test.example`)),
  "people/commands/send-link.ts sendAgain": (viewer) => own(sendAgain(viewer)),
  "notices/queries.ts listNotices": async (viewer, { noticeId }) =>
    about(
      (await listNotices(viewer, noticeFilter.parse({}), "en")).rows,
      ({ id }) => id === noticeId,
    ),
  "notices/queries.ts countUnreadNotices": (viewer) => own(countUnreadNotices(viewer)),
  "notices/queries.ts findNewestNotice": (viewer) => own(findNewestNotice(viewer)),
  "notices/queries.ts openNotice": (viewer, { noticeId }) => openNotice(viewer, noticeId, "en"),
  "notices/queries.ts findPreferences": (viewer) => own(findPreferences(viewer)),
  "notices/commands/mark-read.ts markRead": (viewer, { noticeId }) => markRead(viewer, noticeId),
  "notices/commands/mark-read.ts markAllRead": (viewer, { noticeId }) =>
    markAllRead(viewer, noticeId),
  "notices/commands/set-preferences.ts setPreferences": (viewer) =>
    own(setPreferences(viewer, { language: "en", channels: {} })),
  "people/queries.ts findDetails": (viewer) => own(findDetails(viewer)),
  "people/queries.ts findPendingAddress": (viewer) => own(findPendingAddress(viewer)),
  "people/queries.ts findOwnRequest": (viewer) => own(findOwnRequest(viewer)),
  "people/commands/decide-credential.ts acceptCredential": (viewer, { credentialRequestId }) =>
    acceptCredential(viewer, credentialRequestId),
  "people/commands/decide-credential.ts refuseCredential": (viewer, { credentialRequestId }) =>
    refuseCredential(viewer, credentialRequestId),
  "people/queries.ts listCredentialRequests": async (viewer, { credentialRequestId }) =>
    about(await listCredentialRequests(viewer), ({ id }) => id === credentialRequestId),
  "texts/commands/accept-terms.ts acceptTerms": async (viewer) =>
    acceptTerms(viewer, (await currentTerms())?.version ?? 0),
} satisfies Record<string, Attempt>;
