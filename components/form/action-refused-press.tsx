"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormTitle } from "@/components/form/form-title";
import { usePress, type PressAction } from "@/components/form/use-press";
import { emptyForm } from "@/lib/forms/form-state";

export interface ActionRefusedPressProps {
  action: PressAction;
  /** Of the page, in full, where a press was refused. */
  title: string;
  /** What is drawn where none was. */
  children: ReactNode;
}

/** What travelled with the form and was never typed. */
const unseen = new Set(["version", "intent", "from", "before", "creationToken"]);

/** What RefusedPress does in the browser. */
export function ActionRefusedPress({ action, title, children }: ActionRefusedPressProps) {
  const [state] = usePress(action, emptyForm);
  const t = useTranslations("form");
  if (state.values === null) return children;
  const typed = Object.entries(state.values)
    .filter(([name, value]) => !unseen.has(name) && value.trim() !== "")
    .map(([, value]) => value);
  return (
    <>
      <FormTitle title={title} state={state} />
      <ErrorSummary state={state} />
      {typed.length > 0 ? (
        <div className="field">
          <label htmlFor="typed">{t("typed")}</label>
          <textarea
            id="typed"
            readOnly
            rows={Math.min(12, typed.length + 1)}
            value={typed.join("\n")}
          />
        </div>
      ) : null}
    </>
  );
}
