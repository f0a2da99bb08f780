import "server-only";
import { partnerOf } from "@/lib/auth/partners";
import { providerMetadata } from "@/lib/auth/provider-metadata";
import { forgetSessionToken, readSessionToken } from "@/lib/auth/session-cookie";
import { endSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import { log } from "@/lib/log";

/**
 * Ends the reader's session here, and gives the address that ends it at the credential provider too
 * and leads back to the page that says so.
 */
export async function signOutAddress(locale: Locale): Promise<string> {
  const token = await readSessionToken();
  const ended = token ? await endSession(token) : null;
  await forgetSessionToken();
  const back = env().PORTAL_URL + getPathname({ href: "/signed-out", locale });
  if (!ended?.idToken) return back;
  const partner = partnerOf(ended.partner);
  if (!partner) return back;
  const { end_session_endpoint: endpoint } = await providerMetadata(partner.issuer).catch(
    (error: unknown) => {
      log().warn({ err: error }, "the credential provider does not answer");
      return { end_session_endpoint: undefined };
    },
  );
  if (!endpoint) return back;
  const address = new URL(endpoint);
  address.searchParams.set("client_id", partner.clientId);
  address.searchParams.set("id_token_hint", ended.idToken);
  address.searchParams.set("post_logout_redirect_uri", back);
  address.searchParams.set("ui_locales", `${locale}-CA`);
  return address.href;
}
