import { clashNotice } from "@/app/[locale]/(exporter)/applications/[applicationId]/clash-notice";
import { drawnFields } from "@/app/[locale]/(exporter)/applications/[applicationId]/drawn";
import { readSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/read-section";
import { namedClashes } from "@/lib/applications/clashes";
import { saveSection } from "@/lib/applications/commands/save";
import { same } from "@/lib/applications/merge";
import type { Row } from "@/lib/applications/merge-rows";
import { findApplication } from "@/lib/applications/queries/find";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { selfSaved } from "@/lib/auth/self-saved";
import { asExporter, type ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import type { AutosaveAnswer } from "@/lib/forms/autosave";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Locale } from "@/lib/i18n/routing";
import { isUuid } from "@/lib/row-id";

interface Context {
  params: Promise<{ applicationId: string; section: string }>;
}

/**
 * Where the form of a section saves itself while it is being filled in, as "Save draft" would, but for the
 * notes to the office.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { applicationId, section } = await params;
  const known = isAnswered(section) && isUuid(applicationId);
  return selfSaved(request, {
    form: known ? `/applications/${applicationId}/${section}` : null,
    save: async (person, formData, locale) =>
      isAnswered(section)
        ? save(asExporter(person), applicationId, section, formData, locale)
        : null,
  });
}

async function save(
  viewer: ExporterViewer,
  applicationId: string,
  section: AnsweredSection,
  formData: FormData,
  locale: Locale,
): Promise<AutosaveAnswer | null> {
  const application = await findApplication(viewer, applicationId);
  if (!application) return null;
  const { drawn, base, typed, changed } = readSection(section, formData, locale);
  const saved = await saveSection(viewer, applicationId, section, typed, drawn.version, base);
  if (!saved.ok) return null;
  const { answers, clashes, keptRows, version } = saved.value;
  const waiting = namedClashes(clashes, answers as Row);
  const { since } = drawn;
  const clash = await clashNotice(
    viewer,
    application,
    section,
    { waiting, keptRows, answers, since },
    locale,
  );
  // The page goes on showing what is typed in it: that is what its next save is compared with.
  const asShown = same(answers, typed);
  return {
    ok: true,
    at: formatterFor(locale).dateTime(now(), { timeStyle: "short" }),
    fields: {
      ...changed,
      ...drawnFields(typed, asShown ? version : drawn.version, waiting, since),
    },
    clash,
    theirs: !asShown,
  };
}

const isAnswered = (section: string): section is AnsweredSection =>
  Object.hasOwn(sectionForms, section);
