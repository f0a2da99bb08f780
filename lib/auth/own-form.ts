import "server-only";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/routing";
import { fixedHeaders } from "@/lib/security/headers";
import { databaseAnswers } from "@/lib/security/readiness";
import { refusal } from "@/lib/security/refusal";
import { unavailable } from "@/lib/security/unavailable";

const largest = 4 * 1024;

function answer(status: number, headers: Record<string, string>, body: string | null): Response {
  const all = { ...fixedHeaders(env().PORTAL_URL), "cache-control": "no-store", ...headers };
  return new Response(body, { status, headers: all });
}

/**
 * Answers a form of one of the portal's own pages by leading on to the address that `work` gives. A
 * plain form and not an action, because a script that follows an action's answer to another site is
 * stopped by the content security policy.
 */
export async function answerOwnForm(
  request: Request,
  work: (locale: Locale, form: URLSearchParams) => Promise<string>,
): Promise<Response> {
  const refused = refusal(request.method, request.headers, env().PORTAL_URL);
  if (refused) return answer(refused.status, { "content-type": "text/plain" }, refused.text);
  if (Number(request.headers.get("content-length") ?? Infinity) > largest) {
    return answer(413, { "content-type": "text/plain" }, "Too large");
  }
  const form = new URLSearchParams(await request.text());
  const locale = form.get("locale") === "fr" ? "fr" : "en";
  if (!(await databaseAnswers())) return unavailable(`/${locale}`);
  return answer(303, { location: await work(locale, form) }, null);
}
