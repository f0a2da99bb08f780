import "server-only";
import { beginSignIn } from "@/lib/auth/auth";
import { safeReturnTo } from "@/lib/auth/return-to";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { log } from "@/lib/log";

/**
 * The address at which the credential provider begins a sign-in in the reader's language; that of the
 * page of sign-in problems when the provider does not answer. Afterwards the reader is at `returnTo`,
 * or at the sign-in page, which leads signed-in people on.
 */
export async function signInAddress(locale: Locale, returnTo: unknown): Promise<string> {
  const there = safeReturnTo(returnTo) ?? getPathname({ href: "/sign-in", locale });
  try {
    const address = await beginSignIn(there, { ui_locales: `${locale}-CA` });
    // Auth.js mostly throws nothing: what it leads to then is a page of the portal.
    if (new URL(address, env().PORTAL_URL).origin !== env().PORTAL_URL) return address;
    log().error("the credential provider does not answer");
  } catch (error) {
    log().error({ err: error }, "the credential provider does not answer");
  }
  const href = { pathname: "/sign-in/problem", query: { error: "Unavailable" } } as const;
  return env().PORTAL_URL + getPathname({ href, locale });
}
