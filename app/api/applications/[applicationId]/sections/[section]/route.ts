import { hasLocale } from "next-intl";
import { clashNotice } from "@/app/[locale]/(exporter)/applications/[applicationId]/clash-notice";
import { drawnFields } from "@/app/[locale]/(exporter)/applications/[applicationId]/drawn";
import { readSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/read-section";
import { namedClashes } from "@/lib/applications/clashes";
import { saveSection } from "@/lib/applications/commands/save";
import { same } from "@/lib/applications/merge";
import type { Row } from "@/lib/applications/merge-rows";
import { findApplication } from "@/lib/applications/queries/find";
import { sectionForms, type AnsweredSection } from "@/lib/applications/schema";
import { currentPerson } from "@/lib/auth/current";
import { forgetKept, keepForEnded } from "@/lib/auth/kept-text";
import { isThrough } from "@/lib/auth/through";
import { asExporter, type ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import type { AutosaveAnswer, NotSaved } from "@/lib/forms/autosave";
import { formatterFor } from "@/lib/i18n/formatter";
import { routing, type Locale } from "@/lib/i18n/routing";
import { fixedHeaders } from "@/lib/security/headers";
import { databaseAnswers } from "@/lib/security/readiness";
import { refusal } from "@/lib/security/refusal";
import { unavailable } from "@/lib/security/unavailable";
import { isUuid } from "@/lib/row-id";

/** The longest section many times over. */
const largest = 500_000;

interface Context {
  params: Promise<{ applicationId: string; section: string }>;
}

/**
 * Where the form of a section saves itself while it is being filled in, as "Save draft" would, but for the
 * notes to the office. It stands outside the proxy and asks for itself what the proxy asks of others.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const refused = refusal(request.method, request.headers, env().PORTAL_URL);
  if (refused) return withHeaders(new Response(refused.text, { status: refused.status }));
  const query = new URL(request.url).searchParams;
  const asked = query.get("locale");
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  if (!(await databaseAnswers())) return withHeaders(unavailable(`/${locale}`));
  const { applicationId, section } = await params;
  if (!(Number(request.headers.get("content-length") ?? Infinity) <= largest)) return no("refused");
  const person = await currentPerson();
  const formData = await request.formData().catch(() => null);
  const drawnFor = query.get("person");
  if (!person) {
    const form = `/applications/${applicationId}/${section}`;
    const known = formData && isAnswered(section) && isUuid(applicationId);
    if (known) await keepForEnded({ form, formData, locale, drawnFor });
    return no("session");
  }
  if (!(await isThrough(person))) return no("session");
  // Whoever has signed in meanwhile does not put their name to what another typed.
  if (drawnFor !== person.id) return no("person");
  if (!formData || !isAnswered(section)) return no("refused");
  const answer = await save(asExporter(person), applicationId, section, formData, locale);
  return answer ? withHeaders(Response.json(answer)) : no("refused");
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
  if (formData.get("kept") === "yes") {
    await forgetKept(viewer, `/applications/${applicationId}/${section}`);
  }
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

function no(why: NotSaved): Response {
  return withHeaders(Response.json({ ok: false, why }, { status: 409 }));
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(fixedHeaders(env().PORTAL_URL))) {
    response.headers.set(name, value);
  }
  response.headers.set("cache-control", "private, no-store");
  return response;
}
