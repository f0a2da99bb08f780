"use server";

import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { claim } from "@/lib/reviews/commands/claim";
import { release } from "@/lib/reviews/commands/release";

/** Claims a file and opens it, whoever holds it now: the page says what became of the claim. */
export async function claimFile(applicationId: string): Promise<never> {
  const viewer = await requireReviewer();
  const claimed = await claim(viewer, applicationId);
  return openReview(applicationId, claimed.ok ? undefined : claimed.error);
}

/** Gives a file back to the queue. */
export async function releaseFile(applicationId: string): Promise<never> {
  const viewer = await requireReviewer();
  const released = await release(viewer, applicationId);
  if (!released.ok) return openReview(applicationId, released.error);
  return redirect({ href: "/office/queue", locale: await requestLocale() });
}

async function openReview(applicationId: string, missed: string | undefined): Promise<never> {
  const pathname = "/office/review/[applicationId]";
  return redirect({
    href: { pathname, params: { applicationId }, ...(missed ? { query: { missed } } : {}) },
    locale: await requestLocale(),
  });
}
