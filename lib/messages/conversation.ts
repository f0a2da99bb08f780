import type { DocumentKind, MessageSide, ScanState } from "@/prisma/generated/enums";

/** A file of a message, as people are shown it. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly kind: DocumentKind;
  readonly scan: ScanState;
  /** As whose scan the office has registered it. */
  readonly importCertificate: { readonly id: string; readonly number: string } | null;
}

/** A message that was sent, as its reader is shown it. */
export interface ShownMessage {
  readonly id: string;
  readonly side: MessageSide;
  readonly mine: boolean;
  /** Null where the reader is not told who it was: an exporter reads "the office". */
  readonly author: string | null;
  readonly text: string;
  readonly sentAt: Date;
  /** What the other side wrote since its reader was here. */
  readonly unread: boolean;
  /** Whether somebody of the other side has opened it. */
  readonly readByOther: boolean;
  readonly documents: readonly AttachedFile[];
}

/** What its reader is writing, as they kept it. */
export interface ShownDraft {
  readonly id: string;
  readonly text: string;
  readonly savedAt: Date;
  readonly documents: readonly AttachedFile[];
}

/** Those that will be sent: what the virus check has removed is only shown. */
export function liveFiles<F extends Pick<AttachedFile, "scan">>(files: readonly F[]): F[] {
  return files.filter(({ scan }) => scan !== "infected");
}
