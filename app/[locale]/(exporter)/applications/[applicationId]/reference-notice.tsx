import { getLocale, getTranslations } from "next-intl/server";
import type { OpenedSection } from "./open-section";
import { findReferenceChange } from "@/lib/applications/queries/reference-change";
import { showDate } from "@/lib/forms/dates";

/** The office has changed what this open application rests on; the checks say what that means. */
export async function ReferenceNotice({
  opened: { application, viewer },
}: {
  opened: OpenedSection;
}) {
  const change = await findReferenceChange(viewer, application.id);
  if (!change) return null;
  const t = await getTranslations("applications.hub");
  const reference = await getTranslations("office.reference");
  const kind = reference(`kinds.${change.referenceKind}.title`);
  return (
    <div className="notice notice--warning">
      <h2>{t("referenceTitle")}</h2>
      <p>{t("referenceText", { kind, from: showDate(change.from, await getLocale()) })}</p>
    </div>
  );
}
