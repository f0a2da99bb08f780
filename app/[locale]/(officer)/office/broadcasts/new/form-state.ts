import type { FormState } from "@/lib/forms/form-state";

interface Shown {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The answer to a press: also, once everything is understood, the announcement as it would be shown. */
export interface BroadcastFormState extends FormState {
  readonly preview?: {
    readonly en: Shown;
    readonly fr: Shown;
    readonly urgent: boolean;
    /** By their names; null where it is for everybody. */
    readonly exporters: readonly string[] | null;
    /** Instants as ISO text; it shows at once where its beginning is null. */
    readonly from: string | null;
    readonly until: string;
    /** What was looked at: anything else is not planned. */
    readonly seen: string;
  };
}
