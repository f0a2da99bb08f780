import "server-only";
import { safeReturnTo } from "@/lib/auth/return-to";
import { uploadQuery, type UploadProblem, type UploadResult } from "@/lib/documents/upload-result";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import { routing, type Locale } from "@/lib/i18n/routing";
import { fixedHeaders } from "@/lib/security/headers";
import { unavailable } from "@/lib/security/unavailable";
import type { Busy } from "@/lib/receiving/turns";

/**
 * How an upload is answered: a browser is led back to the page on which the form stands, which tells the
 * result; a script, which asks for JSON, gets it as it is.
 */
export function answerTo(request: Request) {
  const back = pageOf(request);
  return (request.headers.get("accept") ?? "").includes("application/json") ? inJson : asPage(back);
}

const inJson = {
  result(result: UploadResult | { busy: Busy }): Response {
    if ("busy" in result) {
      const status = result.busy === "person" ? 429 : 503;
      return json(none("busy"), status, { "retry-after": "10" });
    }
    const [first] = result.failed;
    const whole = first?.name === "" ? first.problem : null;
    return json(result, whole === null ? 200 : (statuses[whole] ?? 400));
  },
  signedOut: () => json(none("session"), 401),
  unavailable: () => json(none("busy"), 503, { "retry-after": "10" }),
};

/** Of what is refused as a whole, where it is not the form that is wrong. */
const statuses: Partial<Record<UploadProblem, number>> = {
  locked: 409,
  tooMany: 409,
  tooMuchToday: 429,
};

const asPage = (back: string): typeof inJson => ({
  result: (result) => leadTo(withResult(back, "busy" in result ? none("busy") : result)),
  signedOut: () => leadTo(back),
  unavailable: () => withHeaders(unavailable(back)),
});

/** To whoever acted for a profile and does so no more. */
export function mandateEnded(request: Request): Response {
  const locale: Locale = pageOf(request).startsWith("/fr") ? "fr" : "en";
  const href = { pathname: "/no-access", query: { reason: "mandate" } } as const;
  return leadTo(getPathname({ href, locale }));
}

/** Every answer outside the proxy has the headers that it sets. */
export function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(fixedHeaders(env().PORTAL_URL))) {
    response.headers.set(name, value);
  }
  response.headers.set("cache-control", "private, no-store");
  return response;
}

/** The form says in its address on which page it stands, so that this is known before a body is read. */
function pageOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get("back");
  return safeReturnTo(asked) ?? `/${routing.defaultLocale}`;
}

function withResult(back: string, result: UploadResult): string {
  const { pathname, searchParams } = new URL(back, env().PORTAL_URL);
  for (const name of ["added", "problem", "removed"]) searchParams.delete(name);
  for (const [name, value] of uploadQuery(result)) searchParams.append(name, value);
  const place = result.failed.length > 0 ? "not-added" : "files";
  return `${pathname}?${searchParams.toString()}#${place}`;
}

const none = (problem: UploadProblem): UploadResult => ({
  added: 0,
  failed: [{ problem, name: "" }],
});

const leadTo = (location: string) =>
  withHeaders(new Response(null, { status: 303, headers: { location } }));

const json = (result: UploadResult, status: number, headers: Record<string, string> = {}) =>
  withHeaders(Response.json(result, { status, headers }));
