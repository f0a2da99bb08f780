"use client";

import { useState, type ReactNode } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormTitle } from "@/components/form/form-title";
import { FormStateProvider } from "@/components/form/form-context";
import { pageFormId } from "@/components/form/page-form";
import { TypedProvider } from "@/components/form/typed-context";
import { usePress, type PressAction } from "@/components/form/use-press";
import { emptyForm, typedValues, type FormState } from "@/lib/forms/form-state";

export interface ActionStepFormProps {
  /** Of the page, in full: the page has no other title. */
  title: string;
  action: PressAction;
  /** What is already wrong when the page opens: a section that needs attention. */
  initial?: FormState;
  /** The text of the fields as stored, for values that follow the typing. */
  stored?: Readonly<Record<string, string>>;
  /** Of the record that the form changes: an answer to an older one has had its day. */
  version?: number;
  /** Above the form: notices and help. */
  before?: ReactNode;
  /** The column beside the form. It knows what is typed too. */
  aside: ReactNode;
  children: ReactNode;
}

/** What StepForm does in the browser. */
export function ActionStepForm({
  title,
  action,
  initial = emptyForm,
  stored = {},
  version = 0,
  before,
  aside,
  children,
}: ActionStepFormProps) {
  const [answer, press, pending] = usePress(action, initial);
  const [typing, setTyping] = useState<{ answer: FormState; values: Record<string, string> }>();
  const stale = Number(answer.values?.["version"] ?? version) < version;
  const state = stale ? { ...initial, attempt: answer.attempt } : answer;
  const typed = typing?.answer === answer && !stale ? typing.values : (state.values ?? stored);
  return (
    <FormStateProvider value={state}>
      <FormTitle title={title} state={state} />
      <TypedProvider value={typed}>
        <div className="layout">
          <div>
            <ErrorSummary state={state} />
            {before}
            <form
              id={pageFormId}
              action={press}
              noValidate
              aria-busy={pending}
              onInput={({ currentTarget }) => {
                setTyping({ answer, values: typedValues(new FormData(currentTarget)) });
              }}
            >
              {children}
            </form>
          </div>
          {aside}
        </div>
      </TypedProvider>
    </FormStateProvider>
  );
}
