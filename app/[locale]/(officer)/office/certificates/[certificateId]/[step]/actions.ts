"use server";

import { answer } from "../answer";
import { requestLocale, requireReviewerOrSignatory } from "@/lib/auth/current";
import { drawnForOther } from "@/lib/auth/drawn-for";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { dispatch, noteArrival } from "@/lib/certificates/commands/dispatch";
import { receiveReport } from "@/lib/certificates/commands/export-report";
import { recordLoss } from "@/lib/certificates/commands/loss";
import { notePrint } from "@/lib/certificates/commands/print";
import { recordNeverExported, surrender } from "@/lib/certificates/commands/surrender";
import type { LifeError } from "@/lib/certificates/life/problems";
import { officeStepOf, type OfficeStep } from "@/lib/certificates/life/office-steps";
import { stepForms } from "@/lib/certificates/life/schema";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm, type FieldError, type FormSchema } from "@/lib/forms/parse-form";
import type { Language } from "@/prisma/generated/enums";

type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: LifeError }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Records a step of a certificate's life, the one that the page is for. */
export async function takeStep(
  certificateId: string,
  word: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const step = officeStepOf(word);
  if (!step) return refused(state, formData, [], "life.notPossible");
  const outcome = await take(viewer, certificateId, step, formData, await requestLocale());
  if ("errors" in outcome) return refused(state, formData, outcome.errors);
  return answer(certificateId, state, formData, outcome);
}

function take(
  viewer: OfficerViewer,
  id: string,
  step: OfficeStep,
  formData: FormData,
  locale: Language,
): Promise<Outcome> {
  const { print, delivered, returned, report, loss, stayed } = stepForms;
  switch (step) {
    case "print":
      return read(print, (typed) => notePrint(viewer, id, typed));
    case "dispatch":
      return read(stepForms.dispatch, (typed) => dispatch(viewer, id, typed));
    case "delivered":
      return read(delivered, ({ on }) => noteArrival(viewer, id, "delivered", on));
    case "returned":
      return read(returned, ({ on }) => noteArrival(viewer, id, "returned", on));
    case "report":
      return read(report, (typed) => receiveReport(viewer, id, typed));
    case "loss":
      return read(loss, (typed) => recordLoss(viewer, id, typed));
    case "surrender":
      return read(stepForms.surrender, ({ words }) => surrender(viewer, id, words));
    case "stayed":
      return read(stayed, ({ words }) => recordNeverExported(viewer, id, words));
  }

  async function read<T>(form: FormSchema<T>, command: (typed: T) => Promise<Outcome>) {
    const parsed = parseForm(form, formData, locale);
    return parsed.ok ? command(parsed.value) : { ok: false as const, errors: parsed.errors };
  }
}
