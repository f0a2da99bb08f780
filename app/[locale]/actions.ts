"use server";

import { refresh } from "next/cache";
import { addressHere, requireArriving } from "@/lib/auth/current";
import { forgetKept, formOf } from "@/lib/auth/kept-text";
import { redirectToAddress } from "@/lib/i18n/navigation";

/** Takes away what was kept of the form of this page. */
export async function discardKept(): Promise<void> {
  const viewer = await requireArriving();
  const address = await addressHere();
  await forgetKept(viewer, formOf(address));
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirectToAddress(address);
}
