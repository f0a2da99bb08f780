import { addressHere, requestLocale } from "@/lib/auth/current";
import { redirectToPlace } from "@/lib/i18n/navigation";
import { carried, placeIn, queueQuery, type QueueFilter } from "@/lib/reviews/queue-filter";

/** The place in the queue from which the reader came to this page, or pressed a form on it. */
const placeHere = async (): Promise<QueueFilter> => placeIn(await addressHere());

/** What a link to another page of the same file adds to its query, so that the place is kept. */
export const kept = async () => carried(await placeHere());

/** The queue as the reader left it. */
export async function queueHref() {
  return { pathname: "/office/queue", query: queueQuery(await placeHere()) } as const;
}

export async function fileHref(applicationId: string) {
  return {
    pathname: "/office/review/[applicationId]",
    params: { applicationId },
    query: await kept(),
  } as const;
}

/** Back into the queue as the reader left it, where the page says what was done with the file. */
export async function backToQueue(applicationId: string, place?: QueueFilter): Promise<never> {
  // Each press has an address of its own: led to the one where it is, a browser with script shows nothing new.
  const about = `${applicationId}~${Date.now().toString(36)}`;
  const query = { ...queueQuery(place ?? (await placeHere())), about };
  const href = { pathname: "/office/queue", query } as const;
  return redirectToPlace({ href, locale: await requestLocale(), place: "done" });
}
