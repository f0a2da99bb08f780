import "server-only";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { requestLocale } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { redirect } from "@/lib/i18n/navigation";

/** After a press, without anything typed, of somebody who may not: to a page that says why. */
export async function leadAway(viewer: ExporterViewer, applicationId: string): Promise<never> {
  const locale = await requestLocale();
  const why = await whyRefused(viewer, { kind: "application", id: applicationId });
  if (why === "ended") {
    return redirect({ href: { pathname: "/no-access", query: { reason: "mandate" } }, locale });
  }
  const query = why === "limited" ? { limited: "1" } : {};
  return redirect({ href: { ...tasksHref(applicationId), query }, locale });
}
