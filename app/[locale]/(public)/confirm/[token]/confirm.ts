"use server";

import { currentPerson, requestLocale, toStartPage } from "@/lib/auth/current";
import { wantedPage } from "@/lib/auth/wanted-page";
import { redirect, redirectToAddress } from "@/lib/i18n/navigation";
import { confirmAddress } from "@/lib/people/commands/confirm-address";

/**
 * The one press that uses a link. It needs no session; in the browser of the same signed-in person it
 * leads on.
 */
export async function confirm(token: string): Promise<never> {
  const before = await currentPerson();
  const proved = await confirmAddress(token);
  const locale = await requestLocale();
  const here = { pathname: "/confirm/[token]", params: { token } } as const;
  if (!proved.ok) return redirect({ href: here, locale });
  const { outcome, userId } = proved.value;
  if (before?.id !== userId) return redirect({ href: { ...here, query: { outcome } }, locale });
  if (outcome === "requested") return redirect({ href: "/welcome/email", locale });
  if (before.confirmed) {
    return redirect({ href: { pathname: "/account/email", query: { outcome } }, locale });
  }
  const wanted = await wantedPage();
  return wanted ? redirectToAddress(wanted) : toStartPage();
}
