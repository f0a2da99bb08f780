"use server";

import { refresh } from "next/cache";
import { handOver, savedState } from "./press";
import { backToQueue, kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer, requireReviewerOrSignatory } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { emptyForm, refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress, shownAgain } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { writeNote } from "@/lib/office-notes/commands";
import { noteForm } from "@/lib/office-notes/schema";
import { recommend } from "@/lib/reviews/commands/recommend";
import { saveWork } from "@/lib/reviews/commands/save-work";
import { reviewProblems } from "@/lib/reviews/problems";
import { findReview } from "@/lib/reviews/queries/find-review";
import { findWork } from "@/lib/reviews/queries/find-work";
import { readWork } from "@/lib/reviews/read-checklist";
import { checklistForm } from "@/lib/reviews/schema";
import { checklistOf } from "@/lib/reviews/work";

/** Whatever is pressed in the workspace: what was read, answered and written is kept first. */
export async function workOn(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewer(formData);
  const locale = await requestLocale();
  const { fields } = checklistForm;
  if (isLanguagePress(formData)) {
    const review = await findReview(viewer, applicationId);
    const stored = review ? (await findWork(viewer, review)).work : {};
    return shownAgain(state, formData, { fields, stored, locale });
  }
  const values = typedValues(formData);
  const [intent = "save", about = ""] = (values["intent"] ?? "save").split(" ");
  const { value, problems: unread } = readWork(formData, locale);
  const asked = intent === "ask" && isRule(about) ? { [`decision-${about}`]: "ask" } : {};
  const saved = await saveWork(viewer, applicationId, {
    submissionVersion: Number(values["submission"]),
    version: Number(values["version"]),
    work: { ...value, ...asked },
    choices: values,
  });
  if (!saved.ok) {
    const [, formProblem, params] = await refusedPress(saved, reviewProblems);
    return refused(state, formData, unread, formProblem, params);
  }
  const now = savedState(state, formData, saved.value, locale, unread);
  if (saved.value.clash) return now;

  const file = { params: { applicationId } };
  if (intent === "note") {
    const note = parseForm(noteForm, formData, locale);
    if (!note.ok) return { ...now, problems: [...unread, ...note.errors] };
    await writeNote(viewer, applicationId, note.value.note);
    refresh();
    return { ...now, values: { ...now.values, note: "" } };
  }
  if (intent === "recommend") {
    // A figure that could not be read counts as missing, so this cannot pass while there are problems.
    const recommended = await recommend(viewer, applicationId, {
      outcome: "issue",
      reasons: saved.value.work["reasons"] ?? "",
      checklist: checklistOf(saved.value.work),
    });
    if (recommended.ok) return backToQueue(applicationId);
    const [problems, formProblem, params] = await refusedPress(recommended, reviewProblems);
    const others = problems.filter(({ field }) => unread.every((each) => each.field !== field));
    const again = refused(state, formData, [...unread, ...others], formProblem, params);
    return { ...again, values: now.values };
  }
  if (unread.length > 0) return now;
  if (intent === "return" || intent === "ask") {
    const section = isRule(about) ? "" : about;
    const { work } = saved.value;
    const asks = await handOver(viewer, applicationId, { section, work });
    const query = { ...asks, ...(await kept()) };
    const pathname = "/office/review/[applicationId]/return";
    return redirect({ href: { pathname, ...file, query }, locale });
  }
  if (intent === "reject") {
    const pathname = "/office/review/[applicationId]/recommend";
    return redirect({ href: { pathname, ...file, query: await kept() }, locale });
  }
  return now;
}

const isRule = (about: string) => /^R\d{2}$/.test(about);

/** Writes a note where the rest of the page is only read. */
export async function addNote(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireReviewerOrSignatory(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(noteForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const written = await writeNote(viewer, applicationId, parsed.value.note);
  if (!written.ok) {
    const said = await refusedPress(written, ({ error }) => `review.${error}` as const);
    return refused(state, formData, [], said);
  }
  refresh();
  return { ...emptyForm, attempt: state.attempt + 1 };
}
