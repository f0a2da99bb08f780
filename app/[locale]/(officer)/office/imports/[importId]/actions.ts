"use server";

import { refresh } from "next/cache";
import { requestLocale, requireReviewer } from "@/lib/auth/current";
import { removeDocument } from "@/lib/documents/commands";
import { redirect } from "@/lib/i18n/navigation";

/** Takes a scan off a registered import certificate. */
export async function takeOffScan(importId: string, documentId: string) {
  const viewer = await requireReviewer();
  const removed = await removeDocument(viewer, { importCertificateId: importId }, documentId);
  // It leads to the page that is already open: with script that page must be read anew.
  refresh();
  return redirect({
    href: {
      pathname: "/office/imports/[importId]",
      params: { importId },
      query: removed.ok ? { removed: "1" } : { added: "0", problem: "locked:" },
    },
    locale: await requestLocale(),
  });
}
