import type { Mistake } from "@/gckey/page";
import type { FlowName, State } from "@/gckey/visits/state";
import type { Visit } from "@/gckey/visits/visit";

/** What a page shows beside its own words: what was typed, what is wrong with it, what has happened. */
export type Filled = {
  /** Absent when the page is shown for the first time. */
  typed?: URLSearchParams | undefined;
  mistakes: Mistake[];
  notice?: string | undefined;
};

/** What follows from a form. */
export type Outcome =
  | { to: "next" }
  /** Another flow, from its first step. */
  | { to: "flow"; flow: FlowName }
  /** The same page again, with its mistakes. */
  | { to: "again"; mistakes: Mistake[]; waitMilliseconds?: number }
  /** The same page again, as if new. */
  | { to: "fresh"; notice?: string }
  | { to: "file"; name: string; text: string }
  /** The answer has been given. */
  | { to: "nothing" };

export const next: Outcome = { to: "next" };
export const again = (...mistakes: Mistake[]): Outcome => ({ to: "again", mistakes });

/** Goes on when nothing is wrong. */
export const nextUnless = (mistakes: Mistake[]): Outcome =>
  mistakes.length > 0 ? again(...mistakes) : next;

/** One page with its form. */
export type Step = {
  /** Whether a visit passes here; without it, every visit does. */
  applies?: (state: State) => boolean;
  /** What is done when a visit arrives; gives what the page must say about it. */
  arrive?: (visit: Visit) => Promise<Mistake[]>;
  page: (visit: Visit, filled: Filled) => string | Promise<string>;
  /** Reads the form. Buttons other than “next” and those of every page come as `action`. */
  take: (visit: Visit, form: URLSearchParams, action: string) => Outcome | Promise<Outcome>;
};
