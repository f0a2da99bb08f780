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
  /** What Enter in a field does, where another button comes first. */
  enter?: string;
  /** Above the form: notices and help. */
  before?: ReactNode;
  /** The column beside the form. It knows what is typed too. */
  aside: ReactNode;
  children: ReactNode;
}

/** What is typed since an answer to a version of the record. */
interface Typing {
  answer: FormState;
  version: number;
  values: Record<string, string>;
}

/** What StepForm does in the browser. */
export function ActionStepForm({
  title,
  action,
  initial = emptyForm,
  stored = {},
  version = 0,
  enter,
  before,
  aside,
  children,
}: ActionStepFormProps) {
  const [answer, press, pending] = usePress(action, initial);
  const [typing, setTyping] = useState<Typing>();
  const stale = Number(answer.values?.["version"] ?? version) < version;
  const state = stale ? { ...initial, attempt: answer.attempt } : answer;
  const fresh = typing?.answer === answer && typing.version === version && !stale;
  const typed = fresh ? typing.values : (state.values ?? stored);
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
                const values = typedValues(new FormData(currentTarget));
                setTyping({ answer, version, values });
              }}
            >
              {enter ? <DefaultButton value={enter} /> : null}
              {children}
            </form>
          </div>
          {aside}
        </div>
      </TypedProvider>
    </FormStateProvider>
  );
}

/** Enter presses the first button of a form: without this one it might take a row away. */
function DefaultButton({ value }: { value: string }) {
  return (
    <button
      className="default-button"
      name="intent"
      value={value}
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
