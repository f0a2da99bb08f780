import type { ReactNode } from "react";
import type { Reference } from "@/lib/reference/types";

/** The names that stored codes stand for. */
export interface AnswerNames {
  readonly reference: Reference;
  readonly certificates: readonly {
    readonly id: string;
    readonly number: string;
    readonly origins: readonly string[];
  }[];
}

/** Draws the Change link of an answer: `field` of the section's form, `what` for those who hear it. */
export type ChangeLink = (field: string, what: string) => ReactNode;
