"use client";

import { createContext, useContext } from "react";
import { emptyForm, type FormState } from "@/lib/forms/form-state";

const FormContext = createContext<FormState>(emptyForm);
export const FormStateProvider = FormContext.Provider;

/** The newest answer of the form's action, for fields that draw themselves. */
export function useFormAnswer(): FormState {
  return useContext(FormContext);
}
