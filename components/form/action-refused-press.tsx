"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormTitle } from "@/components/form/form-title";
import { KeptNotice } from "@/components/form/kept-notice";
import { TypedTexts } from "@/components/form/typed-texts";
import { usePress, type PressAction } from "@/components/form/use-press";
import { emptyForm } from "@/lib/forms/form-state";

export interface ActionRefusedPressProps {
  action: PressAction;
  /** Of the page, in full, where a press was refused. */
  title: string;
  /** As of the form in whose place it stands. */
  place?: string;
  /** What is drawn where none was. */
  children: ReactNode;
}

/** What RefusedPress does in the browser. */
export function ActionRefusedPress({ action, title, place, children }: ActionRefusedPressProps) {
  const [state] = usePress(action, emptyForm, place);
  if (state.values === null) {
    return (
      <>
        {children}
        <KeptNotice />
      </>
    );
  }
  return (
    <>
      <FormTitle title={title} state={state} />
      <ErrorSummary state={state} />
      <TypedTexts values={state.values} />
    </>
  );
}
