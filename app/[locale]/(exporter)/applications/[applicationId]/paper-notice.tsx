import { getLocale, getTranslations } from "next-intl/server";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { PageLink } from "@/components/layout/page-link";
import { showDate } from "@/lib/forms/dates";

/** On every page of an application that an officer types in from paper: whose it is, and what that means. */
export async function PaperNotice({ opened: { application } }: { opened: OpenedSection }) {
  const { paper, exporter } = application;
  if (!paper) return null;
  const t = await getTranslations("paper");
  const date = showDate(paper.receivedOn, await getLocale());
  return (
    <div className="notice">
      <p>
        <strong>{t("entering", { exporter: exporter.legalName, date })}</strong> {t("asWritten")}{" "}
        <PageLink href="/office/paper">{t("back")}</PageLink>
      </p>
    </div>
  );
}
