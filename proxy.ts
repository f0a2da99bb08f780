import createMiddleware from "next-intl/middleware";
import { NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { isPage, pageAt } from "@/lib/i18n/alternate";
import { routing } from "@/lib/i18n/routing";
import { mayCheck } from "@/lib/security/check-limit";
import { contentSecurityPolicy, fixedHeaders } from "@/lib/security/headers";
import { databaseAnswers } from "@/lib/security/readiness";
import { refusal } from "@/lib/security/refusal";
import { tooManyChecks } from "@/lib/security/too-many-checks";
import { unavailable } from "@/lib/security/unavailable";

const localised = createMiddleware(routing);

/** What is no page in any language: places of the framework, and names of files. */
const notAPage = /^\/(?!(?:en|fr)(?:\/|$))(?:(?:api|_next|\.well-known)(?:\/|$)|.*\.\w+$)/;

/** The pages on which a code from the paper of a certificate is tried. */
const asksForCode = new Set(["/verify", "/import-confirmation/[token]"]);

/**
 * In front of every page: refuses hostile requests, answers while the database is away, chooses the
 * language and sets the security headers. It decides nothing about who may see what.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, env());
  const refused = refusal(request.method, request.headers, env().PORTAL_URL);
  if (refused)
    return withHeaders(new NextResponse(refused.text, { status: refused.status }), policy);
  if (notAPage.test(request.nextUrl.pathname)) {
    return withHeaders(new NextResponse("Not found / Introuvable", { status: 404 }), policy);
  }
  if (!(await databaseAnswers())) return withHeaders(unavailable(request.nextUrl.pathname), policy);

  const { pathname } = request.nextUrl;
  if (request.method === "POST" && asksForCode.has(pageAt(pathname)?.page ?? "")) {
    if (!(await mayCheck(request.headers))) return withHeaders(tooManyChecks(pathname), policy);
  }

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-portal-address", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-portal-method", request.method);
  // Public addresses come from PORTAL_URL, never from what the request says about its host.
  const { host, protocol } = new URL(env().PORTAL_URL);
  headers.set("host", host);
  headers.set("x-forwarded-host", host);
  headers.set("x-forwarded-proto", protocol.slice(0, -1));
  if (isPage(pathname)) {
    return withHeaders(localised(new NextRequest(request, { headers })), policy);
  }
  const language = pathname.startsWith("/fr") ? "fr" : "en";
  headers.set("x-next-intl-locale", language);
  // Not to where it was asked for: that may be the inner place of a page ("/fr/verify" is that of "/fr/verifier"),
  // which would then be reached past everything that goes by its address.
  const nowhere = request.nextUrl.clone();
  nowhere.pathname = `/${language}/-`;
  return withHeaders(NextResponse.rewrite(nowhere, { status: 404, request: { headers } }), policy);
}

function withHeaders(response: Response, policy: string): Response {
  for (const [name, value] of Object.entries(fixedHeaders(env().PORTAL_URL))) {
    response.headers.set(name, value);
  }
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

/**
 * Only handlers, which set their own headers, and single files are left out. A whole folder would let
 * a page through: "/fonts/sign-in" is the page "/sign-in" in a language called "fonts".
 */
export const config = {
  matcher: [
    "/((?!api/|\\.well-known/(?:jwks\\.json|did\\.json|document-certificates\\.pem)$|log/(?:checkpoint|consistency)$|log/proof/[^/]+$|status/(?:revocation|message)$|ns/kpc/v1$|schema/kpc/1$|vectors/kpc-1\\.json$|V(?:/[\\w-]+\\.(?:js|css|wasm|webmanifest))?$|_next/static/|fonts/[\\w-]+\\.(?:woff2|css)$|icons/[\\w-]+\\.svg$|favicon\\.ico$).*)",
  ],
};
