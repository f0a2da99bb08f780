"use server";

import { requestLocale, requireDecider } from "@/lib/auth/current";
import { redirect } from "@/lib/i18n/navigation";
import { acceptCredential, refuseCredential } from "@/lib/people/commands/decide-credential";

/** Lets a new credential take the place of the old one. */
export async function agree(requestId: string) {
  const viewer = await requireDecider();
  const decided = await acceptCredential(viewer, requestId);
  return leadBack(decided.ok ? "accepted" : "gone");
}

/** Leaves everything as it is. */
export async function refuse(requestId: string) {
  const viewer = await requireDecider();
  const decided = await refuseCredential(viewer, requestId);
  return leadBack(decided.ok ? "refused" : "gone");
}

async function leadBack(outcome: "accepted" | "refused" | "gone") {
  const href = { pathname: "/account/credentials", query: { outcome } } as const;
  return redirect({ href, locale: await requestLocale() });
}
