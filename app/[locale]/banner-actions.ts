"use server";

import { refresh } from "next/cache";
import { addressHere, requireExporter } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";
import { hideBroadcast } from "@/lib/broadcasts/commands/hide";
import { redirectToAddress } from "@/lib/i18n/navigation";

/** The reader has read it. One that is gone, or was never shown to them, is left alone. */
export async function hideBanner(broadcastId: string) {
  const viewer = await requireExporter();
  await hideBroadcast(viewer, broadcastId);
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirectToAddress(safeReturnTo(await addressHere()) ?? "/");
}
