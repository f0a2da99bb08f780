import type { FormState } from "@/lib/forms/form-state";
import type { Marked } from "@/lib/texts/markup";

/** The answer to a press: also, asked for a preview, both texts as they would be drawn. */
export interface TextFormState extends FormState {
  readonly preview?: { readonly en: readonly Marked[]; readonly fr: readonly Marked[] };
}
