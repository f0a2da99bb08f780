"use server";

import { refresh } from "next/cache";
import { actFor, currentPath } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";
import { redirectToAddress } from "@/lib/i18n/navigation";

/** Chooses for whom the reader acts on the pages that show no record, and stays on the page. */
export async function switchProfile(formData: FormData) {
  const viewer = await requireExporter();
  const exporterId = formData.get("actingFor");
  if (typeof exporterId === "string") await actFor(viewer, exporterId);
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirectToAddress(safeReturnTo(await currentPath()) ?? "/");
}
