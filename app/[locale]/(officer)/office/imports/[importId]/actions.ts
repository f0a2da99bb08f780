"use server";

import { refresh } from "next/cache";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { removeDocument } from "@/lib/documents/commands";
import { redirect } from "@/lib/i18n/navigation";

/** Takes a scan that the office added off a registered import certificate. */
export async function takeOffScan(importId: string, documentId: string) {
  const viewer = await requireReviewer();
  const removed = await removeDocument(viewer, { importCertificateId: importId }, documentId);
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirect({
    href: {
      pathname: "/office/imports/[importId]",
      params: { importId },
      // A second press finds nothing left to do: the page says what stands.
      query: removed.ok ? { removed: "1" } : {},
    },
    locale: await requestLocale(),
  });
}
