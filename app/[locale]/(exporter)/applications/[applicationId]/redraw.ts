import { drawnFields } from "@/app/[locale]/(exporter)/applications/[applicationId]/drawn";
import { restOf } from "@/app/[locale]/(exporter)/applications/[applicationId]/read-section";
import { sectionValues } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-problems";
import type { Answers } from "@/lib/applications/answers";
import { namedClashes } from "@/lib/applications/clashes";
import type { Saved } from "@/lib/applications/commands/save";
import { same } from "@/lib/applications/merge";
import type { Row } from "@/lib/applications/merge-rows";
import type { AnsweredSection } from "@/lib/applications/schema";
import { typedValues } from "@/lib/forms/form-state";
import type { Locale } from "@/lib/i18n/routing";

/**
 * The text of a section's form after a save: as it was typed, where nothing else is stored; otherwise what
 * is stored, with the clashes of which a choice is awaited.
 */
export function redrawnWith<S extends AnsweredSection>(
  section: S,
  sent: FormData,
  typed: NonNullable<Answers[S]>,
  { answers, clashes, version }: Pick<Saved<S>, "answers" | "clashes" | "version">,
  since: number,
  locale: Locale,
) {
  const waiting = namedClashes(clashes, answers as Row);
  const drawn = drawnFields(answers, version, waiting, since);
  const values = same(answers, typed)
    ? typedValues(sent)
    : { ...restOf(section, sent), ...sectionValues(section, { [section]: answers }, locale) };
  return { values: { ...values, ...drawn }, clashing: { waiting, since } };
}
