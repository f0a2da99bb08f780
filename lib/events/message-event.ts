import type { MessageSide } from "@/prisma/generated/enums";

/** What a conversation is about; none where it is general. */
export interface ThreadMatter {
  exporterId: string;
  applicationId?: string;
  certificateId?: string;
  importCertificateId?: string;
}

/** About conversations of an exporter with the office. Its words stay in the message. */
export type MessageEvent = ThreadMatter &
  (
    | { kind: "message.sent"; data: { threadId: string; messageId: string; side: MessageSide } }
    | { kind: "thread.assigned"; data: { threadId: string; to: string | null } }
    /** An officer says that the exporter's last message needs no answer. */
    | { kind: "thread.settled"; data: { threadId: string } }
    | { kind: "thread.noteWritten"; data: { threadId: string; noteId: string } }
    /** A question of it becomes a request of the next notice about the application, or no longer does. */
    | { kind: "thread.requestPrepared"; data: { threadId: string; requestId: string } }
    | { kind: "thread.requestTakenBack"; data: { threadId: string; requestId: string } }
  );

/** What administrators tell exporters at large. */
export interface BroadcastEvent {
  kind: "broadcast.planned" | "broadcast.published" | "broadcast.takenBack";
  data: { broadcastId: string };
}

/** What became of a mail. `personId` is whose address it went to. */
export type MailEvent =
  | { kind: "mail.bounced"; personId: string; data: { mailId: string } }
  /** An officer sent it again, in the language named first. */
  | { kind: "mail.repeated"; data: { mailId: string; copyId: string } }
  /** An officer has seen that it was never sent, and leaves it at that. */
  | { kind: "mail.dismissed"; data: { mailId: string } };

/** What is near its end, told before. All days are ISO. */
export type ReminderEvent =
  | {
      kind: "mandate.endingSoon";
      exporterId: string;
      personId: string;
      data: { mandateId: string; endsOn: string };
    }
  /** Nobody has answered the invitation; `on` is the last day on which they can. */
  | {
      kind: "mandate.invitationEndingSoon";
      exporterId: string;
      data: { invitationId: string; on: string };
    }
  | { kind: "officer.invitationEndingSoon"; data: { invitationId: string; on: string } }
  | { kind: "officer.dormantSoon"; personId: string; data: { on: string } }
  | {
      kind: "certificate.expiringSoon";
      applicationId: string;
      exporterId: string;
      certificateId: string;
      data: { expiresOn: string };
    };
