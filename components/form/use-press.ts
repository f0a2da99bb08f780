"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useActionState } from "react";
import type { FormState } from "@/lib/forms/form-state";

export type PressAction = (state: FormState, formData: FormData) => Promise<FormState>;

/**
 * The answer of a form's action. Without script it is tied to the page's address and not to the place of
 * the form on the page, so that it is not lost where the form itself is no longer drawn.
 */
export function usePress(action: PressAction, initial: FormState) {
  const path = usePathname();
  const search = useSearchParams().toString();
  return useActionState(action, initial, search ? `${path}?${search}` : path);
}
