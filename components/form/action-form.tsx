"use client";

import type { FormHTMLAttributes, ReactNode } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormTitle } from "@/components/form/form-title";
import { KeptNotice } from "@/components/form/kept-notice";
import { MainFormFields } from "@/components/form/main-form-fields";
import { pageFormId } from "@/components/form/page-form";
import { FormStateProvider } from "@/components/form/form-context";
import { usePress, type PressAction } from "@/components/form/use-press";
import { useStart } from "@/components/form/use-start";
import { emptyForm, type FormState } from "@/lib/forms/form-state";

export interface ActionFormProps extends Omit<
  FormHTMLAttributes<HTMLFormElement>,
  "action" | "title"
> {
  action: PressAction;
  /** What is already wrong when the page opens: a section that needs attention. */
  initial?: FormState;
  /** Of the page, in full, where this is its main form: the page then has no other title. */
  title?: string;
  /** The element of the page to which a press without script leads: none where the form is at its top. */
  place?: string;
  /** Of the record that the form changes: an answer to an older one has had its day. */
  version?: number;
  children: ReactNode;
}

/** What PortalForm does in the browser. */
export function ActionForm({
  action,
  initial = emptyForm,
  title,
  place,
  version = 0,
  children,
  ...rest
}: ActionFormProps) {
  const [answer, press, pending] = usePress(action, initial, place);
  const stale = Number(answer.values?.["version"] ?? version) < version;
  const isMain = title !== undefined;
  const { start, filled } = useStart(initial, { isMain, version });
  const current = answer.values === null ? start : answer;
  const state = stale ? { ...initial, attempt: answer.attempt } : current;
  return (
    <FormStateProvider value={state}>
      {title === undefined ? null : <FormTitle title={title} state={state} />}
      <ErrorSummary state={state} />
      {isMain ? <KeptNotice filled={filled} /> : null}
      <form
        id={isMain ? pageFormId : undefined}
        action={press}
        noValidate
        aria-busy={pending}
        {...rest}
      >
        {isMain ? <MainFormFields hasKept={filled} /> : null}
        {children}
      </form>
    </FormStateProvider>
  );
}
