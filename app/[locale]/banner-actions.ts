"use server";

import { stayHere } from "@/app/[locale]/stay-here";
import { requireExporter } from "@/lib/auth/current";
import { hideBroadcast } from "@/lib/broadcasts/commands/hide";

/** The reader has read it. One that is gone, or was never shown to them, is left alone. */
export async function hideBanner(broadcastId: string) {
  const viewer = await requireExporter();
  await hideBroadcast(viewer, broadcastId);
  return stayHere();
}
