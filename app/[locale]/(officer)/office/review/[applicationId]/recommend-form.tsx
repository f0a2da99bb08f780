import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { workOn } from "./actions";
import { shownWork } from "./press";
import { WorkClash } from "./work-clash";
import { workLabels } from "./work-labels";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { emptyForm } from "@/lib/forms/form-state";
import { decisions, questions, readings } from "@/lib/reviews/checklist";
import { rulesToDecide } from "@/lib/reviews/findings";
import type { Review } from "@/lib/reviews/queries/find-review";
import type { FoundWork } from "@/lib/reviews/queries/find-work";

interface Props {
  review: Review;
  work: FoundWork;
  title: string;
  children: ReactNode;
}

/** The whole workspace is one form, so that what is read, answered and written travels together. */
export async function RecommendForm({ review, work, title, children }: Props) {
  const judge = await getTranslations("office.review.judge");
  const decide = await getTranslations("office.review.decide.choices");
  const locale = await getLocale();
  const rules = rulesToDecide(review.checks.flatMap(({ findings }) => findings));
  const labels = await workLabels([
    ...questions,
    ...readings.flatMap((name) => [name, `${name}Why`]),
    ...rules.flatMap(({ rule }) => [`decision-${rule}`, `note-${rule}`]),
    "reasons",
  ]);
  return (
    <PortalForm
      action={workOn.bind(null, review.id)}
      title={title}
      className="desk-form"
      initial={{ ...emptyForm, values: shownWork(work.work, locale) }}
    >
      {/* Enter in a field saves; the first button might ask the exporter. */}
      <button
        className="default-button"
        name="intent"
        value="save"
        tabIndex={-1}
        aria-hidden="true"
      />
      <HiddenField name="version" value={String(work.version)} />
      <HiddenField name="submission" value={String(review.snapshot.submissionVersion)} />
      <WorkClash
        labels={labels}
        words={{
          yes: judge("yes"),
          no: judge("no"),
          ...Object.fromEntries(decisions.map((decision) => [decision, decide(decision)])),
        }}
      />
      {children}
    </PortalForm>
  );
}
