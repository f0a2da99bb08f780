import { parseForm } from "@/lib/forms/parse-form";
import type { Problem } from "@/lib/forms/form-state";
import type { ChecklistInput } from "@/lib/reviews/checklist";
import { checklistForm } from "@/lib/reviews/schema";
import type { Language } from "@/prisma/generated/enums";

/**
 * Reads a reviewer's checklist as typed, figures in the convention of the page's language. What could
 * not be read is a problem and counts as not there.
 */
export function readChecklist(
  formData: FormData,
  locale: Language,
): { value: ChecklistInput; problems: readonly Problem[] } {
  const parsed = parseForm(checklistForm, formData, locale);
  const problems = parsed.ok ? [] : parsed.errors;
  const understood = new FormData();
  for (const [name, value] of formData) {
    if (!problems.some(({ field }) => field === name)) understood.append(name, value);
  }
  const again = parseForm(checklistForm, understood, locale);
  const typed = again.ok ? again.value : {};
  const { papersLegible, consigneePlausible, originProved } = typed;
  const { carats, usd, seals, caratsWhy, usdWhy, sealsWhy } = typed;
  const accepted: Record<string, string> = {};
  for (const [name, value] of formData) {
    const rule = /^accept-(R\d{2})$/.exec(name)?.[1];
    if (rule && typeof value === "string" && value.trim()) {
      accepted[rule] = value.trim().slice(0, 500);
    }
  }
  return {
    value: {
      answers: { papersLegible, consigneePlausible, originProved },
      read: { carats, usd, seals },
      why: { carats: caratsWhy, usd: usdWhy, seals: sealsWhy },
      accepted,
    },
    problems,
  };
}
