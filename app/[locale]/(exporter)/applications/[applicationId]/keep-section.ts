import "server-only";
import { refresh } from "next/cache";
import { conflictsIn } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-problems";
import { clashNotice } from "@/app/[locale]/(exporter)/applications/[applicationId]/clash-notice";
import { versionOfSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/drawn";
import { readSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/read-section";
import { redrawnWith } from "@/app/[locale]/(exporter)/applications/[applicationId]/redraw";
import {
  sectionHref,
  tasksHref,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { fieldId } from "@/components/form/field-id";
import type { Answers } from "@/lib/applications/answers";
import { replyToRequest } from "@/lib/applications/commands/reply";
import { saveSection } from "@/lib/applications/commands/save";
import { checkApplication } from "@/lib/applications/queries/check";
import { findApplication, type ApplicationDetail } from "@/lib/applications/queries/find";
import { longestReply } from "@/lib/applications/requests";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { neighbour } from "@/lib/applications/sections";
import { requestLocale } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { errorKey } from "@/lib/forms/error-key";
import { refused, typedValues, type FormState, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress, shownAgain } from "@/lib/forms/language-press";
import { redirect, redirectToPlace } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";

/** What was pressed, for an edit that must look further than at the answers of its section. */
export interface Press {
  readonly viewer: ExporterViewer;
  readonly application: ApplicationDetail;
  readonly locale: Locale;
  /** Everything as typed, by field name. */
  readonly typed: Readonly<Record<string, string>>;
}

/**
 * Changes the answers before they are kept: a row more, a row less, a row elsewhere. Says where the
 * reader goes then, or what must be mended before anything is kept; null where nothing is to be changed.
 */
export type Edit<S extends AnsweredSection> = (
  answers: NonNullable<Answers[S]>,
  intent: string,
  before: NonNullable<Answers[S]>,
  press: Press,
) => Edited<S> | null | Promise<Edited<S> | null>;

export type Edited<S extends AnsweredSection> =
  | { answers: NonNullable<Answers[S]>; place: string; problems?: never }
  | { problems: readonly Problem[] };

/**
 * Keeps what was typed in a section and goes on to where the pressed button leads. A section may be
 * kept incomplete. "Save and continue" stays while something typed cannot be right; "Previous", "Save
 * draft" and the buttons of rows keep it as it was typed and leave. Whoever changed an answer that somebody
 * else has changed meanwhile stays, and chooses.
 */
export async function keepSection<S extends AnsweredSection>(
  viewer: ExporterViewer,
  applicationId: string,
  section: S,
  state: FormState,
  formData: FormData,
  edit?: Edit<S>,
): Promise<FormState> {
  const locale = await requestLocale();
  const application = await findApplication(viewer, applicationId);
  if (!application) return refused(state, formData, [], await refusalKey(viewer, applicationId));
  const intent = textOf(formData, "intent") || "next";
  const { drawn, base, typed, wrong } = readSection(section, formData, locale);
  const stored = application.answers[section];
  const waits = async (answer: FormState): Promise<FormState> => {
    const clashing = { ...drawn, answers: stored };
    const clash = await clashNotice(viewer, application, section, clashing, locale);
    const knows = versionOfSection(application, section);
    return clash ? { ...answer, knows, clash } : { ...answer, knows };
  };
  if (isLanguagePress(formData)) {
    const { fields } = sectionForms[section];
    return waits(shownAgain(state, formData, { fields, stored: base ?? stored, locale }));
  }
  const press = { viewer, application, locale, typed: typedValues(formData) };
  const edited = (await edit?.(typed, intent, stored ?? {}, press)) ?? null;
  if (edited?.problems) return waits(refused(state, formData, edited.problems));
  if (intent === "next" && !edited && wrong.length > 0) {
    return waits(refused(state, formData, wrong));
  }

  const answers = edited?.answers ?? typed;
  const saved = await saveSection(viewer, applicationId, section, answers, drawn.version, base);
  if (!saved.ok) {
    const problem =
      saved.error === "notFound"
        ? await refusalKey(viewer, applicationId)
        : errorKey(`form.${saved.error}`);
    return refused(state, formData, [], problem);
  }
  await keepReplies(viewer, application, formData, saved.value.version);
  const redrawn = redrawnWith(section, formData, typed, saved.value, drawn.since, locale);
  const clash = await clashNotice(
    viewer,
    application,
    section,
    { ...saved.value, ...redrawn.clashing },
    locale,
  );
  if (clash) {
    // The rows that the page draws must be those that are stored now.
    refresh();
    return { ...refused(state, formData, wrong), values: redrawn.values, clash };
  }

  const from = textOf(formData, "from") === "summary" ? ("summary" as const) : undefined;
  if (edited) {
    const query = { edited: "1", ...(from ? { from } : {}) };
    const href = { ...sectionHref(section, applicationId), query };
    // It leads to the page that is already open: with script that page must be read anew.
    refresh();
    return redirectToPlace({ href, locale, place: fieldId(edited.place) });
  }
  if (intent === "draft") return redirect({ href: tasksHref(applicationId), locale });
  if (intent === "next") {
    const findings = (await checkApplication(viewer, applicationId)) ?? [];
    const conflicts: Problem[] = conflictsIn(section, findings, [], locale);
    if (conflicts.length > 0) {
      return { ...refused(state, formData, conflicts), values: redrawn.values };
    }
  }
  if (from) return redirect({ href: sectionHref("summary", applicationId), locale });
  const following = neighbour(section, intent === "previous" ? -1 : 1);
  const href =
    following && application.status === "draft"
      ? sectionHref(following, applicationId)
      : tasksHref(applicationId);
  return redirect({ href, locale });
}

/** Keeps what was said to each request that the form showed, also that nothing is said any more; returns the newest version. */
export async function keepReplies(
  viewer: ExporterViewer,
  application: Pick<ApplicationDetail, "id" | "requests">,
  formData: FormData,
  version: number,
): Promise<number> {
  let newest = version;
  for (const request of application.requests) {
    const [note, done] = [`reply-${request.id}`, `done-${request.id}`];
    if (!formData.has(note)) continue;
    const replied = await replyToRequest(viewer, application.id, request.id, {
      done: textOf(formData, done) === "yes",
      note: textOf(formData, note).slice(0, longestReply),
    });
    if (replied.ok) newest = replied.value.version;
  }
  return newest;
}

/** Why an application, or this part of it, is not the viewer's to change. */
export async function refusalKey(viewer: ExporterViewer, applicationId: string) {
  const why = await whyRefused(viewer, { kind: "application", id: applicationId });
  return errorKey(`form.${why}`);
}

export function textOf(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === "string" ? value : "";
}
