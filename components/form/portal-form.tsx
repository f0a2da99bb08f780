"use client";

import { useActionState, type FormHTMLAttributes, type ReactNode } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormStateProvider } from "@/components/form/form-context";
import { emptyForm, type FormState } from "@/lib/forms/form-state";

interface Props extends Omit<FormHTMLAttributes<HTMLFormElement>, "action"> {
  action: (state: FormState, formData: FormData) => Promise<FormState>;
  /** What is already wrong when the page opens: a section that needs attention. */
  initial?: FormState;
  children: ReactNode;
}

/**
 * A plain form around a server action. It posts without script; with script the error summary takes
 * the focus. The fields inside find their problem and what was typed by their name.
 */
export function PortalForm({ action, initial = emptyForm, children, ...rest }: Props) {
  const [state, press, pending] = useActionState(action, initial);
  return (
    <FormStateProvider value={state}>
      <ErrorSummary state={state} />
      <form action={press} noValidate aria-busy={pending} {...rest}>
        {children}
      </form>
    </FormStateProvider>
  );
}
