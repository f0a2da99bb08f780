"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { AutosaveProvider } from "@/components/form/autosave-context";
import { ClashChoice } from "@/components/form/clash-choice";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormTitle } from "@/components/form/form-title";
import { FormStateProvider } from "@/components/form/form-context";
import { keepSaving, type Heard } from "@/components/form/keep-saving";
import { KeptNotice } from "@/components/form/kept-notice";
import { MainFormFields } from "@/components/form/main-form-fields";
import { pageFormId } from "@/components/form/page-form";
import { TypedProvider } from "@/components/form/typed-context";
import { usePress, type PressAction } from "@/components/form/use-press";
import { useStart } from "@/components/form/use-start";
import { emptyForm, typedValues, type ClashNotice, type FormState } from "@/lib/forms/form-state";

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
  /** Where the form saves itself while it is being filled in. */
  autosave?: string;
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
type Clash = ClashNotice | null;

/** What StepForm does in the browser. */
export function ActionStepForm({
  title,
  action,
  initial = emptyForm,
  stored = {},
  version = 0,
  enter,
  autosave,
  before,
  aside,
  children,
}: ActionStepFormProps) {
  const [answer, press, pending] = usePress(action, initial);
  const [typing, setTyping] = useState<Typing>();
  const stale = (answer.knows ?? Number(answer.values?.["version"] ?? version)) < version;
  const { start, filled } = useStart(initial, { isMain: true, version });
  const current = answer.values === null ? start : answer;
  const state = stale ? { ...initial, attempt: answer.attempt } : current;
  const fresh = typing?.answer === answer && typing.version === version && !stale;
  const typed = fresh ? typing.values : (state.values ?? stored);

  /** Of a page that could not save itself since its session had ended: it was kept. */
  const [wasKept, setWasKept] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [last, setLast] = useState<{ answer: FormState; heard: Heard; clash: Clash }>();
  useEffect(() => {
    if (!autosave || !form.current) return;
    return keepSaving(form.current, autosave, (heard) => {
      if (!heard.ok && heard.why === "session") setWasKept(true);
      setLast((before) => {
        const known = before?.answer === answer ? before.clash : (answer.clash ?? null);
        return { answer, heard, clash: heard.ok ? heard.clash : known };
      });
    });
  }, [autosave, answer, version]);
  // A press that changed the record leads to a place on its page, a row that was moved or added; one that
  // was answered leads to its answer.
  const led = stale || answer.attempt === 0;
  useEffect(() => {
    if (led) document.getElementById(window.location.hash.slice(1))?.focus();
  }, [led, version]);
  const saved = last?.answer === answer ? last : null;
  const clash = saved ? saved.clash : state.clash;
  return (
    <FormStateProvider value={state}>
      <FormTitle title={title} state={state} />
      <TypedProvider value={typed}>
        <div className="layout">
          <div>
            <ErrorSummary state={state} />
            {before}
            <KeptNotice filled={filled} />
            <form
              ref={form}
              id={pageFormId}
              action={press}
              noValidate
              aria-busy={pending}
              onInput={({ currentTarget }) => {
                const values = typedValues(new FormData(currentTarget));
                setTyping({ answer, version, values });
              }}
            >
              <MainFormFields hasKept={filled || wasKept} />
              {enter ? <DefaultButton value={enter} /> : null}
              {clash ? <ClashChoice clash={clash} attempt={saved ? null : state.attempt} /> : null}
              <AutosaveProvider value={saved?.heard ?? null}>{children}</AutosaveProvider>
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
