"use client";

import { useLocale } from "next-intl";
import { useKept } from "@/components/form/kept-context";
import type { FormState } from "@/lib/forms/form-state";

/**
 * How a page's main form begins: with the text that was kept, where it was typed in this form and in this
 * language, and where its rows are still those of the page. `filled` says whether it is.
 */
export function useStart(
  initial: FormState,
  { isMain, version }: { isMain: boolean; version: number },
): { start: FormState; filled: boolean } {
  const kept = useKept();
  const locale = useLocale();
  if (!kept || !isMain) return { start: initial, filled: false };
  const { values } = kept;
  const rows = Object.keys(values).some((name) => /\[\d+\]/.test(name));
  const filled =
    values["pageForm"] !== undefined &&
    kept.locale === locale &&
    (!rows || Number(values["version"]) === version);
  return { start: filled ? { ...initial, problems: [], values } : initial, filled };
}
