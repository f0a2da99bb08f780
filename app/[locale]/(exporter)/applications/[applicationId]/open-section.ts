import "server-only";
import { getTranslations } from "next-intl/server";
import {
  drawnFields,
  versionOfSection,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/drawn";
import {
  sectionProblems,
  sectionValues,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/section-problems";
import { listChecks } from "@/lib/applications/queries/check";
import { findApplication } from "@/lib/applications/queries/find";
import { sectionSchemas, type AnsweredSection } from "@/lib/applications/schema";
import { sections, stateOf, type Section } from "@/lib/applications/sections";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { isMissing } from "@/lib/forms/field-problems";
import { emptyForm, type FormState } from "@/lib/forms/form-state";
import { fullTitle } from "@/lib/i18n/full-title";

export interface SectionProps {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** An application as one of its sections shows it to the reader, or null. */
export async function openSection(section: Section, { params, searchParams }: SectionProps) {
  const viewer = await requireExporter();
  return openFor(viewer, section, (await params).applicationId, await searchParams);
}

/** The same as somebody else reads it: the office shows an exporter's page as they find it. */
export async function openFor(
  viewer: ExporterViewer,
  section: Section,
  applicationId: string,
  query: Record<string, string | string[] | undefined>,
) {
  const [application, checks, locale] = await Promise.all([
    findApplication(viewer, applicationId),
    listChecks(viewer, applicationId),
    requestLocale(),
  ]);
  if (!application || !checks) return null;
  const findings = checks.flatMap((check) => check.findings);
  const { answers, documents } = application;
  const states = sections.map((each) => ({
    section: each,
    state: stateOf(each, answers, documents, findings),
  }));
  return {
    viewer,
    section,
    application,
    checks,
    findings,
    locale,
    query,
    states,
    state: stateOf(section, answers, documents, findings),
    /** What travels with the form: from what it was drawn. */
    drawn: drawnFields(
      section in sectionSchemas ? answers[section as AnsweredSection] : {},
      versionOfSection(application, section),
    ),
    fromSummary: query["from"] === "summary",
    /** May be changed by this reader now. */
    open: application.permissions.includes("prepare") && application.unlocked.includes(section),
    requests: application.requests.filter((request) => request.section === section),
  };
}

/** Of which version the form is an answer to, and where it saves itself. */
export function savingOf({ section, application, drawn, viewer, locale }: OpenedSection) {
  const query = new URLSearchParams({ locale, person: viewer.userId }).toString();
  return {
    version: Number(drawn.version),
    autosave: `/api/applications/${application.id}/sections/${section}?${query}`,
  };
}

export type OpenedSection = NonNullable<Awaited<ReturnType<typeof openSection>>>;

/** The text of the section's fields, and what is already known to be wrong in them. */
export function formOf({ section, application, findings, locale, ...opened }: OpenedSection) {
  const answered = section as AnsweredSection;
  if (!(answered in sectionSchemas)) throw new Error(`${section} has no form of fields`);
  const all = sectionProblems(answered, application.answers, findings, locale);
  // Who comes from the summary sees what is missing too; but not in a row that was added just now.
  const wanted = opened.fromSummary && opened.query["edited"] === undefined;
  const problems = wanted ? all : all.filter((problem) => !isMissing(problem));
  return {
    values: sectionValues(answered, application.answers, locale),
    initial: { ...emptyForm, problems } satisfies FormState,
  };
}

/** The title of a section's page: "Section 4 of 7: Origin of the diamonds …". */
export async function sectionTitle(section: Section): Promise<string> {
  const t = await getTranslations();
  return fullTitle(
    t("application.stepTitle", {
      n: sections.indexOf(section) + 1,
      count: sections.length,
      name: t(`sections.${section}`),
    }),
  );
}
