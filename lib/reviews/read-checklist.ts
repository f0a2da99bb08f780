import { parseForm } from "@/lib/forms/parse-form";
import type { Problem } from "@/lib/forms/form-state";
import type { ChecklistInput } from "@/lib/reviews/checklist";
import { checklistForm, reviewLimits } from "@/lib/reviews/schema";
import { checklistOf, isWorkField, type Work } from "@/lib/reviews/work";
import type { Language } from "@/prisma/generated/enums";

interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/**
 * Reads the work of a review as typed, figures in the convention of the page's language. What could not be
 * read is a problem and counts as not there.
 */
export function readWork(formData: FormData, locale: Language): Read<Work> {
  const parsed = parseForm(checklistForm, formData, locale);
  const problems = parsed.ok ? [] : parsed.errors;
  const understood = new FormData();
  for (const [name, value] of formData) {
    if (!problems.some(({ field }) => field === name)) understood.append(name, value);
  }
  const again = parseForm(checklistForm, understood, locale);
  const work: Record<string, string> = {};
  for (const [name, value] of formData) {
    if (!isWorkField(name) || name in checklistForm.fields || typeof value !== "string") continue;
    const most = name === "reasons" ? reviewLimits.reasons : reviewLimits.note;
    // PostgreSQL's JSON holds neither NUL nor half a surrogate pair.
    const text = value.trim().slice(0, most).replaceAll("\0", "").toWellFormed();
    if (text) work[name] = text;
  }
  for (const [name, value] of Object.entries(again.ok ? again.value : {})) {
    if (value) work[name] = value;
  }
  return { value: work, problems };
}

/** The same as the checklist judges it. */
export function readChecklist(formData: FormData, locale: Language): Read<ChecklistInput> {
  const { value, problems } = readWork(formData, locale);
  return { value: checklistOf(value), problems };
}
