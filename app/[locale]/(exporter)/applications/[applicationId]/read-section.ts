import type { Answers } from "@/lib/applications/answers";
import {
  choiceName,
  readDrawn,
  withChoices,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/drawn";
import { draftAnswers } from "@/lib/applications/draft";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { isMissing, onFields } from "@/lib/forms/field-problems";
import { typedValues } from "@/lib/forms/form-state";
import { kindOf, parseForm, type FormSchema } from "@/lib/forms/parse-form";
import type { Locale } from "@/lib/i18n/routing";

/** What was sent of a section: as it was meant, what it is compared with, and what cannot be right in it. */
export function readSection<S extends AnsweredSection>(section: S, sent: FormData, locale: Locale) {
  const drawn = readDrawn(section, sent);
  const { formData, base, changed } = withChoices(section, sent, drawn, locale);
  const form: FormSchema<unknown> = sectionForms[section];
  const parsed = parseForm(form, formData, locale);
  return {
    drawn,
    base: base as Answers[S],
    changed,
    typed: draftAnswers(section, parsed.ok ? parsed.value : parsed.draft),
    wrong: parsed.ok ? [] : onFields(form, parsed.errors).filter((p) => !isMissing(p)),
  };
}

/** What was sent beside the answers and the choices between them. */
export function restOf(section: AnsweredSection, sent: FormData): Record<string, string> {
  const form: FormSchema<unknown> = sectionForms[section];
  return Object.fromEntries(
    Object.entries(typedValues(sent)).filter(
      ([name]) => !kindOf(form, name) && !name.startsWith(choiceName("")),
    ),
  );
}
