import "server-only";
import { beginSignIn } from "@/lib/auth/auth";
import { partnerOf, type PartnerId } from "@/lib/auth/partners";
import { safeReturnTo } from "@/lib/auth/return-to";
import { readSessionToken } from "@/lib/auth/session-cookie";
import { findSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { log } from "@/lib/log";

/**
 * The address at which the chosen sign-in partner begins a sign-in in the reader's language; that of the
 * page of sign-in problems when the partner does not answer. Afterwards the reader is at `returnTo`, or at
 * the sign-in page, which leads signed-in people on; after showing the factors again in another tab, at a
 * page that sends them back to the first.
 */
export async function signInAddress(locale: Locale, form: URLSearchParams): Promise<string> {
  const otherwise = form.get("stepUp") === "1" ? "/sign-in/confirmed" : "/sign-in";
  const there = safeReturnTo(form.get("returnTo")) ?? getPathname({ href: otherwise, locale });
  try {
    const partner = await partnerFor(form);
    const address = await beginSignIn(partner, there, { ui_locales: `${locale}-CA` });
    // Auth.js mostly throws nothing: what it leads to then is a page of the portal.
    if (new URL(address, env().PORTAL_URL).origin !== env().PORTAL_URL) return address;
    log().error("the credential provider does not answer");
  } catch (error) {
    log().error({ err: error }, "the credential provider does not answer");
  }
  const href = { pathname: "/sign-in/problem", query: { error: "Unavailable" } } as const;
  return env().PORTAL_URL + getPathname({ href, locale });
}

/** The partner of the pressed button. To show the factors again leads to whoever proved the present session. */
async function partnerFor(form: URLSearchParams): Promise<PartnerId> {
  const chosen = partnerOf(form.get("partner"))?.id ?? "gckey";
  if (form.get("stepUp") !== "1") return chosen;
  const token = await readSessionToken();
  const session = token ? await findSession(token) : null;
  return partnerOf(session?.partner)?.id ?? chosen;
}
