"use server";

import { stayHere } from "@/app/[locale]/stay-here";
import { requireViewer } from "@/lib/auth/current";
import { markAllRead, markRead } from "@/lib/notices/commands/mark-read";

/** Marks one notice of the reader as read, and stays on the page of the list. */
export async function markSeen(noticeId: string) {
  const viewer = await requireViewer();
  await markRead(viewer, noticeId);
  return stayHere();
}

/** Marks all of them, up to the newest that was there when the page was drawn. */
export async function markAllSeen(formData: FormData) {
  const viewer = await requireViewer();
  const newest = formData.get("newest");
  if (typeof newest === "string") await markAllRead(viewer, newest);
  return stayHere();
}
