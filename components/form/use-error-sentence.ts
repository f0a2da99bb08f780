"use client";

import { useTranslations } from "next-intl";
import type { Problem } from "@/lib/forms/form-state";

/** The sentence of a problem in the reader's language. */
export function useErrorSentence(): (problem: Pick<Problem, "key" | "params">) => string {
  const t = useTranslations("errors");
  // The key was checked where the problem was made; its figures belong to it.
  const sentence = t as (key: string, params?: Record<string, string | number>) => string;
  return ({ key, params }) => sentence(key, params && { ...params });
}
