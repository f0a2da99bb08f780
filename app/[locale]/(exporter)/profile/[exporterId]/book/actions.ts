"use server";

import { refresh } from "next/cache";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { removeFromBook } from "@/lib/exporters/commands/remove-from-book";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { redirect } from "@/lib/i18n/navigation";

/** Takes an entry out of the profile's address book. */
export async function removeEntry(exporterId: string, entryId: string) {
  const viewer = await requireExporter();
  const locale = await requestLocale();
  const removed = await removeFromBook(viewer, exporterId, entryId);
  if (!removed.ok && (await whyRefused(viewer, { kind: "exporter", id: exporterId })) === "ended") {
    return redirect({ href: { pathname: "/no-access", query: { reason: "mandate" } }, locale });
  }
  refresh();
  const href = {
    pathname: "/profile/[exporterId]/book",
    params: { exporterId },
    query: { done: removed.ok ? "removed" : "gone" },
  } as const;
  return redirect({ href, locale });
}
