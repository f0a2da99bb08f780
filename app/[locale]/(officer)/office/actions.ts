"use server";

import { refresh } from "next/cache";
import { redirect } from "@/lib/i18n/navigation";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { refusedPress } from "@/lib/auth/denied";
import { claim } from "@/lib/reviews/commands/claim";
import { release } from "@/lib/reviews/commands/release";
import { backToQueue, fileHref } from "./_desk/place";

/** Claims a file on its page, which says what became of the claim. */
export async function claimFile(applicationId: string): Promise<never> {
  const viewer = await requireReviewer();
  const claimed = await claim(viewer, applicationId);
  return openReview(applicationId, claimed.ok ? undefined : await missed(claimed));
}

/** Gives a file back to the queue. */
export async function releaseFile(applicationId: string): Promise<never> {
  const viewer = await requireReviewer();
  const released = await release(viewer, applicationId);
  return released.ok
    ? backToQueue(applicationId)
    : openReview(applicationId, await missed(released));
}

const missed = (refusal: { error: string }) => refusedPress(refusal, ({ error }) => error);

async function openReview(applicationId: string, why: string | undefined): Promise<never> {
  const { query, ...href } = await fileHref(applicationId);
  // Led to the address where it is, a browser with script would show nothing new.
  refresh();
  return redirect({
    href: { ...href, query: why ? { ...query, missed: why } : query },
    locale: await requestLocale(),
  });
}
