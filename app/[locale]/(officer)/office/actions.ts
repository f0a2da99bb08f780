"use server";

import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { claim } from "@/lib/reviews/commands/claim";
import { release } from "@/lib/reviews/commands/release";
import { backToQueue, fileHref } from "./_desk/place";

/** Claims a file on its page, which says what became of the claim. */
export async function claimFile(applicationId: string): Promise<never> {
  const viewer = await requireReviewer();
  const claimed = await claim(viewer, applicationId);
  return openReview(applicationId, claimed.ok ? undefined : claimed.error);
}

/** Gives a file back to the queue. */
export async function releaseFile(applicationId: string): Promise<never> {
  const viewer = await requireReviewer();
  const released = await release(viewer, applicationId);
  return released.ok ? backToQueue(applicationId) : openReview(applicationId, released.error);
}

async function openReview(applicationId: string, missed: string | undefined): Promise<never> {
  const { query, ...href } = await fileHref(applicationId);
  return redirect({
    href: { ...href, query: missed ? { ...query, missed } : query },
    locale: await requestLocale(),
  });
}
