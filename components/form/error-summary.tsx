"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { fieldId } from "@/components/form/field-id";
import { StepUpButton } from "@/components/form/step-up-button";
import { useErrorSentence } from "@/components/form/use-error-sentence";
import type { FormState } from "@/lib/forms/form-state";

/** All that is wrong, at the top, each leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ state }: { state: FormState }) {
  const t = useTranslations("form");
  const sentence = useErrorSentence();
  const box = useRef<HTMLDivElement>(null);
  const { problems, formProblem, formParams, attempt } = state;
  const count = problems.length;

  useEffect(() => {
    if (attempt > 0 && (count > 0 || formProblem)) box.current?.focus();
  }, [attempt, count, formProblem]);

  if (count === 0 && !formProblem) return null;
  return (
    <div
      className="error-summary"
      role="alert"
      tabIndex={-1}
      ref={box}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{count > 0 ? t("summary", { count }) : t("notSaved")}</h2>
      {formProblem ? (
        <p>{sentence({ key: formProblem, ...(formParams ? { params: formParams } : {}) })}</p>
      ) : null}
      {formProblem === "stepUp" ? <StepUpButton /> : null}
      {count > 0 ? (
        <ul>
          {problems.map((problem, i) => (
            <li key={i}>
              <a href={`#${fieldId(problem.field)}`}>{sentence(problem)}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
