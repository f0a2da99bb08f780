import "server-only";
import NextAuth, { type NextAuthConfig } from "next-auth";
import type { OIDCConfig } from "next-auth/providers";
import { databaseAdapter } from "@/lib/auth/adapter";
import { partnerOf, partners, type Partner, type PartnerId } from "@/lib/auth/partners";
import { cookieName, cookieOptions, overHttps, readSessionToken } from "@/lib/auth/session-cookie";
import { findSession, type Session } from "@/lib/auth/sessions";
import { keepProof, proofIn, type Claims } from "@/lib/auth/sign-in-proof";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { log } from "@/lib/log";

function provider(partner: Partner): OIDCConfig<Claims & { sub: string }> {
  const { id, name, issuer, clientId, clientSecret, acr } = partner;
  return {
    id,
    name: name.en,
    type: "oidc",
    issuer,
    clientId,
    clientSecret,
    checks: ["pkce", "state", "nonce"],
    authorization: {
      // A shared computer must ask the next person for a password; and the issuer then says when it was given.
      params: { scope: "openid", acr_values: acr.join(" "), prompt: "login", max_age: "0" },
    },
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** The reader's language during the provider's answer: that of the page they want to return to. */
function localeOf(request: {
  cookies: { get(name: string): { value: string } | undefined };
}): Locale {
  const wanted = request.cookies.get(cookieName("return-to"))?.value ?? "";
  return URL.canParse(wanted) && /^\/fr(\/|$)/.test(new URL(wanted).pathname) ? "fr" : "en";
}

const short = (purpose: string) => ({
  name: cookieName(purpose),
  options: { ...cookieOptions(), maxAge: 15 * 60 },
});

function configuration(locale: Locale): NextAuthConfig {
  const { AUTH_SECRET, PORTAL_URL, SESSION_MAX_SECONDS } = env();
  // With this variable Auth.js takes its own address from here and never from request headers.
  process.env["AUTH_URL"] = PORTAL_URL;
  const problem = getPathname({ href: "/sign-in/problem", locale });
  return {
    adapter: databaseAdapter(),
    providers: partners().map(provider),
    secret: AUTH_SECRET,
    useSecureCookies: overHttps(),
    session: { strategy: "database", maxAge: SESSION_MAX_SECONDS, updateAge: SESSION_MAX_SECONDS },
    pages: { signIn: problem, error: problem },
    cookies: {
      sessionToken: { name: cookieName("session"), options: cookieOptions() },
      callbackUrl: { name: cookieName("return-to"), options: cookieOptions() },
      csrfToken: { name: cookieName("csrf"), options: cookieOptions() },
      pkceCodeVerifier: short("pkce"),
      state: short("state"),
      nonce: short("nonce"),
    },
    callbacks: {
      signIn({ profile, account }) {
        const partner = partnerOf(account?.provider);
        const proof = profile && partner && proofIn(profile, account?.id_token, partner);
        if (!proof) return false;
        keepProof(proof);
        return true;
      },
      // Never the session as it came: it would carry the token.
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id } }),
    },
    logger: {
      error: (error) => log().warn({ err: error }, "sign-in failed"),
      warn: (code) => log().debug({ code }, "sign-in warning"),
      debug: () => undefined,
    },
  };
}

const auth = NextAuth((request) => configuration(request ? localeOf(request) : "en"));

/** Begins a sign-in; gives the partner's address. */
export const beginSignIn = (
  partner: PartnerId,
  returnTo: string,
  parameters: Record<string, string>,
) => auth.signIn(partner, { redirectTo: returnTo, redirect: false }, parameters) as Promise<string>;

/** Answers the provider's redirect. */
export const answerProvider = auth.handlers.GET;

/** The session of this request, by its cookie; null when nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  const token = await readSessionToken();
  return token ? findSession(token) : null;
}
