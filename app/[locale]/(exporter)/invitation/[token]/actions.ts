"use server";

import { refresh } from "next/cache";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { acceptInvitation, declineInvitation } from "@/lib/exporters/commands/answer-invitation";
import { redirect } from "@/lib/i18n/navigation";

/** Accepts the invitation of this link. What stood in the way is told by the page. */
export async function accept(token: string) {
  const viewer = await requireExporter();
  const locale = await requestLocale();
  const accepted = await acceptInvitation(viewer, token);
  // It may lead to the page that is already open, and the bar changes: with script both are read anew.
  refresh();
  if (accepted.ok) {
    const { exporterId } = accepted.value;
    return redirect({
      href: {
        pathname: "/profile/[exporterId]",
        params: { exporterId },
        query: { accepted: "1" },
      },
      locale,
    });
  }
  const query = accepted.error === "alreadyActs" ? { acts: "1" } : {};
  const href = { pathname: "/invitation/[token]", params: { token }, query } as const;
  return redirect({ href, locale });
}

/** Declines the invitation of this link. */
export async function decline(token: string) {
  const viewer = await requireExporter();
  const locale = await requestLocale();
  const declined = await declineInvitation(viewer, token);
  refresh();
  if (declined.ok) {
    return redirect({ href: { pathname: "/profile", query: { declined: "1" } }, locale });
  }
  return redirect({ href: { pathname: "/invitation/[token]", params: { token } }, locale });
}
