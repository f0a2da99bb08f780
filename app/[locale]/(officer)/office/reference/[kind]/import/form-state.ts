import type { FormState } from "@/lib/forms/form-state";
import type { Trouble } from "@/lib/amendments/fields";

/** A line of the file as the preview shows it. */
export interface PreviewLine {
  readonly line: number;
  readonly name: string;
  readonly fate: "new" | "changed" | "unchanged" | "wrong";
  /** What changes, as files write it. */
  readonly changes: readonly {
    readonly field: string;
    readonly was: string;
    readonly is: string;
  }[];
  readonly troubles: readonly (Trouble & { readonly column: string })[];
}

/** The answer to a press: also what would become of each line of the file. */
export interface ImportState extends FormState {
  readonly preview?: readonly PreviewLine[];
}
