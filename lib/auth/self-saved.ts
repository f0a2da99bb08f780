import "server-only";
import { hasLocale } from "next-intl";
import { currentPerson } from "@/lib/auth/current";
import { forgetKept, keepForEnded } from "@/lib/auth/kept-text";
import { isThrough } from "@/lib/auth/through";
import { env } from "@/lib/env";
import type { AutosaveAnswer, NotSaved } from "@/lib/forms/autosave";
import { routing, type Locale } from "@/lib/i18n/routing";
import { fixedHeaders } from "@/lib/security/headers";
import { databaseAnswers } from "@/lib/security/readiness";
import { refusal } from "@/lib/security/refusal";
import { unavailable } from "@/lib/security/unavailable";

/** The longest form many times over. */
const largest = 500_000;

type SignedIn = NonNullable<Awaited<ReturnType<typeof currentPerson>>>;

interface Saving {
  /** The page of the form, without its language; null where there is no such form. */
  readonly form: string | null;
  /** Null where it cannot be saved, or not by this person. */
  readonly save: (
    person: SignedIn,
    formData: FormData,
    locale: Locale,
  ) => Promise<AutosaveAnswer | null>;
}

/**
 * Answers a form that saves itself while it is being filled in. It stands outside the proxy and asks for
 * itself what the proxy asks of others.
 */
export async function selfSaved(request: Request, { form, save }: Saving): Promise<Response> {
  const refused = refusal(request.method, request.headers, env().PORTAL_URL);
  if (refused) return withHeaders(new Response(refused.text, { status: refused.status }));
  const query = new URL(request.url).searchParams;
  const asked = query.get("locale");
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  if (!(await databaseAnswers())) return withHeaders(unavailable(`/${locale}`));
  if (!(Number(request.headers.get("content-length") ?? Infinity) <= largest)) return no("refused");
  const person = await currentPerson();
  const formData = await request.formData().catch(() => null);
  const drawnFor = query.get("person");
  if (!person) {
    if (formData && form) await keepForEnded({ form, formData, locale, drawnFor });
    return no("session");
  }
  if (!(await isThrough(person))) return no("session");
  // Whoever has signed in meanwhile does not put their name to what another typed.
  if (drawnFor !== person.id) return no("person");
  const answer = formData && form ? await save(person, formData, locale) : null;
  if (!formData || !form || !answer) return no("refused");
  if (formData.get("kept") === "yes") await forgetKept({ userId: person.id }, form);
  return withHeaders(Response.json(answer));
}

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
