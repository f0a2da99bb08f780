import "server-only";
import { findingPlace } from "./finding-place";
import { shownFindings } from "@/lib/applications/access";
import { findingSentence, ruleText } from "@/lib/applications/finding-sentence";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { refused, typedValues, type FormState, type Problem } from "@/lib/forms/form-state";
import { showDecimal } from "@/lib/forms/numbers";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Locale } from "@/lib/i18n/routing";
import { readings } from "@/lib/reviews/checklist";
import type { SavedWork } from "@/lib/reviews/commands/save-work";
import { choiceName } from "@/lib/reviews/merge-work";
import { findReview } from "@/lib/reviews/queries/find-review";
import { checklistOf, type Work } from "@/lib/reviews/work";

/** The work as its fields show it. */
export function shownWork(work: Work, locale: Locale): Record<string, string> {
  return Object.fromEntries(
    Object.entries(work).map(([field, value]) => [field, shownValue(field, value, locale)]),
  );
}

const shownValue = (field: string, value: string, locale: Locale) =>
  readings.some((name) => name === field) ? showDecimal(value, locale) : value;

/** The form after its work was saved: with what is stored, and the choice between two answers where there is one. */
export function savedState(
  state: FormState,
  formData: FormData,
  { version, work, at, clash }: SavedWork,
  locale: Locale,
  problems: readonly Problem[] = [],
): FormState {
  const time = (of: Date) => formatterFor(locale).dateTime(of, { timeStyle: "short" });
  const typed = typedValues(formData);
  if (!clash) {
    const stored = { ...shownWork(work, locale), version: String(version), savedAt: time(at) };
    return { problems, attempt: state.attempt + 1, values: { ...typed, ...stored } };
  }
  const fields = clash.fields.map(({ field, mine, theirs }) => ({
    name: choiceName(field),
    label: field,
    mine: shownValue(field, mine, locale),
    theirs: shownValue(field, theirs, locale),
  }));
  return {
    // The version is still the one that was seen, so that the answers go on clashing until one is chosen.
    ...refused(state, formData, problems),
    values: { ...shownWork(work, locale), ...typed },
    clash: { by: clash.by, at: time(clash.at), fields, rows: [] },
  };
}

/**
 * What the notice to the exporter begins with: the section that was pressed, or the places of the findings
 * that are to be asked about, with their words as far as the exporter may read them.
 */
export async function handOver(
  viewer: OfficerViewer,
  applicationId: string,
  { section, work }: { section: string; work: Work },
): Promise<Record<string, string | string[]>> {
  if (section) return { ask: section };
  const { dispositions } = checklistOf(work);
  const rules = Object.keys(dispositions).filter((rule) => dispositions[rule]?.decision === "ask");
  const review = rules.length > 0 ? await findReview(viewer, applicationId) : null;
  if (!review) return {};
  const { language } = review.submitter;
  const found = review.checks.flatMap(({ findings }) => findings);
  const asked = found.filter(({ rule }) => rules.includes(rule));
  const words = asked.map((finding) => {
    const [shown] = shownFindings({ kind: "exporter" }, [finding]);
    return shown ? findingSentence(shown, language) : ruleText(finding.rule, "name", language);
  });
  return { ask: asked.map((finding) => findingPlace(finding, review.snapshot.answers)), words };
}
