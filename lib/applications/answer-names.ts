import type { Reference } from "@/lib/reference/types";

/** The names that stored codes stand for. */
export interface AnswerNames {
  readonly reference: Pick<Reference, "participants" | "countries" | "mines" | "subheadings">;
  readonly certificates: readonly {
    readonly id: string;
    readonly number: string;
    readonly origins: readonly string[];
  }[];
}
