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
