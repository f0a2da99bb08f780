"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/lib/forms/form-state";

/** The title of a page whose main form this is: it begins with "Error:" once a press found problems. */
export function FormTitle({ title, state }: { title: string; state: FormState }) {
  const t = useTranslations("form");
  const { values, problems, formProblem, clash } = state;
  const wrong = problems.length > 0 || formProblem !== undefined || clash !== undefined;
  const failed = values !== null && wrong;
  return <title>{failed ? `${t("error")} ${title}` : title}</title>;
}
