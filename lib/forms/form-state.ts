import type { ErrorKey } from "@/lib/forms/error-key";

/** What is wrong with one field: a sentence of the `errors` messages and its figures. */
export interface Problem {
  readonly field: string;
  readonly key: ErrorKey;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Two people changed the same thing at the same time: who, when, and between what the reader chooses. */
export interface ClashNotice {
  /** Whose change is stored; empty where it is the reader's own, made in another window. */
  readonly by: string;
  readonly at: string;
  readonly fields: readonly {
    /** What the choice is sent as. */
    readonly name: string;
    readonly label: string;
    /** As the reader reads them; empty where nothing is answered. */
    readonly mine: string;
    readonly theirs: string;
  }[];
  /** Rows that one of the two took away and the other changed: they are still there. */
  readonly rows: readonly { readonly label: string; readonly removedBy: "me" | "them" }[];
}

/**
 * What a form's action hands back when it does not move on: the problems, and everything as it was
 * typed so that nothing is lost. It travels to the browser: never put into it what the reader may
 * not see.
 */
export interface FormState {
  readonly problems: readonly Problem[];
  /** As typed, by field name; null before the first press. */
  readonly values: Readonly<Record<string, string>> | null;
  /** A sentence about the whole form: somebody else was faster, it is gone … */
  readonly formProblem?: ErrorKey;
  /** Its names and figures: by whom. */
  readonly formParams?: Problem["params"];
  readonly clash?: ClashNotice;
  /** Of the record that the form changes, the version that this answer knows, where it is a later one than was sent. */
  readonly knows?: number;
  /** Grows with each answer, so that the same problems twice are announced twice. */
  readonly attempt: number;
}

export const emptyForm: FormState = { problems: [], values: null, attempt: 0 };

/** Everything typed in a form, files and the framework's own fields left out. */
export function typedValues(formData: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of formData) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) values[name] = value;
  }
  return values;
}

/** The answer of an action that found problems. */
export function refused(
  state: FormState,
  formData: FormData,
  problems: readonly Problem[],
  formProblem?: ErrorKey,
  formParams?: Problem["params"],
): FormState {
  return {
    problems,
    values: typedValues(formData),
    attempt: state.attempt + 1,
    ...(formProblem ? { formProblem } : {}),
    ...(formParams ? { formParams } : {}),
  };
}
