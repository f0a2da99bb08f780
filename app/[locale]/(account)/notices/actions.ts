"use server";

import { refresh } from "next/cache";
import { addressHere, requireViewer } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";
import { redirectToAddress } from "@/lib/i18n/navigation";
import { markAllRead, markRead } from "@/lib/notices/commands/mark-read";

/** Marks one notice of the reader as read, and stays on the page of the list. */
export async function markSeen(noticeId: string) {
  const viewer = await requireViewer();
  await markRead(viewer, noticeId);
  return here();
}

/** Marks all of them, up to the newest that was there when the page was drawn. */
export async function markAllSeen(formData: FormData) {
  const viewer = await requireViewer();
  const newest = formData.get("newest");
  if (typeof newest === "string") await markAllRead(viewer, newest);
  return here();
}

/** The page that is already open, with its filter: with script it must be read anew, and the count with it. */
async function here(): Promise<never> {
  refresh();
  return redirectToAddress(safeReturnTo(await addressHere()) ?? "/");
}
