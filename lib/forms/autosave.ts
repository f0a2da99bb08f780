import type { ClashNotice } from "@/lib/forms/form-state";

/** Why a page could not save itself: its person's session is over, another person's is open, it may not. */
export type NotSaved = "session" | "person" | "refused";

/** What a page that saves itself is answered. */
export type AutosaveAnswer =
  | { readonly ok: false; readonly why: NotSaved }
  | {
      readonly ok: true;
      /** When, as the reader writes it: "2:32 PM". */
      readonly at: string;
      /** The text of fields that the reader does not type in, and of those that they chose anew. */
      readonly fields: Readonly<Record<string, string>>;
      readonly clash: ClashNotice | null;
      /** Somebody else has changed other answers, which the page does not show. */
      readonly theirs: boolean;
    };
