/** What officers do with a file among themselves. */
export type ReviewEvent =
  | {
      kind: "application.holderChanged";
      applicationId: string;
      exporterId: string;
      data: { from: string | null; to: string | null; reason?: string };
    }
  | {
      kind: "review.saved";
      applicationId: string;
      exporterId: string;
      data: { submissionVersion: number; version: number };
    }
  /** Its words stay in the note. */
  | {
      kind: "note.written";
      applicationId: string;
      exporterId: string;
      data: { noteId: string };
    };
