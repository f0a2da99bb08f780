"use server";

import { requestLocale, requireDecider } from "@/lib/auth/current";
import { redirect } from "@/lib/i18n/navigation";
import { acceptCredential, refuseCredential } from "@/lib/people/commands/decide-credential";

/** Lets a new credential take the place of the old one. */
export async function agree(requestId: string) {
  const viewer = await requireDecider();
  const decided = await acceptCredential(viewer, requestId);
  return leadBack(decided.ok ? "accepted" : decided.error);
}

/** Leaves everything as it is. */
export async function refuse(requestId: string) {
  const viewer = await requireDecider();
  const decided = await refuseCredential(viewer, requestId);
  return leadBack(decided.ok ? "refused" : decided.error);
}

async function leadBack(result: "accepted" | "refused" | "notFound" | "stepUp") {
  // The page itself asks for the factors.
  const query = result === "stepUp" ? {} : { outcome: result === "notFound" ? "gone" : result };
  const href = { pathname: "/account/credentials", query } as const;
  return redirect({ href, locale: await requestLocale() });
}
