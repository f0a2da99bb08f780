"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/forms/form-state";

export type PressAction = (state: FormState, formData: FormData) => Promise<FormState>;

/**
 * The answer of a form's action. Without script it is tied to the action and not to the place of the
 * form on the page, so that it is not lost where the form itself is no longer drawn. The permalink
 * is the page's own address in whichever language it is shown; with `place`, that element of it, for a form
 * far down a page whose answer nobody would see from the top.
 */
export function usePress(action: PressAction, initial: FormState, place?: string) {
  return useActionState(action, initial, place === undefined ? "" : `#${place}`);
}
