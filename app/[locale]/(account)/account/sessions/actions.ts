"use server";

import { requestLocale, requireViewer } from "@/lib/auth/current";
import { endOtherSessions, endOwnSession } from "@/lib/auth/own-sessions";
import { signOutAddress } from "@/lib/auth/sign-out";
import { redirect, redirectToAddress } from "@/lib/i18n/navigation";

/** Signs one browser of the reader out. */
export async function endSession(sessionId: string) {
  const viewer = await requireViewer();
  await endOwnSession(viewer, sessionId);
  const href = { pathname: "/account/sessions", query: { ended: "1" } } as const;
  return redirect({ href, locale: await requestLocale() });
}

/** Ends all of the reader's sessions; this one at the credential provider too. */
export async function signOutEverywhere() {
  const viewer = await requireViewer();
  await endOtherSessions(viewer);
  return redirectToAddress(await signOutAddress(await requestLocale()));
}
