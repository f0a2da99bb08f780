"use server";

import { refresh } from "next/cache";
import { backToQueue } from "@/app/[locale]/(officer)/office/_desk/place";
import { redirect, redirectToPlace } from "@/lib/i18n/navigation";
import { requestLocale, requireAnyOfficer, requireReviewer } from "@/lib/auth/current";
import { setLetterKeys } from "@/lib/people/commands/letter-keys";
import { claim } from "@/lib/reviews/commands/claim";
import { claimNext } from "@/lib/reviews/commands/claim-next";
import { carried, queueQuery, readQueue } from "@/lib/reviews/queue-filter";

/** Claims a file and stays in the queue, at the same place; where that failed its page says why. */
export async function claimInQueue(applicationId: string, place: string): Promise<never> {
  const viewer = await requireReviewer();
  const filter = readQueue(place);
  const claimed = await claim(viewer, applicationId);
  if (claimed.ok) return backToQueue(applicationId, filter);
  const query = { ...carried(filter), missed: claimed.error };
  const pathname = "/office/review/[applicationId]";
  return redirect({
    href: { pathname, params: { applicationId }, query },
    locale: await requestLocale(),
  });
}

/** Claims the file that the page promised, or the one after it, and opens it. */
export async function getNext(promised: string, place: string): Promise<never> {
  const viewer = await requireReviewer();
  const locale = await requestLocale();
  const filter = readQueue(place);
  const claimed = await claimNext(viewer, promised);
  if (!claimed.ok) {
    const query = { ...queueQuery(filter), missed: "nothingWaits" };
    return redirectToPlace({ href: { pathname: "/office/queue", query }, locale, place: "done" });
  }
  const { applicationId } = claimed.value;
  const other = applicationId === promised ? {} : { missed: "overtaken" };
  return redirect({
    href: {
      pathname: "/office/review/[applicationId]",
      params: { applicationId },
      query: { ...carried(filter), ...other },
    },
    locale,
  });
}

/** Whether single letters are keys of the desk for this officer. */
export async function turnLetterKeys(to: "on" | "off"): Promise<void> {
  const viewer = await requireAnyOfficer();
  await setLetterKeys(viewer, to === "on");
  refresh();
}
